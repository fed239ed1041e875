import { DAY_MS } from '@gymgenius/domain'
import { expect, test } from '../../testing/test.ts'
import { readOn } from './reading.service.ts'

const pullUp = {
  name: 'Ring pull-up',
  pattern: 'vertical_pull',
  equipment: 'body_weight',
  laterality: 'bilateral',
  loadKind: 'body_weight_plus',
}

test('a past pull-up keeps the weight of its day, and a weighing corrected later is read again', async ({ api, ctx }) => {
  const ago = (ms: number) => new Date(ctx.clock.now() - ms).toISOString()
  const movementId = (await api.post('/v1/movements', pullUp)).json().id
  const belief = async () => {
    while (await readOn(ctx, api.athleteId));
    return (await api.get('/v1/snapshots')).json().reading.belief as object
  }
  const heavy = (await api.post('/v1/body-weights', { weightKg: 100, at: ago(30 * DAY_MS) })).json()
  await api.post('/v1/sets', { movementId, loadKg: 0, reps: 8, rir: 1, performedAt: ago(20 * DAY_MS) })
  const asHeavy = await belief()
  await api.post('/v1/body-weights', { weightKg: 70, at: ago(10 * DAY_MS) })
  expect(await belief()).toEqual(asHeavy)
  await api.put(`/v1/body-weights/${heavy.id}`, { weightKg: 80, at: heavy.at })
  expect(await belief()).not.toEqual(asHeavy)
})
