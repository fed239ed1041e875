import { library } from '@gymgenius/catalog'
import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { type AthleteId, DAY_MS, isoOf, type Instant } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { anAthlete } from '../../testing/builders.ts'
import { type Caller, expect, test } from '../../testing/test.ts'

const bench = library().movements.find(({ slug }) => slug === 'bench-press-barbell')!
const nobodys = '019caf80-0000-7000-8000-00000000dead'
const said = { pattern: 'horizontal_push', equipment: 'barbell', laterality: 'bilateral', loadKind: 'external' }

const own = async (api: Caller, more: object = {}) =>
  (await api.post('/v1/movements', { name: 'Nonno press', ...said, ...more })).json() as Movement

async function logged(api: Caller, movementId: string, days: readonly number[], now: Instant): Promise<void> {
  for (const day of days) {
    const performedAt = isoOf((now - day * DAY_MS) as Instant)
    const { id: workoutId } = (await api.post('/v1/workouts', { startedAt: performedAt, endedAt: performedAt })).json() as { id: string }
    const reply = await api.post('/v1/sets', { movementId, workoutId, performedAt, loadKg: 80, reps: 8, rir: 2 })
    expect(reply.statusCode).toBe(201)
  }
}

async function setsOf(ctx: Ctx, athleteId: AthleteId, movementId: string): Promise<number> {
  const rows = await ctx.db
    .selectFrom('performed_set')
    .select('id')
    .where('athlete_id', '=', athleteId)
    .where('movement_id', '=', movementId)
    .execute()
  return rows.length
}

test('what turns out to be the bench press takes its sets, plans, heart, rule and name there, and back again', async ({ api, ctx }) => {
  const { id } = await own(api)
  await logged(api, id, [14, 7], ctx.clock.now())
  await logged(api, bench.id, [3], ctx.clock.now())
  const plan = { name: 'A', items: [{ movementId: id, sets: [{ kind: 'working' }] }] }
  const { id: routineId } = (await api.post('/v1/routines', plan)).json() as { id: string }
  await api.put(`/v1/favourites/${id}`)
  await api.put(`/v1/rules/movements/${id}`, { rule: 'preferred' })

  const reply = await api.post(`/v1/movements/${id}/merge`, { into: bench.id })
  expect(reply.json()).toEqual({ movementId: bench.id, sets: 2, routines: 1 })
  expect(await setsOf(ctx, api.athleteId, bench.id)).toBe(3)
  expect((await api.get(`/v1/routines/${routineId}`)).json()).toMatchObject({ items: [{ movementId: bench.id }] })
  expect((await api.get('/v1/rules')).json()).toMatchObject({
    favourites: [bench.id],
    movements: [{ movementId: bench.id, rule: 'preferred' }],
  })
  expect((await api.get(`/v1/movements/${id}`)).statusCode).toBe(404)

  expect((await api.delete(`/v1/movements/${id}/merge`)).json()).toEqual({ movementId: id, sets: 2, routines: 1 })
  expect(await setsOf(ctx, api.athleteId, id)).toBe(2)
  expect((await api.get(`/v1/routines/${routineId}`)).json()).toMatchObject({ items: [{ movementId: id }] })
  expect((await api.get(`/v1/movements/${id}`)).statusCode).toBe(200)
  expect((await api.delete(`/v1/movements/${id}/merge`)).statusCode).toBe(404)
})

test('a phone that pulls after a merge gets every set, the plan and the tombstone', async ({ api, ctx }) => {
  const { id } = await own(api)
  await logged(api, id, [14, 7], ctx.clock.now())
  const { cursor } = (await api.get('/v1/sync')).json() as { cursor: string }
  await api.post(`/v1/movements/${id}/merge`, { into: bench.id })
  const pulled = (await api.get(`/v1/sync?cursor=${cursor}`)).json() as { sets: PerformedSet[]; movements: unknown[] }
  expect(pulled.sets.map(({ movementId }) => movementId)).toEqual([bench.id, bench.id])
  expect(pulled.movements).toEqual([{ id, deleted: true }])
})

test('a set that a phone logged before it heard of the merge is kept, and is of the bench press', async ({ api, ctx }) => {
  const { id } = await own(api)
  await api.post(`/v1/movements/${id}/merge`, { into: bench.id })
  const late = await api.post('/v1/sets', { movementId: id, loadKg: 80, reps: 8 })
  expect(late.json()).toMatchObject({ movementId: bench.id })
  const op = {
    opId: ctx.ids.next<'op'>(),
    deviceId: ctx.ids.next<'device'>(),
    deviceSeq: 0,
    hlc: `${ctx.clock.now()}-0000`,
    entity: 'set',
    entityId: ctx.ids.next<'performed_set'>(),
    kind: 'put',
    fields: {
      movementId: id,
      workoutId: (late.json() as PerformedSet).workoutId,
      performedAt: isoOf(ctx.clock.now()),
      loadKg: 80,
      reps: 7,
    },
  }
  const answer = (await api.post('/v1/sync', { ops: [op] })).json() as { results: { outcome: string }[] }
  expect(answer.results).toMatchObject([{ outcome: 'applied' }])
  expect(await setsOf(ctx, api.athleteId, bench.id)).toBe(2)
})

test('what cannot be one movement is refused, and nothing has moved', async ({ api, ctx }) => {
  const { id } = await own(api)
  const assisted = await own(api, { name: 'Helped press', loadKind: 'assisted' })
  const stranger = api.as(await anAthlete(ctx))
  const theirs = await own(stranger)
  await logged(api, id, [7], ctx.clock.now())
  const merge = async (from: string, into: string) => (await api.post(`/v1/movements/${from}/merge`, { into })).json() as { code: string }
  expect(await merge(id, nobodys)).toMatchObject({ code: 'movements.unknown' })
  expect(await merge(id, theirs.id)).toMatchObject({ code: 'movements.unknown' })
  expect(await merge(theirs.id, bench.id)).toMatchObject({ code: 'movements.not_found' })
  expect(await merge(bench.id, id)).toMatchObject({ code: 'movements.not_found' })
  expect(await merge(id, id)).toMatchObject({ code: 'movements.cannot_merge', facts: { because: 'same_movement' } })
  expect(await merge(assisted.id, bench.id)).toMatchObject({ code: 'movements.cannot_merge', facts: { because: 'load_kind' } })
  expect(await setsOf(ctx, api.athleteId, id)).toBe(1)
})
