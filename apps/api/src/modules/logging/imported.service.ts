import type { AthleteId, ImportId, Instant, WorkoutId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Ctx } from '../../platform/context.ts'
import { serverStamp } from './clocks.ts'
import {
  countImported,
  deleteImported,
  type ImportedSet,
  type ImportedWorkout,
  insertSets,
  insertWorkouts,
  type KnownSet,
  setsStartedBetween,
  touchWorkouts,
} from './imported.repository.ts'

const A_STATEMENT = 5000

/**
 * Writes workouts and sets of an import, some thousands a statement, and tells how many sets were new. A row whose id
 * exists is left as it is, so a batch that was half written may be written again.
 */
export async function insertImportedWorkouts(
  ctx: Ctx,
  athleteId: AthleteId,
  importId: ImportId,
  { workouts, sets }: { readonly workouts: readonly ImportedWorkout[]; readonly sets: readonly ImportedSet[] },
): Promise<number> {
  const now = ctx.clock.now()
  const brought = new Set(workouts.map((workout) => workout.id))
  const joined = [...new Set(sets.map((set) => set.workoutId))].filter((id) => !brought.has(id))

  let seq = await nextChangeSeq(ctx, athleteId, workouts.length + joined.length + sets.length)
  seq -= workouts.length + joined.length + sets.length - 1
  for (const some of chunks(workouts)) {
    await insertWorkouts(ctx.db, athleteId, some, { importId, firstSeq: seq, now })
    seq += some.length
  }
  await touchWorkouts(ctx.db, athleteId, joined, seq, now)
  seq += joined.length
  let written = 0
  for (const some of chunks(sets)) {
    written += await insertSets(ctx.db, athleteId, some, { importId, firstSeq: seq, now })
    seq += some.length
  }
  return written
}

/** What the logbook holds of workouts that started in this span, but for one import: to tell which lines of a file are known. */
export const existingSetKeys = (ctx: Ctx, athleteId: AthleteId, from: Instant, to: Instant, except?: ImportId): Promise<KnownSet[]> =>
  setsStartedBetween(ctx.db, athleteId, from, to, except)

/** Takes back what an import brought. A workout of it to which the lifter has added a set since stays, with that set. */
export async function undoImportedWorkouts(
  ctx: Ctx,
  athleteId: AthleteId,
  importId: ImportId,
): Promise<{ sets: number; workoutIds: WorkoutId[] }> {
  await nextChangeSeq(ctx, athleteId, 0) // what is counted next must not change before it is written
  const gone = await countImported(ctx.db, athleteId, importId)
  const now = ctx.clock.now()
  const count = gone.sets + gone.workoutIds.length
  const firstSeq = (await nextChangeSeq(ctx, athleteId, count)) - count + 1
  await deleteImported(ctx.db, athleteId, { importId, firstSeq, now }, serverStamp(now))
  await touchWorkouts(ctx.db, athleteId, gone.workoutIds, firstSeq + gone.sets, now)
  return gone
}

const chunks = <Row>(rows: readonly Row[]) =>
  Array.from({ length: Math.ceil(rows.length / A_STATEMENT) }, (_, i) => rows.slice(i * A_STATEMENT, (i + 1) * A_STATEMENT))
