import { Backtest, type Forecaster, scorecard, SimpleRule } from '@gymgenius/engine'
import { readLogs } from './training-logs.ts'

/** Scores of the next-set forecast on logs of real lifters: node bench/forecast.ts [simple-rule] [FOLDER]. */
const [which = 'simple-rule', folder] = process.argv.slice(2)
const forecasters: Readonly<Record<string, () => Forecaster>> = { 'simple-rule': () => new SimpleRule() }

const scores = readLogs(folder).map(({ lifter, sets }) => {
  const backtest = new Backtest(lifter, forecasters[which]!())
  for (const set of sets) backtest.see(set)
  return backtest.score()
})
console.log(scorecard(scores).join('\n'))
