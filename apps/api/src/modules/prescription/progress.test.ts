import { aMovement, anAthlete } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'

test('the best set of each day of the lifter is on the chart, in their own time zone', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await api.patch('/v1/settings', { timeZone: 'America/New_York' })
  const lift = (performedAt: string, loadKg: number, reps: number, extra = {}) =>
    api.post('/v1/sets', { movementId, performedAt, loadKg, reps, ...extra })
  await lift('2026-02-10T23:00:00Z', 80, 5)
  await lift('2026-02-11T03:00:00Z', 80, 8) // still the evening of the 10th in New York
  await lift('2026-02-10T22:50:00Z', 120, 8, { kind: 'warm_up' })
  await lift('2026-02-12T23:00:00Z', 90, 5, { rir: 2 })

  const { points, movementName } = (await api.get(`/v1/movements/${movementId}/progress`)).json()
  expect(movementName).toBe('Back squat')
  expect(points).toEqual([
    { at: '2026-02-11T03:00:00.000Z', loadKg: 80, reps: 8, e1rmKg: expect.closeTo(80 * (38.5 / 31) ** (1 / 0.93), 9) },
    { at: '2026-02-12T23:00:00.000Z', loadKg: 90, reps: 5, e1rmKg: expect.closeTo(90 * ((37 + 5 / 6) / 31) ** (1 / 0.93), 9) },
  ])
})

test('a movement without sets has an empty chart, and one that is not there is not found', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  expect((await api.get(`/v1/movements/${movementId}/progress`)).json().points).toEqual([])
  const theirs = await aMovement(ctx, { athleteId: await anAthlete(ctx) })
  expect((await api.get(`/v1/movements/${theirs}/progress`)).json()).toMatchObject({ status: 404, code: 'movements.not_found' })
})
