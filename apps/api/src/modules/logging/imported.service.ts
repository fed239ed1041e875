import type { AthleteId, ImportId, Instant, WorkoutId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Ctx } from '../../platform/context.ts'
import { findByIndex } from '../../platform/database.ts'
import { serverStamp } from './clocks.ts'
import {
  buryImported,
  type ImportedSet,
  type ImportedWorkout,
  importedSets,
  importedWorkouts,
  insertSets,
  insertWorkouts,
  type KnownSet,
  setsStartedBetween,
  touchWorkouts,
  withSets,
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
  await findByIndex(ctx.db)

  let seq = await firstOf(ctx, athleteId, workouts.length + joined.length + sets.length)
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

/** The workouts that an import brought and that are still there. */
export const workoutsOfImport = (ctx: Ctx, athleteId: AthleteId, importId: ImportId): Promise<WorkoutId[]> =>
  importedWorkouts(ctx.db, athleteId, importId)

/**
 * Takes back what an import brought: of these workouts, or about so many sets of it and tells how much it took: call until that is
 * nothing. A workout of it to which the lifter has added a set since stays, with that set.
 */
export async function undoImportedWorkouts(
  ctx: Ctx,
  athleteId: AthleteId,
  importId: ImportId,
  which: readonly WorkoutId[] | number,
): Promise<{ readonly sets: number; readonly workouts: number }> {
  await findByIndex(ctx.db)
  await nextChangeSeq(ctx, athleteId, 0) // what is read next must not change before it is written
  const now = ctx.clock.now()
  const stamp = serverStamp(now)
  const among = typeof which === 'number' ? undefined : which
  const sets = await importedSets(ctx.db, athleteId, importId, which)
  const inSets = [...new Set(sets.map((set) => set.workoutId))]
  const ours = await importedWorkouts(ctx.db, athleteId, importId, among ?? (sets.length > 0 ? inSets : undefined))

  let firstSeq = await firstOf(ctx, athleteId, sets.length + Math.max(inSets.length, ours.length))
  const take = async (table: 'performed_set' | 'workout', ids: readonly string[]) => {
    await buryImported(ctx.db, athleteId, table, ids, { firstSeq, now }, stamp)
    firstSeq += ids.length
  }
  await take(
    'performed_set',
    sets.map((set) => set.id),
  )
  const stay = await withSets(ctx.db, athleteId, ours)
  const empty = new Set(ours.filter((id) => !stay.has(id)))
  await take('workout', [...empty])
  await touchWorkouts(
    ctx.db,
    athleteId,
    inSets.filter((id) => !empty.has(id)),
    firstSeq,
    now,
  )
  return { sets: sets.length, workouts: empty.size }
}

/** Takes a block of changes; its first number. */
const firstOf = async (ctx: Ctx, athleteId: AthleteId, count: number) => (await nextChangeSeq(ctx, athleteId, count)) - count + 1

const chunks = <Row>(rows: readonly Row[]) =>
  Array.from({ length: Math.ceil(rows.length / A_STATEMENT) }, (_, i) => rows.slice(i * A_STATEMENT, (i + 1) * A_STATEMENT))
