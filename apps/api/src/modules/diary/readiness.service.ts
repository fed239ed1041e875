import { type AthleteId, daysBefore, type Instant, type Movement } from '@gymgenius/domain'
import type { Readiness } from '@gymgenius/engine'
import { readinessFrom, type RecoveryNote, sorenessGroups, type SorenessNote } from '@gymgenius/engine/readiness'
import type { Ctx } from '../../platform/context.ts'
import { type EntryRecord, listEntries } from './diary.repository.ts'

const DAYS_READ = 61
const MOST_READ = 500

/** How rested the lifter is for this movement, as far as they said so today; undefined where they said nothing. */
export async function readinessFor(ctx: Ctx, athleteId: AthleteId, movement: Movement, at: Instant): Promise<Readiness | undefined> {
  const from = daysBefore(at, DAYS_READ)
  const recovery = (await listEntries(ctx.db, athleteId, 'recovery', MOST_READ, { from })).map(noteOf<RecoveryNote>)
  const soreness = (await listEntries(ctx.db, athleteId, 'soreness', MOST_READ, { from })).map(noteOf<SorenessNote>)
  return readinessFrom(recovery, soreness, sorenessGroups(movement.muscles), at)
}

const noteOf = <Note>({ at, said }: EntryRecord) => ({ ...said, at }) as Note
