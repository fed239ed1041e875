import { DAY_MS, type Instant, isoOfDay, kg, localDays, type MovementId, reps, rir } from '@gymgenius/domain'
import { Replay, verdictOf } from '@gymgenius/engine/report'
import { aMovement, anAthlete } from '../../testing/builders.ts'
import { type Caller, expect, test } from '../../testing/test.ts'
import { catchUp } from '../learning/index.ts'

const url = '/v1/report-card'
const ZONE = 'Pacific/Auckland'
const START = Date.UTC(2025, 11, 15, 8)

/** Twelve workouts from the end of one year into the next, each a ramp-up and three sets; and what a phone would read of them. */
async function aWinter(api: Caller, movementId: MovementId) {
  await api.patch('/v1/settings', { timeZone: ZONE })
  const dayOf = localDays(ZONE)
  const replay = new Replay()
  const movement = {
    key: movementId,
    pattern: 'squat',
    loadKind: 'external',
    equipment: 'barbell',
    muscles: [],
    baseKey: null,
  } as const
  for (let i = 0; i < 48; i++) {
    const at = (START + Math.floor(i / 4) * 3 * DAY_MS + (i % 4) * 180_000) as Instant
    const set = { loadKg: i % 4 === 0 ? 40 : 80, reps: i % 4 === 0 ? 10 : 5 + ((i * 3) % 5), rir: 2 }
    expect((await api.post('/v1/sets', { movementId, ...set, performedAt: new Date(at).toISOString() })).statusCode).toBe(201)
    const said = { load: kg(set.loadKg), reps: reps(set.reps), rir: rir(set.rir), rest: null, bodyMass: null, toFailure: false }
    replay.read({ movement, at, day: dayOf(at), workoutKey: String(Math.floor(i / 4)), kind: 'working', ...said })
  }
  return replay.card()
}

test('the server reports what a phone finds by replaying the same log, to the last bit', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const card = await aWinter(api, movementId)
  expect((await api.get(url)).json()).toMatchObject({ isWhole: false, score: { sets: 0 }, verdict: null, consistency: { workouts: 12 } })
  await catchUp(ctx, api.athleteId)

  const told = (await api.get(url)).json()
  expect(told.isWhole).toBe(true)
  expect(told.score).toEqual(card.score)
  expect(told.score.sets).toBeGreaterThan(15)
  expect(told.years).toEqual(card.years)
  expect(told.verdict).toEqual(verdictOf(card.score))
  expect(told.lifts).toHaveLength(1)
  expect(told.lifts[0]).toMatchObject({ movementId, sets: 48, score: card.lifts[0]!.score })
  const { heaviest, strongest } = card.lifts[0]!.records
  expect(told.lifts[0].records.heaviest).toEqual({ day: isoOfDay(heaviest!.day), loadKg: 80, reps: heaviest!.reps })
  expect(told.lifts[0].records.strongest.e1rmKg).toBe(strongest!.e1rm)
  expect(told.days).toEqual(card.days.map(([day, sets]) => ({ day: isoOfDay(day), sets })))
  expect(told.lifts[0].topSets).toHaveLength(12)
  expect(told.lifts[0].topSets[0]).toMatchObject({ day: isoOfDay(card.lifts[0]!.lastDay), loadKg: 80 })
  expect(told.patterns).toHaveLength(1)
  expect(told.patterns[0].weeks.map(({ workouts }: { workouts: number }) => workouts)).toEqual(
    card.patterns[0]!.weeks.map(({ workouts }) => workouts),
  )
  expect(told.weeks.map(({ sets }: { sets: number }) => sets)).toEqual(card.weeks.map(({ sets }) => sets))
})

test('a lifter sees no report of another, and an empty one before the first set', async ({ api, ctx }) => {
  const stranger = api.as(await anAthlete(ctx))
  await aWinter(api, await aMovement(ctx))
  await catchUp(ctx, api.athleteId)
  expect((await stranger.get(url)).json()).toMatchObject({
    isWhole: true,
    score: { sets: 0 },
    lifts: [],
    days: [],
    weeks: [],
    years: [],
    patterns: [],
  })
})
