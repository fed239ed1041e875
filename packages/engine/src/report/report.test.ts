import { type Instant, isoOfDay, kg, reps, localDays, type LocalDay, mondayOf, yearOfDay } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { aLoggedSet, movementCalled } from '../testing/logged-set.ts'
import { estimateFor } from '../strength/best-set.ts'
import { steadied } from './lift.ts'
import { Report } from './report.ts'

/** Sets of one lifter; `day` counts from 2 March 2026, a Monday. */
function cardOf(sets: readonly Parameters<typeof aLoggedSet>[0][]) {
  const report = new Report()
  const dayOf = localDays('UTC')
  for (const said of sets) {
    const set = aLoggedSet(said)
    report.add({ ...set, day: dayOf(set.at) }, null, null)
  }
  return report.card()
}

test('a record belongs to the day that set it first, and what is heavier for as many repetitions stands alone', () => {
  const { records } = cardOf([
    { day: 0, loadKg: 80, reps: 8 },
    { day: 1, loadKg: 100, reps: 3 },
    { day: 2, loadKg: 80, reps: 8 },
    { day: 3, loadKg: 90, reps: 8 },
    { day: 3, loadKg: 120, reps: 12, kind: 'warm_up' },
  ]).lifts[0]!
  const told = records.atLoads.map(({ load, reps, day }) => [load, reps, isoOfDay(day)])
  expect(told).toEqual([
    [100, 3, '2026-03-03'],
    [90, 8, '2026-03-05'],
  ])
  expect(records.heaviest).toMatchObject({ load: 100, reps: 3 })
  expect(records.mostReps).toMatchObject({ load: 80, reps: 8 })
  expect(records.strongest).toMatchObject({ load: 90, e1rm: estimateFor(aLoggedSet({ loadKg: 90 })) })
})

test('help taken off the body is a record when it is less', () => {
  const movement = { ...movementCalled('assisted pull-up'), loadKind: 'assisted' as const }
  const report = new Report()
  for (const [load, reps] of [
    [40, 8],
    [20, 5],
    [30, 8],
  ] as const)
    report.add({ ...aLoggedSet({ loadKg: load, reps }), movement, day: 0 as LocalDay }, null, null)
  const { records } = report.card().lifts[0]!
  expect(records.heaviest).toMatchObject({ load: 20 })
  expect(records.strongest).toBeNull()
  expect(records.atLoads.map(({ load }) => load)).toEqual([20, 30])
})

test('weeks trained, the longest run of them, and what each trained', () => {
  const chest = [
    { muscle: 'chest', role: 'prime_mover', share: 1 },
    { muscle: 'upper_chest', role: 'prime_mover', share: 1 },
    { muscle: 'triceps', role: 'synergist', share: 0.5 },
  ] as const
  const report = new Report()
  for (const day of [0, 2, 7, 28]) {
    const set = aLoggedSet({ day })
    report.add({ ...set, movement: { ...set.movement, muscles: chest }, day: localDays('UTC')(set.at) }, null, null)
  }
  const { consistency, weeks, days } = report.card()
  expect(consistency).toMatchObject({ weeks: 5, weeksTrained: 3, longestRun: 2, workouts: 4 })
  expect(days.map(([, sets]) => sets)).toEqual([1, 1, 1, 1])
  // Two heads of the chest are one set of chest.
  expect(weeks[0]).toMatchObject({ sets: 2, groups: { chest: 2, arms: 1 }, muscles: { chest: 2, upper_chest: 2, triceps: 1 } })
})

test('a drop set trains its muscles and is no record; a warm-up does neither', () => {
  const report = new Report()
  for (const set of [
    aLoggedSet({ loadKg: 60, kind: 'warm_up' }),
    aLoggedSet({ loadKg: 80, kind: 'working' }),
    aLoggedSet({ loadKg: 100, kind: 'drop' }),
  ])
    report.add({ ...set, day: localDays('UTC')(set.at) }, null, null)
  const { weeks, lifts } = report.card()
  expect(weeks.map(({ sets }) => sets)).toEqual([2])
  expect(lifts[0]!.records.heaviest).toMatchObject({ load: 80 })
})

test('a set belongs to the day and the year where its lifter is', () => {
  const at = 1_767_223_800_000 as Instant // 31 December 2025, 23:30 UTC
  expect(isoOfDay(localDays('Europe/Berlin')(at))).toBe('2026-01-01')
  expect(yearOfDay(localDays('Europe/Berlin')(at))).toBe(2026)
  expect(isoOfDay(localDays('America/New_York')(at))).toBe('2025-12-31')
  expect(isoOfDay(mondayOf(localDays('UTC')(at)))).toBe('2025-12-29')
  expect(mondayOf(-1 as LocalDay)).toBe(-3) // 31 December 1969 was a Wednesday
})

const point = (mean: number) => ({ day: 0 as LocalDay, load: kg(80), reps: reps(5), e1rm: kg(mean), sets: 3, strength: { mean, sd: 4 } })

test('one light day is no loss of strength on the curve, five are', () => {
  const means = (curve: readonly number[]) => steadied(curve.map(point)).map(({ strength }) => strength!.mean)
  expect(means([100, 101, 102, 80, 103])).toEqual([100, 101, 101, 101, 101])
  expect(means([100, 100, 100, 80, 80, 80]).at(-1)).toBe(80)
  expect(steadied([{ ...point(100), strength: null }])[0]!.strength).toBeNull()
})
