export { type Applied, applyPatch, dayOfSession, invertPatch } from './apply.ts'
export { diffOf, itemsOf, sessionsOfWeeks } from './diff.ts'
