import { DAY_MS, type Instant } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { watchLifter } from '../../simulate/overreaching.ts'
import { NOW } from '../../testing/builders.ts'
import { deloadAdvice, type DayShown, type TrainingSigns } from './deload-signs.ts'

const LIFTERS = 40
const lifters = (isTroubled: boolean, keepsDiary: boolean) =>
  Array.from({ length: LIFTERS }, (_, i) => watchLifter(7000 + i, { isTroubled, keepsDiary }))

test.each([true, false])('who recovers badly is told to deload within two weeks; who does not, seldom (diary kept: %s)', (keepsDiary) => {
  const overreached = lifters(true, keepsDiary).filter(({ overreachedOn }) => overreachedOn !== undefined && overreachedOn <= 70)
  const caught = overreached.filter(({ advisedOn, troubledFrom, overreachedOn }) =>
    advisedOn.some((day) => day >= troubledFrom! && day <= overreachedOn! + 14),
  )
  expect(overreached.length).toBeGreaterThan(LIFTERS * 0.8)
  expect(caught.length / overreached.length).toBeGreaterThanOrEqual(0.8)

  const well = lifters(false, keepsDiary).filter(({ overreachedOn }) => overreachedOn === undefined)
  expect(well.length).toBeGreaterThan(LIFTERS * 0.8)
  expect(well.filter(({ advisedOn }) => advisedOn.length > 0).length / well.length).toBeLessThanOrEqual(0.1)
})

/** Three movements twice a week; `change` is what strength does in the last twelve days, in ln. */
function signs({ change = 0, readiness = 0, missed = 0, sets = 3 } = {}): TrainingSigns {
  const days = Array.from({ length: 12 }, (_, i) => 41 - i * 3.5)
  const shown = (daysAgo: number): DayShown => ({
    at: (NOW - daysAgo * DAY_MS) as Instant,
    strength: 4.5 + (daysAgo < 12 ? change : 0),
    variance: 0.001,
    sets: daysAgo < 7 ? sets : 3,
    missed: daysAgo < 12 ? missed : 0,
  })
  return {
    at: NOW as Instant,
    movements: [1, 2, 3].map(() => days.map(shown)),
    readiness: days.map((daysAgo) => ({ at: (NOW - daysAgo * DAY_MS) as Instant, z: daysAgo < 12 ? readiness : 0 })),
  }
}

test('strength that stands still is no reason for a deload; strength that falls is, and more so with each other sign', () => {
  expect(deloadAdvice(signs()).isAdvised).toBe(false)
  expect(deloadAdvice(signs({ change: -0.06 })).isAdvised).toBe(true)
  const small = { change: -0.02 }
  const alone = deloadAdvice(signs(small))
  expect(alone.isAdvised).toBe(false)
  for (const more of [{ readiness: -1 }, { missed: 2 }, { sets: 5 }]) {
    expect(deloadAdvice(signs({ ...small, ...more })).signs).toBeGreaterThan(alone.signs)
  }
  expect(deloadAdvice(signs({ ...small, readiness: -1.5, missed: 1 })).reasons[0]?.code).toBe('strength_falls')
  expect(deloadAdvice(signs({ ...small, readiness: -1.5, missed: 1 })).isAdvised).toBe(true)
})

test('getting stronger outweighs a bad fortnight of sleep', () => {
  expect(deloadAdvice(signs({ change: 0.04, readiness: -1 })).isAdvised).toBe(false)
})

test('soon after a deload none is advised', () => {
  const lastDeloadAt = (NOW - 14 * DAY_MS) as Instant
  expect(deloadAdvice({ ...signs({ change: -0.1 }), lastDeloadAt }).isAdvised).toBe(false)
})
