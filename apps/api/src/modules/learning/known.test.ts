import { DAY_MS } from '@gymgenius/domain'
import { aMovement } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'
import { catchUp, knownOf } from './index.ts'
import { readOn } from './reading.service.ts'

test('while a log is read again, what was known of all of it stays; while it is read for the first time, what was read counts', async ({
  api,
  ctx,
}) => {
  const movementId = await aMovement(ctx)
  for (const daysAgo of [12, 9, 6, 3]) {
    const performedAt = new Date(ctx.clock.now() - daysAgo * DAY_MS).toISOString()
    for (const loadKg of [80, 80, 82.5]) await api.post('/v1/sets', { movementId, loadKg, reps: 6, rir: 2, performedAt })
  }
  const inSixes = { portion: 6, changes: 500, milestoneEvery: 500 }
  const strengths = async () => (await knownOf(ctx, api.athleteId)).strengths
  expect(await strengths()).toEqual([])
  expect(await readOn(ctx, api.athleteId, inSixes)).toBe(true)
  expect(await strengths()).toMatchObject([{ movementId, sets: 6 }])
  await catchUp(ctx, api.athleteId)
  const whole = await strengths()
  expect(whole).toMatchObject([{ movementId, sets: 12 }])

  await ctx.db.updateTable('lifter_belief').set({ engine_version: 'of another time' }).where('athlete_id', '=', api.athleteId).execute()
  expect(await readOn(ctx, api.athleteId, inSixes)).toBe(true)
  expect(await strengths()).toEqual(whole)
  await catchUp(ctx, api.athleteId)
  expect(await strengths()).toEqual(whole)
})
