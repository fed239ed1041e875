import type { SetKind } from '@gymgenius/domain'
import { cellsBy } from './cells.ts'
import type { Column } from './columns.ts'
import type { SaidRow } from './said.ts'

interface Kind {
  readonly kind: SetKind
  readonly toFailure: boolean
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['', { kind: 'working', toFailure: false }],
  ['normal', { kind: 'working', toFailure: false }],
  ['left', { kind: 'working', toFailure: false }],
  ['right', { kind: 'working', toFailure: false }],
  ['warmup', { kind: 'warm_up', toFailure: false }],
  ['dropset', { kind: 'drop', toFailure: false }],
  ['failure', { kind: 'working', toFailure: true }],
])

/** Reads rows of Hevy: the workout repeated on each row, what was not said left empty, the unit in the header. */
export function hevyRows(columns: readonly Column[]) {
  const { cell, text, loadUnit, metresPerUnit } = cellsBy(columns)
  return (line: number, fields: readonly string[]): SaidRow => {
    const type = cell(fields, 'setType').toLowerCase()
    return {
      line,
      workout: cell(fields, 'workout'),
      workoutNumber: '',
      date: cell(fields, 'date'),
      end: cell(fields, 'end'),
      workoutSeconds: undefined,
      workoutNote: text(fields, 'workoutNote'),
      exercise: cell(fields, 'exercise'),
      exerciseNote: text(fields, 'exerciseNote'),
      superset: cell(fields, 'superset'),
      ...(kinds.get(type.replace(/[^a-z]/g, '')) ?? { kind: 'working', toFailure: false, unknownKind: type }),
      load: cell(fields, 'load'),
      loadUnit: loadUnit(fields),
      reps: cell(fields, 'reps'),
      rpe: cell(fields, 'rpe'),
      distance: cell(fields, 'distance'),
      metresPerUnit: metresPerUnit(fields),
      seconds: cell(fields, 'seconds'),
      note: '',
    }
  }
}
