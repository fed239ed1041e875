import { type AthleteId, DAY_MS, type MovementId } from '@gymgenius/domain'
import fc from 'fast-check'
import { type KyselyPlugin, sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { writingMuch } from '../../platform/long-writes.ts'
import { aMovement } from '../../testing/builders.ts'
import { type Caller, callerOf, expect, test } from '../../testing/test.ts'
import { keepUp } from './keeping-up.service.ts'
import { type Pace, readOn } from './reading.service.ts'

/** So small that a short log has milestones, and more than one portion and page of changes. */
const pace = { portion: 7, changes: 5, milestoneEvery: 6 }

/** Everything that reading a lifter's sets left behind, but for how and when it was read. */
async function leftBehind(ctx: Ctx, athleteId: AthleteId) {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select jsonb_build_object('state', state, 'sets', sets_read, 'at', last_at, 'id', last_set_id, 'more', has_more)
        from lifter_belief where athlete_id = ${athleteId}) as lifter,
      (select jsonb_agg(jsonb_build_array(movement_id, facts, state) order by movement_id) from movement_belief where athlete_id = ${athleteId}) as movements,
      (select jsonb_agg(to_jsonb(f) order by performed_at, position, set_id) from set_forecast f where athlete_id = ${athleteId}) as forecasts`.execute(
    ctx.db,
  )
  return rows[0]!
}

/** Throws the lifter's beliefs away, as if no set had ever been read. */
async function forgetEverything(ctx: Ctx, athleteId: AthleteId): Promise<void> {
  for (const table of ['lifter_belief', 'movement_belief', 'belief_milestone', 'set_forecast'] as const) {
    await ctx.db.deleteFrom(table).where('athlete_id', '=', athleteId).execute()
  }
}

async function readAll(ctx: Ctx, athleteId: AthleteId, pace?: Pace): Promise<void> {
  while (await readOn(ctx, athleteId, pace));
}

const actions = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('log' as const),
      sets: fc.integer({ min: 1, max: 5 }),
      hoursAgo: fc.constantFrom(0, 0, 0, 1, 26, 200),
      movement: fc.nat(1),
      kind: fc.constantFrom('working', 'working', 'working', 'warm_up'),
      loadKg: fc.constantFrom(60, 80, 82.5),
      reps: fc.integer({ min: 0, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('correct' as const), which: fc.nat(), reps: fc.integer({ min: 0, max: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), which: fc.nat(), hoursAgo: fc.constantFrom(0, 5, 300) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('turn' as const), which: fc.nat(), movement: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete workout' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 49) }) },
)
type Action = typeof actions extends fc.Arbitrary<infer A> ? A : never

async function act(api: Caller, ctx: Ctx & { readonly clock: { advance(milliseconds: number): void } }, action: Action, log: Log) {
  const ago = (hours: number) => new Date(ctx.clock.now() - hours * 3_600_000).toISOString()
  const set = 'which' in action && log.sets.length > 0 ? log.sets[action.which % log.sets.length]! : undefined
  switch (action.do) {
    case 'log': {
      const { sets, hoursAgo, movement, kind, loadKg, reps } = action
      const performedAt = ago(hoursAgo) // all at one time: then their places in the workout decide
      for (let i = 0; i < sets; i++) {
        const reply = await api.post('/v1/sets', { movementId: log.movements[movement]!, kind, loadKg, reps, performedAt })
        expect(reply.statusCode).toBe(201)
        log.sets.push(reply.json())
      }
      return ctx.clock.advance(120_000)
    }
    case 'correct':
      return set && api.patch(`/v1/sets/${set.id}`, { reps: action.reps })
    case 'move':
      return set && api.patch(`/v1/sets/${set.id}`, { performedAt: ago(action.hoursAgo) })
    case 'turn':
      return set && api.patch(`/v1/sets/${set.id}`, { movementId: log.movements[action.movement]! })
    case 'delete':
      return set && api.delete(`/v1/sets/${set.id}`)
    case 'delete workout':
      return set && api.delete(`/v1/workouts/${set.workoutId}`)
    case 'read':
      return readOn(ctx, api.athleteId, pace)
    case 'wait':
      return ctx.clock.advance(action.hours * 3_600_000)
  }
}

interface Log {
  readonly movements: readonly MovementId[]
  readonly sets: { id: string; workoutId: string }[]
}

test('whatever was backfilled, corrected, moved or deleted meanwhile, the belief is that of reading the log as it is', async ({
  api,
  ctx,
}) => {
  await fc.assert(
    fc.asyncProperty(fc.array(actions, { minLength: 15, maxLength: 40 }), async (all) => {
      const log: Log = { movements: [await aMovement(ctx), await aMovement(ctx)], sets: [] }
      for (const { id } of (await api.get('/v1/workouts?limit=200')).json().items) await api.delete(`/v1/workouts/${id}`)
      for (const action of all) await act(api, ctx, action, log)
      await readAll(ctx, api.athleteId, pace)
      const bitByBit = await leftBehind(ctx, api.athleteId)
      await forgetEverything(ctx, api.athleteId)
      await readAll(ctx, api.athleteId)
      expect(bitByBit).toEqual(await leftBehind(ctx, api.athleteId))
    }),
    { numRuns: 8 },
  )
}, 120_000)

/** A bench session every other day, `days` of them, `sets` each. */
async function trained(api: Caller, ctx: Ctx & { clock: { advance(ms: number): void } }, movementId: MovementId, days: number, sets = 3) {
  for (let i = 0; i < days * sets; i++) {
    if (i % sets === 0) ctx.clock.advance(2 * DAY_MS)
    ctx.clock.advance(180_000)
    await api.post('/v1/sets', { movementId, loadKg: 80, reps: 6 + ((i * 5) % 4), rir: 2 })
  }
}

const forecasts = (ctx: Ctx) => ctx.db.selectFrom('set_forecast').selectAll().orderBy('performed_at').execute()

test('a set is foretold from the sets before it, once there are twenty of its movement', async ({ api, ctx }) => {
  await trained(api, ctx, await aMovement(ctx), 8)
  await keepUp(ctx)
  const told = await forecasts(ctx)
  expect(told.map(({ median }) => median !== null)).toEqual([...Array(20).fill(false), ...Array(4).fill(true)])
  const last = told.at(-1)!
  expect(last.low95).toBeLessThanOrEqual(last.median!)
  expect(last.pit).toBeGreaterThan(0)
  expect(last.pit).toBeLessThan(1)
})

test('what was foretold of a set does not change when the set is read again, or when later ones come', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await trained(api, ctx, movementId, 9)
  await keepUp(ctx)
  const before = await forecasts(ctx)
  await trained(api, ctx, movementId, 1)
  await keepUp(ctx)
  expect((await forecasts(ctx)).slice(0, before.length)).toEqual(before)
})

test('two who read the same sets at once leave what one would have', async ({ crowded }) => {
  const api = await callerOf(crowded)
  await trained(api, crowded, await aMovement(crowded), 8)
  await Promise.all([readAll(crowded, api.athleteId, pace), readAll(crowded, api.athleteId), readAll(crowded, api.athleteId, pace)])
  const together = await leftBehind(crowded, api.athleteId)
  expect(together['forecasts']).toHaveLength(24)
  await forgetEverything(crowded, api.athleteId)
  await readAll(crowded, api.athleteId)
  expect(together).toEqual(await leftBehind(crowded, api.athleteId))
})

test('a reading that is cut off at any of its statements leaves nothing half done', async ({ crowded }) => {
  const api = await callerOf(crowded)
  await trained(api, crowded, await aMovement(crowded), 8)
  await readAll(crowded, api.athleteId)
  const whole = await leftBehind(crowded, api.athleteId)
  await forgetEverything(crowded, api.athleteId)
  let cutOffs = 0
  for (let statement = 1; ; statement++) {
    const isDone = await readAll(dyingAt(crowded, statement), api.athleteId, { ...pace, portion: 100 }).then(
      () => true,
      () => false,
    )
    if (isDone) break
    cutOffs++
    expect((await leftBehind(crowded, api.athleteId))['forecasts']).toBeNull()
  }
  expect(cutOffs).toBeGreaterThan(8)
  expect(await leftBehind(crowded, api.athleteId)).toEqual(whole)
})

/** The same world, whose database fails at that statement and all later ones. */
function dyingAt<World extends Ctx>(ctx: World, statement: number): World {
  let count = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (++count >= statement) throw new Error('the power is gone')
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { ...ctx, db: ctx.db.withPlugin(plugin) }
}

test('a repeated round of the chore writes nothing', async ({ api, ctx }) => {
  await trained(api, ctx, await aMovement(ctx), 2)
  await keepUp(ctx)
  const revisions = () => ctx.db.selectFrom('lifter_belief').select(['revision', 'updated_at']).execute()
  const before = await revisions()
  ctx.clock.advance(60_000)
  await keepUp(ctx)
  expect(await revisions()).toEqual(before)
})

test('a log that is being written in bulk is read when that has ended, and not before', async ({ api, ctx }) => {
  await trained(api, ctx, await aMovement(ctx), 2)
  const read = () => ctx.db.selectFrom('lifter_belief').select('sets_read').where('athlete_id', '=', api.athleteId).execute()
  await writingMuch(api.athleteId, () => keepUp(ctx))
  expect(await read()).toEqual([])
  await keepUp(ctx)
  expect(await read()).toHaveLength(1)
})

test('a change of the body, of what a movement is, or of the engine has everything read again', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx, { athleteId: api.athleteId, name: 'Ring dip' })
  await trained(api, ctx, movementId, 3)
  await readAll(ctx, api.athleteId)
  const changes = [
    () => api.patch('/v1/settings', { bodyMassKg: 90 }),
    () => api.patch(`/v1/movements/${movementId}`, { loadKind: 'body_weight_plus' }),
    () => ctx.db.updateTable('lifter_belief').set({ engine_version: 'older', state: 'unreadable' }).execute(),
  ]
  for (const change of changes) {
    await change()
    await trained(api, ctx, movementId, 1)
    await readAll(ctx, api.athleteId)
    const continued = await leftBehind(ctx, api.athleteId)
    await forgetEverything(ctx, api.athleteId)
    await readAll(ctx, api.athleteId)
    expect(continued).toEqual(await leftBehind(ctx, api.athleteId))
  }
})

test('a lifter whose sets cannot be read holds up nobody, and is tried again later', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await trained(api, ctx, movementId, 1)
  await keepUp(ctx)
  await ctx.db.updateTable('lifter_belief').set({ state: 'broken' }).execute()
  await trained(api, ctx, movementId, 1)
  await keepUp(ctx)
  expect((await forecasts(ctx)).length).toBe(3)
  const [row] = await ctx.db.selectFrom('lifter_belief').select('retry_at').execute()
  expect(row!.retry_at!.getTime()).toBeGreaterThan(ctx.clock.now())
})
