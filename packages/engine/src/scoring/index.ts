export { Backtest, type LifterScore } from './backtest.ts'
export type { Forecaster } from './forecaster.ts'
export { scorecard } from './scorecard.ts'
export { SimpleRule } from './simple-rule.ts'
