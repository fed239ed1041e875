export type { CheckedMovement, CheckedProgram, CheckedRequest } from './asked.ts'
export * from './check-program.ts'
export * from './outcomes.ts'
