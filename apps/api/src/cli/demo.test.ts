import { instantOf, KG_PER_POUND, seededRng } from '@gymgenius/domain'
import { actingAs, system } from '../platform/context.ts'
import { expect, test } from '../testing/test.ts'
import { settleDemoLifters } from './demo.ts'
import { demoHistory, demoLifters } from './demo-history.ts'

const until = instantOf('2026-03-04T12:00:00Z')
const histories = demoLifters.map((lifter, seed) => ({ lifter, workouts: demoHistory(lifter, until, seededRng(seed + 1)) }))

test('the demo lifters train as people do: in order, with loads that exist, up to now and not beyond', () => {
  for (const { lifter, workouts } of histories) {
    expect(workouts.length).toBeGreaterThan(lifter.weeks * lifter.days.length * 0.8)
    const sets = workouts.flatMap((workout) => workout.sets)
    expect(sets.every(({ at }, i) => i === 0 || at > sets[i - 1]!.at)).toBe(true)
    expect(sets.at(-1)!.at).toBeLessThan(until)
    const step = lifter.unit === 'lb' ? 5 * KG_PER_POUND : 2.5
    for (const { loadKg, reps, rir = 0 } of sets) {
      expect(Math.abs(loadKg / step - Math.round(loadKg / step))).toBeLessThan(1e-9)
      expect(reps >= 1 && rir >= 0 && rir <= 5).toBe(true)
    }
  }
})

test('the demo lifters get stronger', () => {
  for (const { lifter, workouts } of histories) {
    const [main] = Object.values(lifter.routines)[0]!
    const tops = workouts.flatMap(({ sets }) =>
      sets.filter(({ lift, kind }) => lift === main!.name && kind === 'working').map(({ loadKg }) => loadKg),
    )
    const third = Math.floor(tops.length / 3)
    expect(mean(tops.slice(-third))).toBeGreaterThan(mean(tops.slice(0, third)))
  }
})

test('demo lifters move into an empty house with their history and routines, and into no other', async ({ ctx, api }) => {
  expect(await settleDemoLifters(ctx)).toBe(false) // the lifter of `api` lives here
  await ctx.db.deleteFrom('account').where('id', '=', api.athleteId).execute()
  expect(await settleDemoLifters(ctx)).toBe(true)
  const counts = await actingAs(ctx, system, async ({ db }) => ({
    accounts: (await db.selectFrom('account').select('id').execute()).length,
    routines: (await db.selectFrom('routine').select('id').execute()).length,
    workouts: (await db.selectFrom('workout').select('id').execute()).length,
  }))
  expect(counts).toMatchObject({ accounts: 3, routines: 8 })
  expect(counts.workouts).toBeGreaterThan(200)
  expect(await settleDemoLifters(ctx)).toBe(false)
})

const mean = (loads: number[]) => loads.reduce((sum, load) => sum + load, 0) / loads.length
