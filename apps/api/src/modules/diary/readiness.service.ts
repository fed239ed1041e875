import type { Settings } from '@gymgenius/contracts'
import { type AthleteId, daysBefore, type DiaryKind, type Instant, type Movement } from '@gymgenius/domain'
import type { Readiness } from '@gymgenius/engine'
import { readinessFrom, type RecoveryNote, sorenessGroups, type SorenessNote } from '@gymgenius/engine/readiness'
import type { Ctx } from '../../platform/context.ts'
import { type BodyMasses, massesFrom } from './body-masses.service.ts'
import { entriesToAdviseOn, type EntryRecord } from './diary.repository.ts'

const DAYS_READ = 61
const MOST_READ = 5000

/** What the diary says of a lifter at this moment. */
export interface Condition {
  readonly masses: BodyMasses
  /** How rested they are for a movement, as far as they said so today; undefined where they said nothing. */
  readonly readinessFor: (movement: Movement) => Readiness | undefined
}

export async function conditionOf(
  ctx: Ctx,
  athleteId: AthleteId,
  { bodyMassKg }: Pick<Settings, 'bodyMassKg'>,
  at: Instant,
): Promise<Condition> {
  const entries = await entriesToAdviseOn(ctx.db, athleteId, daysBefore(at, DAYS_READ), MOST_READ)
  const notes = <Note>(kind: DiaryKind) => entries.filter((entry) => entry.kind === kind).map(noteOf<Note>)
  const recovery = notes<RecoveryNote>('recovery')
  const soreness = notes<SorenessNote>('soreness')
  return {
    masses: massesFrom(notes<{ at: Instant; weightKg: number }>('body_weight').toReversed(), bodyMassKg ?? null),
    readinessFor: (movement) => readinessFrom(recovery, soreness, sorenessGroups(movement.muscles), at),
  }
}

const noteOf = <Note>({ at, said }: EntryRecord) => ({ ...said, at }) as Note
