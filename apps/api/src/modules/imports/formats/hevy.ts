import { type SetKind, setKinds } from '@gymgenius/domain'
import { cellsBy } from './cells.ts'
import { partsInText } from './parts.ts'
import type { SaidRow } from './said.ts'
import type { Header } from './table.ts'

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
export function hevyRows({ columns }: Header) {
  const { cell, text, loadUnit, metresPerUnit } = cellsBy(columns)
  const isOurs = columns.some(({ meaning }) => meaning === 'setAt')
  /** Our own CSV says more, and its notes are of sets; text that a spreadsheet would run has an apostrophe before it there. */
  const ours = (fields: readonly string[]): Partial<SaidRow> => {
    const kind = setKinds.find((kind) => kind === cell(fields, 'ourKind'))
    return {
      ...(kind === undefined ? {} : { kind }),
      ...partsInText(cell(fields, 'parts')),
      tempo: cell(fields, 'tempo'),
      setAt: cell(fields, 'setAt'),
      zeroIsSaid: true,
      rir: cell(fields, 'rir'),
      rpe: '',
      restSeconds: cell(fields, 'restSeconds'),
      workout: unguarded(cell(fields, 'workout')),
      workoutNote: unguarded(text(fields, 'workoutNote')),
      exercise: unguarded(cell(fields, 'exercise')),
      exerciseNote: '',
      note: unguarded(text(fields, 'exerciseNote')),
    }
  }
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
      ...(isOurs ? ours(fields) : {}),
    }
  }
}

const unguarded = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, '')
