import { type NewSet, type PerformedSet, Problem, type SetChange } from '@gymgenius/contracts'
import type { AthleteId, Instant, MovementId, SetId, WorkoutId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import { announce, type Athlete, type Ctx } from '../../platform/context.ts'
import { refuseUnbelievableId } from '../../platform/new-ids.ts'
import { clocksOf, serverStamp } from './clocks.ts'
import { AFTERTHOUGHT_MS, SILENCE_MS } from './closing.ts'
import { isSameRequest, refuseUnknownMovements, settledAndKnown } from './ids.ts'
import type { SetRecord, WorkoutRecord } from './records.ts'
import { newSet, setChange } from './sets.changes.ts'
import { mergeSet } from './sets.merging.ts'
import { findSet, insertSet, setsOfMovement } from './sets.repository.ts'
import { setShown } from './shown.ts'
import { pageOf, type Page } from '../../platform/pages.ts'
import { endSilentWorkouts, startUnasked, workoutNow } from './workouts.going-on.ts'
import { workoutNear } from './workouts.repository.ts'

/** Logs a set. The same request twice is one set: the id decides, and the second answer is the first one's. */
export async function logSet(ctx: Ctx, { athleteId }: Athlete, asked: NewSet): Promise<PerformedSet> {
  refuseUnbelievableId(ctx, asked.id)
  const said = await settledAndKnown(ctx, athleteId, asked)

  const now = ctx.clock.now()
  const fields = newSet(said, now)
  const clocks = clocksOf({ ...fields, position: said.position }, serverStamp(now))
  const set = { ...fields, id: said.id ?? ctx.ids.next<SetId>(), position: said.position ?? null, clocks }
  const at = fields.needsConfirmation ? now : (Math.min(fields.performedAt, now) as Instant)

  const where = said.workoutId === undefined ? 'in progress' : { named: said.workoutId }
  const kept = await insertSet(ctx.db, athleteId, set, { where, at }, now)
  if (kept === undefined) {
    const before = await findSet(ctx.db, athleteId, set.id)
    if (before !== undefined) return setShown(await sameAsBefore(ctx, athleteId, before, said, set))
  }
  const performed = kept ?? (await logElsewhere(ctx, athleteId, set, said, at))
  if (kept === undefined && said.performedAt !== undefined)
    await announce(ctx, 'logging.workout_corrected', { athleteId, workoutId: performed.workoutId })
  await announce(ctx, 'logging.set_performed', { athleteId, movementId: performed.movementId, setId: performed.id })
  return setShown(performed)
}

/** The usual way found no workout in progress: this set starts one, or is an afterthought to a finished one. */
async function logElsewhere(
  ctx: Ctx,
  athleteId: AthleteId,
  set: Parameters<typeof insertSet>[2],
  said: NewSet,
  at: Instant,
): Promise<SetRecord> {
  await endSilentWorkouts(ctx, athleteId)
  const given =
    said.workoutId === undefined
      ? await workoutUnasked(ctx, athleteId, at)
      : await workoutThatTakes(
          ctx,
          athleteId,
          said.workoutId,
          said.performedAt !== undefined && !set.needsConfirmation ? set.performedAt : undefined,
        )
  const kept = given && (await insertSet(ctx.db, athleteId, set, { where: { given }, at }, ctx.clock.now()))
  // Only the id of somebody else's set is left as a reason, and that there is one is not ours to tell.
  if (kept === undefined) throw new Problem('logging.set_not_found')
  return kept
}

async function workoutUnasked(ctx: Ctx, athleteId: AthleteId, at: Instant): Promise<WorkoutId | undefined> {
  return (await workoutNear(ctx.db, athleteId, at))?.id ?? startUnasked(ctx, athleteId, ctx.ids.next<WorkoutId>(), at)
}

async function workoutThatTakes(ctx: Ctx, athleteId: AthleteId, id: WorkoutId, saidAt: Instant | undefined): Promise<WorkoutId> {
  const workout = await workoutNow(ctx, athleteId, id)
  if (workout === undefined || workout.deletedAt !== null) throw new Problem('logging.workout_not_found')
  if (!takesAfterwards(workout, saidAt)) throw new Problem('logging.workout_closed', { workoutId: workout.id })
  return workout.id
}

/** A finished workout takes a set whose time is said and fits; silence is only a guess, which such a set corrects. */
export function takesAfterwards({ endedAt, endedBy }: WorkoutRecord, saidAt: Instant | undefined): boolean {
  if (endedAt === null) return true
  return saidAt !== undefined && saidAt <= endedAt + (endedBy === 'silence' ? SILENCE_MS : AFTERTHOUGHT_MS)
}

async function sameAsBefore(
  ctx: Ctx,
  athleteId: AthleteId,
  before: SetRecord,
  said: NewSet,
  asked: Parameters<typeof insertSet>[2],
): Promise<SetRecord> {
  const workout = said.workoutId === undefined ? undefined : await workoutNow(ctx, athleteId, said.workoutId)
  const same = isSameRequest(before, {
    ...asked,
    clocks: before.clocks,
    deletedAt: before.deletedAt,
    workoutId: workout?.id ?? said.workoutId ?? before.workoutId,
    position: said.position ?? before.position,
    ...(said.performedAt === undefined && { performedAt: before.performedAt, needsConfirmation: before.needsConfirmation }),
  })
  if (!same) throw new Problem('logging.id_taken')
  return before
}

export async function correctSet(ctx: Ctx, { athleteId }: Athlete, id: SetId, said: SetChange): Promise<PerformedSet> {
  await lockAthlete(ctx, athleteId)
  const before = await ownSet(ctx, athleteId, id)
  if (said.movementId !== undefined) await refuseUnknownMovements(ctx, athleteId, [said.movementId])
  const now = ctx.clock.now()
  await mergeSet(ctx, athleteId, before, setChange(said, now, before), serverStamp(now, before.clocks))
  return setShown(await ownSet(ctx, athleteId, id))
}

/** Leaves a tombstone, so that a phone that was away learns of it. Deleting again changes nothing. */
export async function deleteSet(ctx: Ctx, { athleteId }: Athlete, id: SetId): Promise<void> {
  await lockAthlete(ctx, athleteId)
  const before = await findSet(ctx.db, athleteId, id)
  if (before === undefined) throw new Problem('logging.set_not_found')
  if (before.deletedAt !== null) return
  const now = ctx.clock.now()
  await mergeSet(ctx, athleteId, before, { deletedAt: now }, serverStamp(now, before.clocks))
}

export async function listSets(
  ctx: Ctx,
  { athleteId }: Athlete,
  { movementId, ...page }: Page & { readonly movementId: MovementId },
): Promise<{ items: PerformedSet[]; nextCursor?: string }> {
  const { items, ...rest } = await pageOf(
    page,
    (limit, before) => setsOfMovement(ctx.db, athleteId, movementId, limit, before),
    (set) => ({ at: set.performedAt, id: set.id }),
  )
  return { items: items.map(setShown), ...rest }
}

async function ownSet(ctx: Ctx, athleteId: AthleteId, id: SetId): Promise<SetRecord> {
  const set = await findSet(ctx.db, athleteId, id)
  if (set === undefined || set.deletedAt !== null) throw new Problem('logging.set_not_found')
  return set
}

/** What is read next must not change before it is written: the athlete's other writes wait. */
const lockAthlete = (ctx: Ctx, athleteId: AthleteId) => nextChangeSeq(ctx, athleteId, 0)
