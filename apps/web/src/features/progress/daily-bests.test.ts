import { kg, reps } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { aSet, bench } from '../../testing/training.ts'
import { chartedDays, dailyBests, recordSets, valueOf } from './daily-bests.ts'

const done = (minute: number, load: number, times: number) => aSet({ minute, loadKg: kg(load), reps: reps(times) })

test('the most repetitions and the most load are records though another set of the day points to more', () => {
  const sets = [done(1, 60, 12), done(5, 100, 8), done(9, 110, 1)]
  const { heaviest, mostReps } = recordSets(sets, bench)
  expect([heaviest?.load, heaviest?.reps]).toEqual([110, 1])
  expect([mostReps?.load, mostReps?.reps]).toEqual([60, 12])
})

test('with help the least of it is the record, and without a load there is no heaviest set', () => {
  expect(recordSets([done(1, 30, 5), done(5, 10, 5)], { loadKind: 'assisted' }).heaviest?.load).toBe(10)
  expect(recordSets([done(1, 0, 9)], { loadKind: 'body_weight' })).toMatchObject({ heaviest: undefined, mostReps: { reps: 9 } })
})

test('a record belongs to the day that set it first, and no repetition is none', () => {
  const day = 24 * 60
  const sets = [done(2 * day, 80, 5), done(day, 80, 5), done(3 * day, 120, 0)]
  const { heaviest, mostReps } = recordSets(sets, bench)
  expect(heaviest).toEqual(mostReps)
  expect(heaviest).toMatchObject({ load: 80, day: new Date(sets[1]!.performedAt).setHours(0, 0, 0, 0) })
})

test('pull-ups of the body alone are charted by repetitions, and one day without the belt is no fall to zero', () => {
  const pullUp = { loadKind: 'body_weight_plus' } as const
  const day = 24 * 60
  const values = (sets: Parameters<typeof dailyBests>[0]) => {
    const { days, isReps } = chartedDays(dailyBests(sets, pullUp), pullUp)
    return { isReps, values: days.map((best) => Math.round(valueOf(best, pullUp, isReps))) }
  }
  expect(values([done(0, 0, 9), done(2 * day, 0, 8), done(2 * day + 5, 0, 11)])).toEqual({ isReps: true, values: [9, 11] })
  const belted = values([done(0, 20, 1), done(2 * day, 0, 12), done(4 * day, 25, 1)])
  expect(belted).toMatchObject({ isReps: false })
  expect(belted.values).toHaveLength(2)
  expect(Math.min(...belted.values)).toBeGreaterThanOrEqual(20)
})
