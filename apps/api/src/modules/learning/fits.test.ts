import { type AthleteId, DAY_MS } from '@gymgenius/domain'
import { traitsOf } from '@gymgenius/engine/sampling'
import { actingAs, type Ctx } from '../../platform/context.ts'
import { aMovement, anAthlete } from '../../testing/builders.ts'
import { expect, type StillWorld, test } from '../../testing/test.ts'
import { trained } from '../../testing/trained.ts'
import { replay } from '../prescription/index.ts'
import { fitsOf, informativeSets, keepFit, keepProof } from './fits.repository.ts'
import { fitEverybody, fitNext } from './fits.service.ts'
import { learningRoom } from './index.ts'

const url = '/v1/effort'

const aDayLater = (ctx: StillWorld) => ctx.clock.advance(DAY_MS)
const fits = (ctx: Ctx) => ctx.db.selectFrom('lifter_fit').selectAll().execute()

test('a lifter with too few sets is told how many there are, one with enough that they will be looked at', async ({ api, ctx }) => {
  await trained(api, ctx, { workouts: 10 })
  await fitNext(ctx)
  const few = (await api.get(url)).json()
  expect(few).toMatchObject({ status: 'too_few', setsNeeded: 60 })
  expect(few.sets).toBeGreaterThan(20)
  await trained(api, ctx, { workouts: 14, seed: 4 })
  expect((await api.get(url)).json()).toMatchObject({ status: 'waiting' })
  expect(await fits(ctx)).toEqual([])
})

test('a lifter who leaves more than they say is told so, with a range, after the nightly round', async ({ api, ctx }) => {
  await trained(api, ctx, { workouts: 60 })
  await fitNext(ctx)
  const effort = (await api.get(url)).json()
  expect(effort).toMatchObject({ status: 'known', engineVersion: expect.any(String) })
  const [, two] = effort.readings
  expect(two.said).toBe(2)
  expect(two.left).toBeGreaterThan(2.2)
  expect(two.low80).toBeLessThan(two.left)
  expect(two.high80).toBeGreaterThan(two.left)
  expect(effort.rirBias.mean).toBeGreaterThan(0.5)
  expect(Date.parse(effort.since)).toBeLessThan(Date.parse(effort.madeAt))
})

test('a second round without new sets does nothing, one with a handful neither, one with eight fits again', async ({ api, ctx }) => {
  await trained(api, ctx)
  await fitNext(ctx)
  const first = await fits(ctx)
  expect(first).toHaveLength(1)
  aDayLater(ctx)
  await fitNext(ctx)
  expect(await fits(ctx)).toEqual(first)
  await trained(api, ctx, { workouts: 1 })
  aDayLater(ctx)
  await fitNext(ctx)
  expect(await fits(ctx)).toEqual(first)
  await trained(api, ctx, { workouts: 4 })
  aDayLater(ctx)
  await fitNext(ctx)
  const [again] = await fits(ctx)
  expect(again!.sets_counted).toBeGreaterThanOrEqual(first[0]!.sets_counted + 8)
})

test('nobody is fitted twice a day, and a lifter fitted already keeps nobody waiting', async ({ api, ctx }) => {
  const other = api.as(await anAthlete(ctx))
  await trained(api, ctx)
  await fitNext(ctx)
  await trained(api, ctx, { seed: 5 })
  await trained(other, ctx)
  await fitNext(ctx)
  await fitNext(ctx)
  const all = await fits(ctx)
  expect(all.map(({ athlete_id }) => athlete_id).sort()).toEqual([api.athleteId, other.athleteId].sort())
  expect(all.find(({ athlete_id }) => athlete_id === api.athleteId)!.sets_counted).toBeLessThan(100)
})

test('the same sets on the same day give the same fit', async ({ api, ctx }) => {
  await trained(api, ctx)
  await fitNext(ctx)
  const first = await fits(ctx)
  for (const table of ['lifter_fit', 'fit_visit'] as const) await ctx.db.deleteFrom(table).execute()
  await fitNext(ctx)
  expect(await fits(ctx)).toEqual(first)
})

test('a fit that may not be believed is kept, marked, and not shown', async ({ api, ctx }) => {
  await trained(api, ctx)
  await fitNext(ctx)
  await ctx.db.updateTable('lifter_fit').set({ is_trusted: false, largest_r_hat: 1.02 }).execute()
  expect((await api.get(url)).json()).toMatchObject({ status: 'unclear' })
})

test('a lifter who never goes to failure is told that their sets do not tell', async ({ api, ctx }) => {
  await trained(api, ctx, { workouts: 34, toFailure: false })
  await fitNext(ctx)
  expect((await fits(ctx))[0]!.is_trusted).toBe(true)
  expect((await api.get(url)).json()).toMatchObject({ status: 'unclear' })
})

test('an AMRAP set to failure tells as much as a working set, a warm-up and a set with help nothing', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  for (const kind of ['working', 'amrap', 'top', 'rest_pause', 'warm_up', 'assisted'])
    await api.post('/v1/sets', { movementId, kind, loadKg: 80, reps: 6, rir: 0, toFailure: true })
  expect((await informativeSets(ctx.db, [api.athleteId])).get(api.athleteId)).toBe(4)
})

test('a lifter who cannot be fitted holds up nobody', async ({ api, ctx }) => {
  const other = api.as(await anAthlete(ctx))
  await trained(api, ctx)
  await trained(other, ctx)
  await fitNext(ctx)
  await fitNext(ctx)
  await ctx.db
    .updateTable('lifter_fit')
    .set({ warm_start: 'broken', engine_version: 'older' })
    .where('athlete_id', '=', api.athleteId)
    .execute()
  for (const who of [api, other]) await trained(who, ctx, { workouts: 6 })
  aDayLater(ctx)
  await fitNext(ctx)
  await fitNext(ctx)
  const { sets_counted } = (await fits(ctx)).find(({ athlete_id }) => athlete_id === other.athleteId)!
  expect(sets_counted).toBeGreaterThan(90)
})

test('fits are in the copy of their own lifter, and of no other', async ({ api, ctx }) => {
  await trained(api, ctx)
  await fitNext(ctx)
  const stranger = await anAthlete(ctx)
  const copyOf = (athleteId: AthleteId) =>
    actingAs(ctx, { kind: 'athlete', athleteId, loginSessionId: athleteId as never }, (ctx) =>
      learningRoom.personalData!.copy(ctx, athleteId),
    )
  expect((await copyOf(api.athleteId))['fits']).toMatchObject([{ isTrusted: true, posterior: { mean: expect.any(Array) } }])
  expect((await copyOf(stranger))['fits']).toEqual([])
  expect((await api.as(stranger).get(url)).json()).toMatchObject({ status: 'too_few', sets: 0 })
})

test('what twenty lifters have in common is where the next fit begins; what nineteen have is not', async ({ api, ctx }) => {
  await trained(api, ctx)
  await fitNext(ctx)
  const [fit] = await fitsOf(ctx.db, api.athleteId)
  for (let i = 1; i < 19; i++) await keepFit(ctx.db, await anAthlete(ctx), fit!)
  expect(await fitEverybody(ctx)).toBe(0)
  expect(await ctx.db.selectFrom('population_fit').selectAll().execute()).toEqual([])
  const [twentieth, untrusted] = [await anAthlete(ctx), await anAthlete(ctx)]
  await keepFit(ctx.db, untrusted, { ...fit!, isTrusted: false })
  expect(await fitEverybody(ctx)).toBe(0)
  await keepFit(ctx.db, twentieth, fit!)
  expect(await fitEverybody(ctx)).toBe(20)
  await trained(api, ctx)
  aDayLater(ctx)
  await fitNext(ctx)
  const [next] = await fitsOf(ctx.db, api.athleteId)
  expect(next!.posterior.madeUnder).not.toEqual(fit!.posterior.madeUnder)
  await ctx.db.deleteFrom('athlete').where('id', '=', twentieth).execute()
  await ctx.db.deleteFrom('lifter_fit').where('athlete_id', '=', twentieth).execute()
  expect(await fitEverybody(ctx)).toBe(0)
  expect(await ctx.db.selectFrom('population_fit').selectAll().execute()).toEqual([])
})

test('what later sets bear out reaches server and phone alike, and the advice is made again byte for byte; before that it reaches nobody', async ({
  api,
  ctx,
}) => {
  await trained(api, ctx)
  await fitNext(ctx)
  const [first] = await fitsOf(ctx.db, api.athleteId)
  const { movement_id: movementId } = await ctx.db.selectFrom('performed_set').select('movement_id').executeTakeFirstOrThrow()
  const adviceNow = async () => (await api.post('/v1/recommendations', { movementId, setNumber: 1 })).json()
  const keptNow = async (id: string) =>
    JSON.parse((await ctx.db.selectFrom('recommendation').select('snapshot').where('id', '=', id).executeTakeFirstOrThrow()).snapshot)
  const phoneNow = async () =>
    (await api.get('/v1/snapshots')).json().items.find((item: { movementId: string }) => item.movementId === movementId).snapshot
  expect(first!.proof).toBeUndefined()
  expect(await keptNow((await adviceNow()).id)).not.toHaveProperty('traits')
  expect(await phoneNow()).not.toHaveProperty('traits')

  ctx.clock.advance(30 * DAY_MS)
  await trained(api, ctx, { workouts: 6, seed: 9 })
  await fitNext(ctx)
  const [second] = await fitsOf(ctx.db, api.athleteId)
  expect(second!.proof!.sets).toBeGreaterThan(8)
  expect(second!.proof!.until).toBeGreaterThan(first!.madeAt)

  const won = { sum: 30, squares: 9 }
  const lost = { sum: -30, squares: 9 }
  await keepProof(ctx.db, api.athleteId, {
    ...second!.proof!,
    sets: 100,
    gains: {
      curve: { ofReps: won, ofLoad: lost },
      rirBias: { ofReps: won, ofLoad: won },
      dayFatigue: { ofReps: lost, ofLoad: won },
    },
  })
  const traits = { rirBias: traitsOf(second!.posterior).rirBias }
  const advice = await adviceNow()
  expect((await keptNow(advice.id)).traits).toEqual(traits)
  expect((await phoneNow()).traits).toEqual(traits)
  expect((await replay(ctx, advice.id)).isSame).toBe(true)
})
