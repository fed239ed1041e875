export { carried, type CarryQuestion, type DoneSession } from './carry.ts'
export * from './plan.ts'
export { progress, progressions } from './progress.ts'
export { setsOf } from './sets.ts'
export { maximumShown } from './steps.ts'
export { deloaded, plannedDeloads } from './deload.ts'
export {
  dayShown,
  type DayShown,
  DELOAD_AT,
  deloadAdvice,
  type DeloadAdvice,
  type ReadinessNote,
  type TrainingSigns,
} from './deload-signs.ts'
export { hardSetsOf, type ReliefFacts } from './lighter-week.ts'
export { taperedTo } from './taper.ts'
export { ruleOf } from './usual-rules.ts'
