import { readFileSync } from 'node:fs'
import { emptyHabit, forecastReps, observeHabit } from '@gymgenius/engine'
import { Backtest, type Forecaster, scorecard, SimpleRule } from '@gymgenius/engine/scoring'
import { Gate } from '../packages/engine/src/forecast/gate.ts'
import { crossedFile, foldOf, readLogs } from './training-logs.ts'

/**
 * Scores of the next-set forecast on logs of real lifters: node bench/forecast.ts [habit | crossed | simple-rule] [FOLDER]
 * `habit` is what ships; `crossed` judges each lifter by weights of tools/forecast/train.ts that never saw that lifter.
 */
const [which = 'habit', folder] = process.argv.slice(2)

const gates: Gate[] = []
const started = performance.now()
const logs = readLogs(folder)
const scores = logs.map(({ lifter, sets }, index) => {
  const backtest = new Backtest(lifter, forecasterFor(index))
  for (const set of sets) backtest.see(set)
  return backtest.score()
})
const sets = logs.reduce((sum, log) => sum + log.sets.length, 0)
console.log(scorecard(scores).join('\n'))
console.log(`\n${(((performance.now() - started) / sets) * 1000).toFixed(1)} µs a set, reading and scoring included`)

function forecasterFor(lifterIndex: number): Forecaster {
  if (which === 'simple-rule') return new SimpleRule()
  const habit = emptyHabit()
  const gate = which === 'crossed' ? gateWithout(foldOf(lifterIndex)) : undefined
  return { forecast: (planned) => forecastReps(habit, planned, gate), observe: (set) => void observeHabit(habit, set, gate) }
}

function gateWithout(fold: number): Gate {
  return (gates[fold] ??= new Gate(readFileSync(crossedFile(fold), 'utf8')))
}
