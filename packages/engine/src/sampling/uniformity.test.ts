import { seededRng } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { uniformity } from './uniformity.ts'

const DRAWS = 99
const ranks = (of: (u: number) => number) => {
  const rng = seededRng(5)
  return Array.from({ length: 400 }, () => Math.floor((DRAWS + 1) * of(rng())))
}
const test20 = (of: (u: number) => number) => uniformity(ranks(of), DRAWS, 20, seededRng(6))

test('even ranks pass', () => {
  const { chiSquareP, ecdfP, histogram } = test20((u) => u)
  expect(Math.min(chiSquareP, ecdfP)).toBeGreaterThan(0.05)
  expect(histogram.reduce((sum, count) => sum + count, 0)).toBe(400)
})

test('ranks of posteriors that are too narrow, too wide or shifted do not', () => {
  expect(test20((u) => (u < 0.5 ? u ** 2 * 2 : 1 - (1 - u) ** 2 * 2)).chiSquareP).toBeLessThan(1e-4) // piled up at the ends
  expect(test20((u) => 0.5 + (u - 0.5) * 0.8).chiSquareP).toBeLessThan(1e-4)
  expect(test20((u) => u ** 1.3).ecdfP).toBeLessThan(1e-3)
})

// χ² with 19 degrees exceeds 25.6 with probability 0.141.
test('ranks moved from one bin to another have the tabled probability', () => {
  const even = Array.from({ length: 400 }, (_, i) => i % 100)
  expect(uniformity(even, DRAWS, 20, seededRng(1)).chiSquareP).toBeGreaterThan(0.999)
  const moved = even.map((rank, i) => (i % 100 < 4 ? rank + 95 : rank)) // 16 of one bin to another: X² = 2 · 16²/20
  expect(uniformity(moved, DRAWS, 20, seededRng(1)).chiSquareP).toBeCloseTo(0.141, 2)
})
