export { isRead, type Read, type TextFault } from './fault.ts'
export { printRule, readRule } from './rule-text.ts'
export { printSets, readSets, type WrittenSets } from './sets-text.ts'
