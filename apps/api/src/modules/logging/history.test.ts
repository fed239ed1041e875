import type { ImportId, Instant, MovementId, SetId, WorkoutId } from '@gymgenius/domain'
import { sql } from 'kysely'
import { actingAs, type Ctx } from '../../platform/context.ts'
import { refreshStatistics } from '../../platform/database.ts'
import { aMovement } from '../../testing/builders.ts'
import { uuid } from '../../testing/ids.ts'
import { expect, test } from '../../testing/test.ts'
import {
  existingSetKeys,
  insertImportedWorkouts,
  recentSets,
  routineMovements,
  setsOf,
  trainedMovements,
  undoImportedWorkouts,
} from './index.ts'

const DAY = 86_400_000
const start = Date.parse('2026-01-01T17:00:00Z')
const importId = uuid<ImportId>(0xffff)

/** A history of `workouts` days with `each` sets of one movement, the nth set of the nth day at n reps. */
function aHistory(movementId: MovementId, workouts: number, each: number) {
  const days = Array.from({ length: workouts }, (_, day) => day)
  return {
    workouts: days.map((day) => {
      const startedAt = (start + day * DAY) as Instant
      return { id: uuid<WorkoutId>(1000 + day), name: 'Squat', note: undefined, startedAt, endedAt: (startedAt + 3_600_000) as Instant }
    }),
    sets: days.flatMap((day) =>
      Array.from({ length: each }, (_, i) => ({
        id: uuid<SetId>(100_000 + day * 1000 + i),
        workoutId: uuid<WorkoutId>(1000 + day),
        movementId,
        kind: 'working' as const,
        position: i + 1,
        performedAt: (start + day * DAY + i * 1000) as Instant,
        loadKg: 100 + day,
        reps: (i % 12) + 1,
        rir: undefined,
        effortScale: undefined,
        toFailure: false,
        durationSeconds: undefined,
        distanceMeters: undefined,
        note: undefined,
      })),
    ),
  }
}

test('the engine sees the newest 120 sets, oldest first', async ({ api, ctx }) => {
  const squat = await aMovement(ctx)
  await insertImportedWorkouts(ctx, api.athleteId, importId, aHistory(squat, 50, 4))
  const sets = await recentSets(ctx, api.athleteId, squat)
  expect([sets.length, sets[0]?.load, sets.at(-1)?.load, sets.at(-1)?.reps]).toEqual([120, 120, 149, 4])
})

test('and all of the last four workouts, however many sets they had', async ({ api, ctx }) => {
  const squat = await aMovement(ctx)
  await insertImportedWorkouts(ctx, api.athleteId, importId, aHistory(squat, 6, 50))
  const sets = await recentSets(ctx, api.athleteId, squat)
  expect([sets.length, sets[0]?.load]).toEqual([200, 102])
  expect(await setsOf(ctx, api.athleteId, squat)).toHaveLength(300)
})

test('a workout of hundreds of sets does not make advice slow', async ({ api, ctx }) => {
  const squat = await aMovement(ctx)
  await insertImportedWorkouts(ctx, api.athleteId, importId, aHistory(squat, 2, 300))
  const sets = await recentSets(ctx, api.athleteId, squat)
  expect([sets.length, sets.at(-1)?.load]).toEqual([240, (await setsOf(ctx, api.athleteId, squat)).at(-1)?.load])
})

test('a set with an unbelievable time waits for the lifter before the engine sees it', async ({ api, ctx }) => {
  const squat = await aMovement(ctx)
  await api.post('/v1/sets', { movementId: squat, loadKg: 100, reps: 5, performedAt: '2999-01-01T00:00:00Z' })
  expect(await recentSets(ctx, api.athleteId, squat)).toEqual([])
})

test('what was trained lately, and what the routines plan', async ({ api, ctx }) => {
  const [squat, press, row] = [await aMovement(ctx), await aMovement(ctx), await aMovement(ctx)]
  await insertImportedWorkouts(ctx, api.athleteId, importId, aHistory(squat, 3, 2))
  await api.post('/v1/sets', { movementId: press, loadKg: 40, reps: 5 })
  const trained = await trainedMovements(ctx, api.athleteId, (start + 2 * DAY) as Instant)
  expect(trained).toEqual([
    { movementId: press, sets: 1, lastPerformedAt: ctx.clock.now() },
    { movementId: squat, sets: 2, lastPerformedAt: start + 2 * DAY + 1000 },
  ])
  const items = [row, squat, row].map((movementId) => ({ movementId, sets: [] }))
  await api.post('/v1/routines', { name: 'Day', items })
  expect(await routineMovements(ctx, api.athleteId)).toEqual([row, squat])
})

test('an import written twice is one import, and it can be taken back whole', async ({ api, ctx }) => {
  const squat = await aMovement(ctx)
  const history = aHistory(squat, 3, 4)
  expect(await insertImportedWorkouts(ctx, api.athleteId, importId, history)).toBe(12)
  expect(await insertImportedWorkouts(ctx, api.athleteId, importId, history)).toBe(0)
  const known = await existingSetKeys(ctx, api.athleteId, start as Instant, (start + DAY) as Instant)
  expect(known.map((set) => [set.loadKg, set.reps])).toEqual([100, 101].flatMap((load) => [1, 2, 3, 4].map((reps) => [load, reps])))

  const added = { movementId: squat, loadKg: 60, reps: 10, workoutId: uuid(1001), performedAt: '2026-01-02T17:30:00Z' }
  await api.post('/v1/sets', added)
  while ((await undoImportedWorkouts(ctx, api.athleteId, importId, 2)).sets > 0) continue
  await undoImportedWorkouts(ctx, api.athleteId, importId, 2)
  const left = (await api.get('/v1/workouts')).json().items
  expect(left).toMatchObject([{ id: uuid(1001), setCount: 1, tonnageKg: 600 }])
  expect(await setsOf(ctx, api.athleteId, squat)).toHaveLength(1)
})

/** Rows of sets and workouts that were looked at one after the other so far, for want of an index. */
async function rowsReadThrough({ db }: Ctx): Promise<number> {
  const { rows } = await sql<{ read: number }>`select sum(seq_tup_read)::integer as read from pg_stat_xact_user_tables
    where relname in ('performed_set', 'workout')`.execute(db)
  return rows[0]!.read
}

test('a part of a long history is written, and taken back, without reading the rest of it', async ({ api, ctx }) => {
  const squat = await aMovement(ctx)
  const { workouts, sets } = aHistory(squat, 60, 20)
  const half = { workouts: workouts.slice(0, 30), sets: sets.slice(0, 600) }
  const actor = { kind: 'athlete', athleteId: api.athleteId, loginSessionId: api.athleteId as never } as const
  await insertImportedWorkouts(ctx, api.athleteId, importId, half)
  await refreshStatistics(ctx.db)

  const before = await rowsReadThrough(ctx)
  await actingAs(ctx, actor, async (ctx) => {
    await insertImportedWorkouts(ctx, api.athleteId, importId, { workouts: workouts.slice(30), sets: sets.slice(600) })
    const someWorkouts = workouts.slice(0, 5).map(({ id }) => id)
    expect(await undoImportedWorkouts(ctx, api.athleteId, importId, someWorkouts)).toEqual({ sets: 100, workouts: 5 })
  })
  expect(await rowsReadThrough(ctx)).toBe(before)
})
