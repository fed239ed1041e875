import { cellsBy } from './cells.ts'
import { NO_SET, saying, type SaidRow } from './said.ts'
import type { Header } from './table.ts'

/** Reads rows of Liftosaur's CSV. It writes down what was planned beside what was done; a set that was only planned is none. */
export function liftosaurRows({ columns }: Header) {
  const { cell, text, loadUnit } = cellsBy(columns)
  return (line: number, fields: readonly string[]): SaidRow | typeof NO_SET => {
    const reps = cell(fields, 'reps')
    if (reps === '') return NO_SET
    return saying({
      line,
      date: cell(fields, 'date'),
      setAt: cell(fields, 'setAt'),
      workout: cell(fields, 'workout') || cell(fields, 'workoutNumber'),
      workoutNumber: cell(fields, 'workoutNumber'),
      exercise: cell(fields, 'exercise'),
      exerciseNote: text(fields, 'note'),
      kind: cell(fields, 'warmUp') === '1' ? 'warm_up' : 'working',
      load: cell(fields, 'load'),
      loadUnit: loadUnit(fields),
      reps,
      rpe: cell(fields, 'rpe'),
    })
  }
}
