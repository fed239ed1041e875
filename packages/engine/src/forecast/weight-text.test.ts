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

test('the shipped weights are complete, and no text is much shorter', () => {
  expect(weightsOf(WEIGHTS).every(Number.isFinite)).toBe(true)
  expect(Math.abs(weightText(weightsOf(WEIGHTS)).length - WEIGHTS.length)).toBeLessThan(30)
  // Half a text makes other numbers: nothing of it is idle.
  const half = weightsOf(WEIGHTS.slice(0, WEIGHTS.length / 2))
  expect(weightsOf(WEIGHTS).filter((value, i) => value === half[i]).length).toBeLessThan(0.7 * PARAMETERS)
})

test('there is a weight for every cue', () => {
  const recall = new Recall()
  const residuals = new ResidualForecasts()
  recall.fill(emptyHabit(), aLoggedSet())
  residuals.fill(emptyHabit(), recall)
  expect(cues(emptyHabit(), recall, residuals, new Float64Array(CUES))).toBe(CUES)
})
