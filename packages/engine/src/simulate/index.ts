export { type CoachName, coaches } from './coaches.ts'
export { RANGES, type Tally, twelveWeeks } from './closed-loop.ts'
export { watchLifter, type WatchedLifter } from './overreaching.ts'
