import { emptyHabit, forecastReps, observeHabit } from '@gymgenius/engine'
import { Backtest } from '@gymgenius/engine/scoring'
import { expect, test } from 'vitest'
import { fairnessOf } from '../../packages/engine/src/scoring/scorecard.ts'
import { meansOf, pooledTally } from '../../packages/engine/src/scoring/tally.ts'
import { readLogs } from '../../bench/training-logs.ts'

/** Lifters of four apps; the whole half is judged by bench/forecast.ts. */
const SAMPLE = ['fitbod-06', 'fitnotes-07', 'gymbook-01', 'strong-38']

test('on real logs, where they lie beside the project, the forecast keeps its floor', () => {
  const scores = readLogs(undefined, (lifter) => SAMPLE.includes(lifter)).map(({ lifter, sets }) => {
    const habit = emptyHabit()
    const backtest = new Backtest(lifter, {
      forecast: (planned) => forecastReps(habit, planned),
      observe: (set) => void observeHabit(habit, set),
    })
    for (const set of sets) backtest.see(set)
    return backtest.score()
  })
  if (scores.length === 0) return
  const { error, crps, nll, inside80 } = meansOf(pooledTally(scores.map(({ byMask }) => byMask.all)))
  expect(error).toBeLessThan(0.85)
  expect(crps).toBeLessThan(0.63)
  expect(nll).toBeLessThan(1.18)
  expect(inside80).toBeGreaterThan(0.78)
  expect(inside80).toBeLessThan(0.83)
  expect(fairnessOf(scores).betterThanRule).toBe(1)
}, 20_000)
