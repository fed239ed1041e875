import { expect, test } from 'vitest'
import { PARAMETERS } from './gate-shape.ts'
import { weightsOf, weightText } from './weight-text.ts'
import { WEIGHTS } from './weights.ts'

test('weights written as text come back within a step of their row', () => {
  const weights = new Float64Array(PARAMETERS).map((_, i) => ((i * 37) % 101) / 50 - 1)
  const back = weightsOf(weightText(weights))
  expect(back.every((value, i) => Math.abs(value - weights[i]!) <= 0.5 / 12)).toBe(true)
})

test('reading and writing again changes nothing, and the shipped weights are complete', () => {
  expect(weightText(weightsOf(WEIGHTS))).toHaveLength(WEIGHTS.length)
  expect(weightsOf(WEIGHTS).every(Number.isFinite)).toBe(true)
})
