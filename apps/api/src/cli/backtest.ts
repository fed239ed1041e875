import { createLifter } from '@gymgenius/engine'
import { Backtest, type Forecaster, type LifterScore, scorecard } from '@gymgenius/engine/scoring'
import { type LifterLog, lifterLogsIn } from './backtest.logs.ts'
import { type Command, Usage } from './command.ts'
import { movementFactsReader } from './engine.facts.ts'

export const backtestCommand: Command = {
  usage: 'FILE… [--unit kg|lb]',
  summary: 'Judge the forecast of the next set on logs, strictly one set ahead',
  help: `  FILE…        exports of a supported app (one lifter each), or tables of sets: lifter,session,ts,exercise,…
  --unit U     kg or lb, where a file does not say

Prints errors in repetitions, pooled and for each lifter, beside those of the simple rule. Needs no data folder and keeps nothing.`,
  options: { unit: { type: 'string' } },
  run: async ({ positionals, text }) => {
    const unit = text('unit')
    if (unit !== undefined && unit !== 'kg' && unit !== 'lb') throw new Usage(`--unit is kg or lb, not "${unit}"`)
    if (positionals.length === 0) throw new Usage('Name the logs: gymgenius backtest FILE…')
    const factsOf = movementFactsReader()
    const scores: LifterScore[] = []
    for (const path of positionals) {
      for (const log of await lifterLogsIn(path, { unit, factsOf })) scores.push(scoreOf(log))
    }
    console.log(scorecard(scores).join('\n'))
  },
}

function scoreOf({ lifter, sets }: LifterLog): LifterScore {
  const backtest = new Backtest(lifter, newForecaster())
  for (const set of sets) backtest.see(set)
  return backtest.score()
}

/** The engine as the protocol has it: it is asked before it is told. */
function newForecaster(): Forecaster {
  const lifter = createLifter()
  return { observe: lifter.observe, forecast: (set) => lifter.forecast(set).probabilities }
}
