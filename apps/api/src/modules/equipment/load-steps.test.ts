import { equipmentKinds, KG_PER_POUND } from '@gymgenius/domain'
import { anAthlete } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'

const url = '/v1/equipment/load-steps'
const barbell = { equipment: 'barbell', unit: 'kg', minKg: 15, stepKg: 1, platesKg: [10, 5, 0.5] }

test('a lifter who has said nothing has an ordinary gym in kilograms', async ({ api }) => {
  const { items } = (await api.get(url)).json()
  expect(items.map((item: { equipment: string }) => item.equipment)).toEqual(equipmentKinds)
  expect(items[0]).toEqual({ equipment: 'barbell', unit: 'kg', minKg: 20, stepKg: 2.5, platesKg: [25, 20, 15, 10, 5, 2.5, 1.25] })
})

test('a lifter who reads pounds has pound plates and a 45 lb bar', async ({ api, ctx }) => {
  await ctx.db.updateTable('athlete').set({ unit: 'lb' }).where('id', '=', api.athleteId).execute()
  const { items } = (await api.get(url)).json()
  expect(items[0]).toMatchObject({ unit: 'lb', minKg: 45 * KG_PER_POUND, stepKg: 5 * KG_PER_POUND })
  expect(items[0].platesKg[0]).toBe(45 * KG_PER_POUND)
})

test('what is said about a gym is kept, and what is left out goes back to the defaults', async ({ api }) => {
  const said = await api.put(url, { items: [barbell, { equipment: 'dumbbell', unit: 'kg', minKg: 1, stepKg: 1 }] })
  expect(said.json().items.slice(0, 2)).toEqual([barbell, { equipment: 'dumbbell', unit: 'kg', minKg: 1, stepKg: 1 }])
  const later = await api.put(url, { items: [barbell] })
  expect(later.json().items.slice(0, 2)).toEqual([barbell, { equipment: 'dumbbell', unit: 'kg', minKg: 2, stepKg: 2 }])
})

test('the loads of another lifter stay their own', async ({ api, ctx }) => {
  await api.put(url, { items: [barbell] })
  const { items } = (await api.as(await anAthlete(ctx)).get(url)).json()
  expect(items[0].minKg).toBe(20)
})

test.for([
  { what: 'a step of nothing', item: { ...barbell, stepKg: 0 }, pointer: '/items/0/stepKg' },
  { what: 'a bar heavier than any', item: { ...barbell, minKg: 5000 }, pointer: '/items/0/minKg' },
  { what: 'equipment nobody has', item: { ...barbell, equipment: 'catapult' }, pointer: '/items/0/equipment' },
])('$what is refused, and nothing changes', async ({ item, pointer }, { api }) => {
  const reply = await api.put(url, { items: [item] })
  expect(reply.json()).toMatchObject({ status: 422, code: 'request.invalid', facts: { errors: [{ pointer }] } })
  expect((await api.get(url)).json().items[0].minKg).toBe(20)
})

test('the same equipment twice is refused', async ({ api }) => {
  const reply = await api.put(url, { items: [barbell, barbell] })
  expect(reply.json()).toMatchObject({ status: 422, facts: { errors: [{ pointer: '/items/1/equipment', code: 'duplicate' }] } })
})
