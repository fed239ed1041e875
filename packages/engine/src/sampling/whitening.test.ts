import { expect, test } from 'vitest'
import { gaussian } from './testing/densities.ts'
import { slopeError } from './testing/slope.ts'
import { fromWhite, toWhite, whitened, whiteningAtPeak } from './whitening.ts'

const twisted = gaussian(
  [4, -1],
  [
    [5, 2.5],
    [2.5, 2],
  ],
)

test('the peak of a normal density is its mean, and there it becomes round', () => {
  const whitening = whiteningAtPeak(twisted, [0, 0])
  whitening.centre.forEach((value, i) => expect(value).toBeCloseTo([4, -1][i]!, 5))
  const round = whitened(twisted, whitening)
  const height = (z: readonly number[]) => round.evaluate(Float64Array.from(z), new Float64Array(2))
  for (const z of [
    [1, 0],
    [0, 1],
    [0.6, -0.8],
  ])
    expect(height(z) - height([0, 0])).toBeCloseTo(-0.5, 5)
  expect(slopeError(round, [0.3, -0.7])).toBeLessThan(1e-6)
})

test('white coordinates lead back to where they came from', () => {
  const whitening = whiteningAtPeak(twisted, [0, 0])
  const back = fromWhite(whitening, toWhite(whitening, [3, 2]))
  expect([...back].map((value) => Number(value.toFixed(12)))).toEqual([3, 2])
})

test('a density that curves the wrong way at the start is climbed all the same', () => {
  const wide = {
    dimension: 1,
    evaluate([x]: Float64Array, gradient: Float64Array) {
      gradient[0] = (-2 * x!) / (1 + x! ** 2)
      return -Math.log(1 + x! ** 2)
    },
  }
  expect(whiteningAtPeak(wide, [3]).centre[0]).toBeCloseTo(0, 3)
})
