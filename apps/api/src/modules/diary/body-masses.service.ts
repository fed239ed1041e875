import { type AthleteId, bodyMassAt, type Instant, type Kilograms } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { settingsOf } from '../accounts/index.ts'
import { earliestChange, weighingsOf } from './diary.repository.ts'

/** What a lifter weighed when. */
export interface BodyMasses {
  readonly at: (time: Instant) => Kilograms | null
  /** What was said without a date, which holds for the time before the first weighing. */
  readonly undated: Kilograms | null
  readonly first: Instant | undefined
}

export async function bodyMassesOf(ctx: Ctx, athleteId: AthleteId): Promise<BodyMasses> {
  const { bodyMassKg: undated = null } = await settingsOf(ctx, athleteId)
  return massesFrom(await weighingsOf(ctx.db, athleteId), undated)
}

/** Of weighings, oldest first. */
export function massesFrom(said: readonly { readonly at: Instant; readonly weightKg: number }[], undated: Kilograms | null): BodyMasses {
  const weighings = said.map(({ at, weightKg }) => ({ at, weight: weightKg as Kilograms }))
  return { undated, first: weighings[0]?.at, at: (time) => bodyMassAt(weighings, time, undated) }
}

/**
 * From when on body weights are others than they were at this change; undefined where none changed. The first weighing stands for the time
 * before it where nothing else does.
 */
export async function bodyMassesChangedFrom(
  ctx: Ctx,
  athleteId: AthleteId,
  seq: number,
  { undated, first }: BodyMasses,
): Promise<Instant | undefined> {
  const changed = await earliestChange(ctx.db, athleteId, 'body_weight', seq)
  return changed !== undefined && undated === null && changed <= (first ?? changed) ? (0 as Instant) : changed
}
