export { programText, schemeOfProgram } from './of-program.ts'
export { printScheme } from './print.ts'
export { readScheme, type SchemeRead, type TextProblem } from './read.ts'
