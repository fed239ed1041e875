export { type Chain, type ChainPlan, type ChainStart, runChain, runChains } from './chains.ts'
export { diagnose, type Diagnosis } from './diagnostics.ts'
export type { LogDensity } from './log-density.ts'
