import { expect, test } from 'vitest'
import { aLoggedSet } from '../testing/logged-set.ts'
import { cues } from './cues.ts'
import { CUES, PARAMETERS } from './gate-shape.ts'
import { emptyHabit } from './habit.ts'
import { Recall } from './recall.ts'
import { ResidualForecasts } from './residuals.ts'
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

test('there is a weight for every cue', () => {
  const recall = new Recall()
  const residuals = new ResidualForecasts()
  recall.fill(emptyHabit(), aLoggedSet())
  residuals.fill(emptyHabit(), recall)
  expect(cues(emptyHabit(), recall, residuals, new Float64Array(CUES))).toBe(CUES)
})
