/** The panels over the set screen, what few sets need, and what stands there when the workout is over: fetched once the screen stands. */
export { MovementPicker } from '../../lib/movement-picker.tsx'
export { CircuitRunner } from './circuits/circuit-runner.tsx'
export { FinishSheet } from './finish-sheet.tsx'
export { FinishedWorkout } from './finished-workout.tsx'
export { MeasuredEntry } from './measured-entry.tsx'
export { MovementPanels } from './movement-panels.tsx'
export { OpenSet } from './open-set.tsx'
export { PlanSheet } from './plan-sheet.tsx'
