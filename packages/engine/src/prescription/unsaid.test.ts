import { expect, test } from 'vitest'
import { aSet, aSnapshot, aTarget } from '../testing/builders.ts'
import { prescribe } from './prescribe.ts'

const weeks = (count: number, rir: number | null) =>
  Array.from({ length: 3 * count }, (_, i) =>
    aSet({ daysAgo: 4 * (count - Math.floor(i / 3)), minutesAgo: 12 - 4 * (i % 3), loadKg: 100, reps: 8, rir }),
  )
const told = (count: number, rir: number | null) => {
  const [strength] = prescribe(aSnapshot({ sets: weeks(count, rir) }), aTarget()).reasons
  return { mean: strength!['e1rmKg'] as number, sd: strength!['sdKg'] as number }
}

test('eight easy weeks of which nothing is said leave the maximum in doubt, and more of them take none of it away', () => {
  const [said, unsaid, more] = [told(16, 2), told(16, null), told(32, null)]
  expect(said.sd / said.mean).toBeLessThan(0.06)
  expect(unsaid.sd / unsaid.mean).toBeGreaterThan(0.12)
  expect(more.sd).toBeGreaterThan(0.95 * unsaid.sd)
  // The set may have left two or ten: both are within two sd.
  expect(unsaid.mean - 2 * unsaid.sd).toBeLessThan(said.mean)
})
