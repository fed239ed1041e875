import type { GymItem } from '@gymgenius/contracts'
import type { GymId, MovementId } from '@gymgenius/domain'
import { kgFromPounds } from '@gymgenius/domain'
import { anAthlete } from '../../testing/builders.ts'
import { aPhone } from '../../testing/device.ts'
import { uuid } from '../../testing/ids.ts'
import { expect, test } from '../../testing/test.ts'
import { equipmentOf, loadsFor } from './index.ts'

const bar = { id: 'bar', kind: 'bar', equipment: 'barbell', unit: 'kg', weightKg: 20 }
const plates = (weightKg: number, pairs: number) => ({
  id: `p${String(weightKg).replace('.', '_')}`,
  kind: 'plates',
  unit: 'kg',
  weightKg,
  pairs,
})
const home = { name: 'Home', items: [bar, plates(10, 1), plates(5, 1), plates(2.5, 1)] }
const bench = { id: uuid(1) as MovementId, equipment: 'barbell', loadKind: 'external' } as const
const NOW = '2026-03-02T18:00:00.000Z'

test('a gym is kept as it was said, and the one chosen last is the one the lifter is in', async ({ api, ctx }) => {
  expect((await api.get('/v1/gyms')).json()).toEqual({ items: [] })
  const made = await api.post('/v1/gyms', home)
  expect(made.statusCode).toBe(201)
  const { id } = made.json()
  expect(made.json().items[0]).toEqual({ ...bar, availability: 'there', sides: 2, count: 1 })
  const cellar = (
    await api.post('/v1/gyms', {
      name: 'Cellar',
      items: [{ id: 'k', kind: 'weights', equipment: 'kettlebell', unit: 'kg', weightsKg: [16] }],
    })
  ).json()
  const before = new Date(ctx.clock.now()).toISOString()
  await api.put(`/v1/gyms/${cellar.id}`, { name: 'Cellar', items: cellar.items, hasTheRest: false, chosenAt: before })
  const { items } = (await api.get('/v1/gyms')).json()
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['Cellar', 'Home'])
  expect(await equipmentOf(ctx, api.athleteId)).toMatchObject({ gymId: cellar.id, equipment: new Set(['body_weight', 'kettlebell']) })
  expect((await equipmentOf(ctx, api.athleteId, id)).equipment).toEqual(new Set(['body_weight', 'barbell', 'plate']))
})

test('advice is what the gym can load', async ({ api, ctx }) => {
  await api.post('/v1/gyms', home)
  expect(await loadsFor(ctx, api.athleteId, bench, 'kg')).toEqual({ min: 20, step: 5, max: 55 })
  expect(await loadsFor(ctx, api.athleteId, { ...bench, equipment: 'kettlebell' }, 'kg')).toEqual({ min: 4, step: 4 }) // not there: as elsewhere
})

test('a lifter who has said nothing has everything, and loads of an ordinary gym', async ({ api, ctx }) => {
  const { gymId, equipment } = await equipmentOf(ctx, api.athleteId)
  expect([gymId, equipment.has('sled')]).toEqual([undefined, true])
  expect(await loadsFor(ctx, api.athleteId, bench, 'lb')).toEqual({ min: kgFromPounds(45), step: kgFromPounds(5) })
})

test('what is away is not there, and in an ordinary gym everything else is', async ({ api, ctx }) => {
  const away = { id: 'gone', kind: 'presence', equipment: 'sled', availability: 'away' }
  const taken = { id: 'busy', kind: 'presence', equipment: 'cable', availability: 'often_taken' }
  await api.post('/v1/gyms', {
    name: 'City',
    hasTheRest: true,
    items: [away, taken, { id: 'b', kind: 'fixture', fixture: 'rack', availability: 'away' }],
  })
  const { equipment, fixtures, oftenTaken } = await equipmentOf(ctx, api.athleteId)
  expect([equipment.has('sled'), equipment.has('barbell'), fixtures.has('rack'), fixtures.has('flat_bench')]).toEqual([
    false,
    true,
    false,
    true,
  ])
  expect(oftenTaken).toEqual(new Set(['cable']))
})

test('the loads in short are answered from the gym, and saying one kind anew leaves the inventory of the others', async ({ api }) => {
  const dumbbells = { id: 'rack', kind: 'weights', equipment: 'dumbbell', unit: 'kg', weightsKg: [8, 10, 14] }
  await api.post('/v1/gyms', { ...home, items: [...home.items, dumbbells] })
  const shown = (await api.get('/v1/equipment/load-steps')).json().items
  expect(shown[0]).toEqual({ equipment: 'barbell', unit: 'kg', minKg: 20, stepKg: 5, platesKg: [10, 5, 2.5] })
  expect(shown[1]).toEqual({ equipment: 'dumbbell', unit: 'kg', minKg: 8, stepKg: 2 })
  const machine = { equipment: 'machine', unit: 'kg', minKg: 7, stepKg: 7 }
  await api.put('/v1/equipment/load-steps', {
    items: [...shown.filter(({ equipment }: { equipment: string }) => equipment !== 'machine'), machine],
  })
  const [gym] = (await api.get('/v1/gyms')).json().items
  expect(gym.items.map(({ kind }: GymItem) => kind)).toEqual(['bar', 'plates', 'plates', 'plates', 'weights', 'steps'])
})

test('the same gym made twice is one, and another by its id is refused', async ({ api, ctx }) => {
  const id = uuid(0x99)
  expect((await api.post('/v1/gyms', { ...home, id })).statusCode).toBe(201)
  expect((await api.post('/v1/gyms', { ...home, id })).statusCode).toBe(201)
  expect((await api.post('/v1/gyms', { name: 'Other', id })).json()).toMatchObject({ code: 'logging.id_taken' })
  const stranger = api.as(await anAthlete(ctx))
  expect((await stranger.post('/v1/gyms', { ...home, id })).json()).toMatchObject({ code: 'equipment.gym_not_found' })
  expect((await stranger.get(`/v1/gyms/${id}`)).statusCode).toBe(404)
  expect((await stranger.put(`/v1/gyms/${id}`, { ...home, hasTheRest: false })).statusCode).toBe(404)
  expect((await stranger.delete(`/v1/gyms/${id}`)).statusCode).toBe(404)
  expect((await api.get('/v1/gyms')).json().items).toHaveLength(1)
})

test('a deleted gym is gone, and a workout done there stays', async ({ api }) => {
  const { id } = (await api.post('/v1/gyms', home)).json()
  const workout = (await api.post('/v1/workouts', { gymId: id })).json()
  expect(workout.gymId).toBe(id)
  expect((await api.delete(`/v1/gyms/${id}`)).statusCode).toBe(204)
  expect((await api.get(`/v1/gyms/${id}`)).statusCode).toBe(404)
  expect((await api.get(`/v1/workouts/${workout.id}`)).statusCode).toBe(200)
})

test('a workout in a gym that is nobody’s is kept without it', async ({ api }) => {
  const workout = (await api.post('/v1/workouts', { gymId: uuid(0x77) })).json()
  expect(workout.gymId).toBeUndefined()
  const { id } = (await api.post('/v1/gyms', home)).json()
  const moved = (await api.patch(`/v1/workouts/${workout.id}`, { gymId: id })).json()
  expect(moved.gymId).toBe(id)
  expect((await api.patch(`/v1/workouts/${workout.id}`, { gymId: null })).json().gymId).toBeUndefined()
})

test('advice in a workout is for the gym the workout is in', async ({ api, ctx }) => {
  const movement = (await api.get('/v1/movements?q=barbell%20bench%20press&limit=1')).json().items[0]
  const here = (await api.post('/v1/gyms', { ...home, chosenAt: NOW })).json()
  const away = (await api.post('/v1/gyms', { name: 'Hotel', items: [bar, plates(20, 1)] })).json()
  const loadIn = async (gymId: GymId) => {
    const workout = (await api.post('/v1/workouts', { gymId })).json()
    for (const reps of [8, 8, 8]) await api.post('/v1/sets', { movementId: movement.id, loadKg: 45, reps, rir: 1, workoutId: workout.id })
    return (await api.post('/v1/recommendations', { movementId: movement.id, setNumber: 4, workoutId: workout.id })).json().loadKg
  }
  expect((await equipmentOf(ctx, api.athleteId)).gymId).toBe(here.id)
  expect([20, 25, 30, 35, 40, 45, 50, 55]).toContain(await loadIn(here.id))
  expect([20, 60]).toContain(await loadIn(away.id))
})

test.for([
  { what: 'a negative plate', item: { ...plates(5, 1), weightKg: -5 }, pointer: '/items/0/weightKg' },
  { what: 'a million pairs', item: plates(5, 1_000_000), pointer: '/items/0/pairs' },
  { what: 'half a pair', item: plates(5, 0.5), pointer: '/items/0/pairs' },
  { what: 'a plate that weighs nothing', item: plates(0, 1), pointer: '/items/0/weightKg' },
  { what: 'a plate of a weight that nobody could mark', item: plates(1.2345, 1), pointer: '/items/0/weightKg' },
  { what: 'a bar heavier than any', item: { ...bar, weightKg: 5000 }, pointer: '/items/0/weightKg' },
  { what: 'a weight that is no number', item: { ...bar, weightKg: 'NaN' }, pointer: '/items/0/weightKg' },
  {
    what: 'a stack without a pin',
    item: { id: 's', kind: 'stack', equipment: 'cable', unit: 'kg', pinsKg: [] },
    pointer: '/items/0/pinsKg',
  },
  {
    what: 'a rack of two thousand',
    item: { id: 'w', kind: 'weights', equipment: 'dumbbell', unit: 'kg', weightsKg: Array.from({ length: 2000 }, (_, i) => 1 + i / 4) },
    pointer: '/items/0/weightsKg',
  },
  {
    what: 'the same dumbbell twice',
    item: { id: 'w', kind: 'weights', equipment: 'dumbbell', unit: 'kg', weightsKg: [10, 10] },
    pointer: '/items/0/weightsKg',
  },
  { what: 'a thing that nobody has heard of', item: { id: 'x', kind: 'trebuchet' }, pointer: '/items/0/kind' },
  { what: 'an id with markup', item: { ...bar, id: '<b>' }, pointer: '/items/0/id' },
])('$what is refused, and nothing is kept', async ({ item, pointer }, { api }) => {
  const reply = await api.post('/v1/gyms', { name: 'Home', items: [item] })
  expect(reply.json()).toMatchObject({ status: 422, code: 'request.invalid', facts: { errors: [{ pointer }] } })
  expect((await api.get('/v1/gyms')).json().items).toEqual([])
})

test('two things of one id, and gyms without end, are refused', async ({ api }) => {
  expect((await api.post('/v1/gyms', { name: 'x', items: [bar, bar] })).json()).toMatchObject({
    facts: { errors: [{ pointer: '/items/1/id', code: 'duplicate' }] },
  })
  expect((await api.post('/v1/gyms', { name: ' ' })).statusCode).toBe(422)
  for (let i = 0; i < 50; i++) expect((await api.post('/v1/gyms', { name: `Gym ${i}` })).statusCode).toBe(201)
  expect((await api.post('/v1/gyms', { name: 'One more' })).json()).toMatchObject({ status: 422, code: 'equipment.too_many_gyms' })
})

test('a gym made, changed and deleted on a phone without a network arrives, and another phone hears of it', async ({ api, ctx }) => {
  const phone = aPhone(1, () => ctx.clock.now())
  const id = uuid(0x55)
  const push = async (...ops: object[]) =>
    (await api.post('/v1/sync', { ops })).json().results.map(({ outcome, code }: { outcome: string; code?: string }) => code ?? outcome)
  const pulled = async () => (await api.get('/v1/sync')).json().gyms
  expect(await push(phone.op({ entity: 'gym', id, kind: 'put', fields: { ...home, hasTheRest: false } }))).toEqual(['applied'])
  expect(await pulled()).toMatchObject([{ id, name: 'Home', hasTheRest: false }])
  const farAhead = '2096-01-01T00:00:00Z'
  expect(await push(phone.op({ entity: 'gym', id, kind: 'patch', fields: { name: 'Cellar', chosenAt: farAhead } }))).toEqual(['applied'])
  const [gym] = await pulled()
  expect([gym.name, Date.parse(gym.chosenAt) <= ctx.clock.now(), gym.items.length]).toEqual(['Cellar', true, 4])
  expect(await push(phone.op({ entity: 'gym', id, kind: 'patch', fields: { items: [{ ...bar, weightKg: -1 }] } }))).toEqual([
    'request.invalid',
  ])
  expect(await push(phone.op({ entity: 'gym', id, kind: 'delete' }))).toEqual(['applied'])
  expect(await pulled()).toEqual([{ id, deleted: true }])
  expect(await push(phone.op({ entity: 'gym', id, kind: 'patch', fields: { name: 'late' } }))).toEqual(['equipment.gym_not_found'])
  expect(await push(phone.op({ entity: 'gym', id, kind: 'patch', fields: { deleted: false } }))).toEqual(['applied'])
  expect((await pulled())[0].name).toBe('Cellar')
})
