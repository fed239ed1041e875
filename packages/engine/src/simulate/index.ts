export { type CoachName, coaches } from './coaches.ts'
export { RANGES, type Tally, twelveWeeks } from './closed-loop.ts'
