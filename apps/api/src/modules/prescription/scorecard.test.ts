import { DAY_MS, type Instant, kg, type MovementId, reps, rir } from '@gymgenius/domain'
import { emptyHabit, forecastReps, type LoggedSet, observeHabit } from '@gymgenius/engine'
import { Backtest } from '@gymgenius/engine/scoring'
import { aMovement, anAthlete } from '../../testing/builders.ts'
import { type Caller, expect, type StillWorld, test } from '../../testing/test.ts'
import { catchUp } from '../learning/index.ts'

const url = '/v1/scorecard'

/** Twelve workouts from the end of one year into the next, each a light ramp-up and three sets. */
async function aWinter(api: Caller, { clock }: StillWorld, movementId: MovementId): Promise<LoggedSet[]> {
  const sets: LoggedSet[] = []
  const start = Date.UTC(2025, 11, 15, 18)
  for (let workout = 0; workout < 12; workout++) {
    for (let i = 0; i < 4; i++) {
      const at = (start + workout * 3 * DAY_MS + i * 180_000) as Instant
      const set = { loadKg: i === 0 ? 40 : 80, reps: i === 0 ? 10 : 5 + ((workout + 2 * i) % 5), rir: 2 }
      expect(at).toBeLessThan(clock.now())
      await api.post('/v1/sets', { movementId, ...set, performedAt: new Date(at).toISOString() })
      sets.push({
        movement: { key: movementId, pattern: 'squat', loadKind: 'external', equipment: 'barbell', muscles: [], baseKey: null },
        at,
        workoutKey: String(workout),
        setNumber: i + 1,
        kind: 'working',
        load: kg(set.loadKg),
        reps: reps(set.reps),
        rir: rir(set.rir),
        rest: null,
        bodyMass: null,
        toFailure: false,
      })
    }
  }
  return sets
}

test('the scores of a lifter are those that the backtest gives the same log', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const sets = await aWinter(api, ctx, movementId)
  await catchUp(ctx, api.athleteId)

  const habit = emptyHabit()
  const backtest = new Backtest('lifter', {
    forecast: (planned) => forecastReps(habit, planned),
    observe: (set) => void observeHabit(habit, set),
  })
  for (const set of sets) backtest.see(set)
  const { sets: scored, inside80: pit80, inside95: pit95, error, crps, nll } = backtest.score().byMask.all
  expect(scored).toBe(21)

  const card = (await api.get(url)).json()
  expect(card.all.sets).toBe(scored)
  for (const [name, sum] of Object.entries({ pit80, pit95, meanMiss: error, meanCrps: crps, meanLogScore: nll })) {
    expect(card.all[name], name).toBeCloseTo(sum / scored, 9)
  }
  const told = await ctx.db.selectFrom('set_forecast').selectAll().where('median', 'is not', null).where('load_kg', '=', 80).execute()
  expect(told).toHaveLength(scored)
  expect(card.all.inside80).toBeCloseTo(told.filter(({ reps, low80, high80 }) => reps >= low80! && reps <= high80!).length / scored, 9)
  expect(card.recent).toEqual(card.all)
  expect(card.movements).toEqual([{ movementId, ...card.all }])
  expect(card.years.map(({ year, sets }: { year: number; sets: number }) => [year, sets])).toEqual([
    [2025, 3],
    [2026, 18],
  ])
  expect((await api.get(`${url}?movementId=${movementId}`)).json()).toEqual(card)
  expect((await api.get(`${url}?movementId=${await aMovement(ctx)}`)).json().all).toMatchObject({ sets: 0, inside80: null, meanMiss: null })
})

test('a lifter sees no scores of another, nor asks for those of another’s movement', async ({ api, ctx }) => {
  const stranger = api.as(await anAthlete(ctx))
  const movementId = await aMovement(ctx, { athleteId: api.athleteId })
  await aWinter(api, ctx, movementId)
  await catchUp(ctx, api.athleteId)
  expect((await stranger.get(url)).json()).toMatchObject({ all: { sets: 0 }, movements: [], years: [] })
  expect((await stranger.get(`${url}?movementId=${movementId}`)).json()).toMatchObject({ status: 404, code: 'movements.not_found' })
})

test('advice is followed at its load, changed at another, and ignored where no set came of it', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const before = new Date(ctx.clock.now() - 7 * DAY_MS).toISOString()
  await api.post('/v1/sets', { movementId, loadKg: 80, reps: 8, rir: 2, performedAt: before })
  const { id: workoutId } = (await api.post('/v1/workouts', {})).json()
  const advised = async (setNumber: number) =>
    (await api.post('/v1/recommendations', { movementId, setNumber, workoutId, repLow: 6, repHigh: 8, rir: 2 })).json()
  const done = (recommendation: { id: string }, set: object) =>
    api.post('/v1/sets', { movementId, workoutId, recommendationId: recommendation.id, ...set })

  await advised(1) // asked twice for one set: the second answer was taken
  const first = await advised(1)
  await done(first, { loadKg: first.loadKg, reps: 7, rir: 1 })
  const second = await advised(2)
  await done(second, { loadKg: second.loadKg - 10, reps: 12, rir: 4 })
  await advised(3)

  const { advice } = (await api.get(`${url}?movementId=${movementId}`)).json()
  expect(advice.followed).toMatchObject({ sets: 1, inRange: 1, meanReserveMiss: -1 })
  expect(advice.followed.expectedInside).toBeCloseTo(first.interval.probability, 12)
  expect(advice.changed).toMatchObject({ sets: 1, inRange: 0, insideInterval: 0, meanReserveMiss: 2 })
  expect(advice.ignored).toBe(1)
})
