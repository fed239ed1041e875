import type { AthleteId } from '@gymgenius/domain'
import { onTestFinished } from 'vitest'
import { startChores } from '../../platform/chores.ts'
import type { Ctx } from '../../platform/context.ts'
import { aMovement, anAthlete } from '../../testing/builders.ts'
import { callerAs, callerOf, expect, test } from '../../testing/test.ts'
import { trained } from '../../testing/trained.ts'
import { deleteAccount } from '../accounts/index.ts'
import { fitNext } from './fits.service.ts'
import { catchUp, learningRoom } from './index.ts'

const KEEP_UP_MS = learningRoom.chores!['learning.keep_up']!.everySeconds * 1000
/** So many that their fit takes some seconds. */
const workouts = 900

const beingFitted = async (ctx: Ctx) =>
  (await ctx.db.selectFrom('fit_visit').select('seen_seq').where('seen_seq', '=', -1).execute()).length === 1

const setsRead = async (ctx: Ctx, athleteId: AthleteId) =>
  (await ctx.db.selectFrom('lifter_belief').select('sets_read').where('athlete_id', '=', athleteId).executeTakeFirst())?.sets_read

test('what was logged is read while a fit goes on', async ({ crowded }) => {
  const fitted = await callerOf(crowded)
  await trained(fitted, crowded, { workouts })
  await catchUp(crowded, fitted.athleteId)
  const chores = startChores(crowded, [learningRoom])
  onTestFinished(() => chores.stop())
  await expect.poll(() => beingFitted(crowded), { timeout: 10_000 }).toBe(true)

  const other = await callerOf(crowded)
  const logged = await other.post('/v1/sets', { movementId: await aMovement(crowded), loadKg: 100, reps: 5, rir: 2 })
  expect(logged.statusCode, logged.body).toBe(201)
  const read = () => {
    crowded.clock.advance(KEEP_UP_MS)
    return setsRead(crowded, other.athleteId)
  }
  await expect.poll(read, { timeout: 60_000, interval: 500 }).toBe(1)

  expect(await crowded.db.selectFrom('lifter_fit').select('made_at').execute()).toEqual([]) // it still goes on
})

test('who is erased while being fitted leaves no fit behind', async ({ crowded }) => {
  const athleteId = await anAthlete(crowded)
  await trained(await callerAs(crowded, athleteId), crowded)
  const fitting = fitNext(crowded)
  await expect.poll(() => beingFitted(crowded), { timeout: 10_000 }).toBe(true)
  await deleteAccount(crowded, athleteId)
  await fitting
  for (const table of ['lifter_fit', 'fit_visit'] as const) expect(await crowded.db.selectFrom(table).selectAll().execute()).toEqual([])
})
