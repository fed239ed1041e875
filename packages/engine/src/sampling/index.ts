export { type Chain, type ChainPlan, type ChainStart, runChain, runChains } from './chains.ts'
export { diagnose, type Diagnosis } from './diagnostics.ts'
export { coldStart, fit, type LifterFit, sampleLifter, type WarmStart } from './lifter/fit.ts'
export { biasOf, type Posterior, type ReserveLeft, reserveLeft, tellsBias } from './lifter/honesty.ts'
export { compileHistory, MOST_RIR_READ, type TrainedSet, trainedSetsOf } from './lifter/history.ts'
export { lifterDensity } from './lifter/likelihood.ts'
export { bounded, FIRST_PRIORS, type LifterParameters, type LifterPriors, parameterNames, unbounded } from './lifter/parameters.ts'
export { type Proof, provedBy, provedTraits, traitsOf, unproved } from './lifter/proof.ts'
export { simulateHistory } from './lifter/simulate.ts'
export type { LogDensity } from './log-density.ts'
export {
  evidenceOf,
  fitPopulation,
  type LifterEvidence,
  type LifterSummary,
  mergeMoments,
  momentsOf,
  NOBODY,
  type PopulationMoments,
  priorsFrom,
} from './lifter/population.ts'
export { calibrationRanks, RANKED_DRAWS } from './lifter/calibrate.ts'
export { uniformity, type Uniformity } from './uniformity.ts'
