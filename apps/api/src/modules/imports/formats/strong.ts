import type { SetKind } from '@gymgenius/domain'
import { cellsBy } from './cells.ts'
import { NO_SET, type SaidRow } from './said.ts'
import type { Header } from './table.ts'
import { numberIn, spanIn } from './values.ts'

interface Kind {
  readonly kind: SetKind
  readonly toFailure: boolean
}

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['', { kind: 'working', toFailure: false }],
  ['w', { kind: 'warm_up', toFailure: false }],
  ['d', { kind: 'drop', toFailure: false }],
  ['f', { kind: 'working', toFailure: true }],
  ['warmup', { kind: 'warm_up', toFailure: false }],
  ['dropset', { kind: 'drop', toFailure: false }],
  ['failure', { kind: 'working', toFailure: true }],
])
const NUMBERED = /^(?:set)?\d+(?:\.0)?$|^normal$|^working(?:set)?$/

/** Reads rows of Strong. One dialect gives every number, also of a plank or a note, and writes 0 for what was not said. */
export function strongRows({ columns }: Header) {
  const { cell, text, loadUnit, metresPerUnit } = cellsBy(columns)
  return (line: number, fields: readonly string[]): SaidRow | typeof NO_SET => {
    const order = cell(fields, 'order').toLowerCase()
    const type = cell(fields, 'setType')
      .toLowerCase()
      .replace(/[^a-z]/g, '')
    const kind = kinds.get(type === '' || NUMBERED.test(type) ? (NUMBERED.test(order) ? '' : order) : type)
    const said = { load: cell(fields, 'load'), reps: cell(fields, 'reps'), distance: cell(fields, 'distance') }
    // `Rest Timer` and `Note` in any language: a word where the number of the set should be, and nothing lifted or covered.
    if (kind === undefined && Object.values(said).every(isNothing)) return NO_SET
    return {
      line,
      ...said,
      workout: cell(fields, 'workout'),
      workoutNumber: cell(fields, 'workoutNumber'),
      date: cell(fields, 'date'),
      end: '',
      workoutSeconds: spanIn(cell(fields, 'workoutDuration')),
      workoutNote: text(fields, 'workoutNote'),
      exercise: cell(fields, 'exercise'),
      exerciseNote: '',
      superset: '',
      ...(kind ?? { kind: 'working', toFailure: false, unknownKind: order }),
      loadUnit: loadUnit(fields),
      rpe: cell(fields, 'rpe'),
      metresPerUnit: metresPerUnit(fields),
      seconds: cell(fields, 'seconds'),
      note: text(fields, 'note'),
    }
  }
}

const isNothing = (cell: string) => (numberIn(cell) ?? 0) === 0
