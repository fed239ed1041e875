import type { SeenRecord, SeenWorkout } from '@gymgenius/contracts'
import { daysBefore, isoOf, type Kilograms, type Reps } from '@gymgenius/domain'
import { bestSetOf, estimateFor } from '@gymgenius/engine'
import type { Athlete, Ctx } from '../../platform/context.ts'
import type { Page } from '../../platform/pages.ts'
import { setsOf, trainedMovements, workoutsPage } from '../logging/index.ts'
import { movementsFor } from '../movements/index.ts'
import { listProgramsOf, writtenProgramOf } from '../programming/index.ts'

const WORKOUTS_A_PAGE = 20

export async function seenWorkouts(ctx: Ctx, { athleteId }: Athlete, { limit = WORKOUTS_A_PAGE, cursor }: Page) {
  const { items, next } = await workoutsPage(ctx, athleteId, cursor, limit)
  const workouts: SeenWorkout[] = items.map((workout) => ({ ...workout, sets: [...workout.sets] }))
  return { items: workouts, ...(next !== undefined && { nextCursor: next }) }
}

const RECORD_DAYS = 366
const MOST_RECORDS = 40

/** The best set of each movement trained within a year, most recently trained first. */
export async function seenRecords(ctx: Ctx, { athleteId }: Athlete): Promise<{ items: SeenRecord[] }> {
  const trained = (await trainedMovements(ctx, athleteId, daysBefore(ctx.clock.now(), RECORD_DAYS))).slice(0, MOST_RECORDS)
  const movements = await movementsFor(
    ctx,
    athleteId,
    trained.map(({ movementId }) => movementId),
  )
  const items: SeenRecord[] = []
  for (const { movementId, lastPerformedAt } of trained) {
    const movement = movements.get(movementId)
    if (movement === undefined) continue
    const working = (await setsOf(ctx, athleteId, movementId)).flatMap((set) =>
      set.kind === 'working' && set.reps !== null ? [{ ...set, load: set.load ?? (0 as Kilograms), reps: set.reps as Reps }] : [],
    )
    const best = bestSetOf(working, movement.loadKind)
    if (best === undefined) continue
    const { at, load: loadKg, reps } = best
    const last = isoOf(lastPerformedAt)
    items.push({ movementId, movement: movement.name, at: isoOf(at), loadKg, reps, e1rmKg: estimateFor(best), lastPerformedAt: last })
  }
  return { items }
}

/** Plans are long. */
const PROGRAMS_A_PAGE = 5

/** What a program was made from names what hurts and is the athlete's own; it is left out. */
export async function seenPrograms(ctx: Ctx, athlete: Athlete, { limit = PROGRAMS_A_PAGE, cursor }: Page) {
  const { items, ...rest } = await listProgramsOf(ctx, athlete, { limit: Math.min(limit, PROGRAMS_A_PAGE), cursor })
  const programs = []
  for (const { id } of items) {
    const { request: _request, ...program } = await writtenProgramOf(ctx, athlete, id)
    programs.push(program)
  }
  return { items: programs, ...rest }
}
