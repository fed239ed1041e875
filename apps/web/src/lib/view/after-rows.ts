import type { PerformedSet, Workout } from '@gymgenius/contracts'
import type { ShownRow } from './merge.ts'

/** A workout and its sets as the view has them; without the workout where it has none. */
export interface StoredWorkout {
  readonly workout: Workout | undefined
  /** In the order they were done. */
  readonly sets: readonly PerformedSet[]
}

/** So many sets of a movement are shown and told the engine. */
export const MOST_SETS = 200

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
export const byPosition = (a: PerformedSet, b: PerformedSet) => a.position - b.position || compared(a.id, b.id)
export const byTime = (a: PerformedSet, b: PerformedSet) => compared(a.performedAt, b.performedAt) || compared(a.id, b.id)
export const newestFirst = (a: Workout, b: Workout) => compared(b.startedAt, a.startedAt) || compared(a.id, b.id)

/** What was read from the view, after some of its rows have changed: the same where it has none of them, undefined where it must be read again. */
export function afterRows([, what, of]: readonly unknown[], data: unknown, rows: readonly ShownRow[]): unknown {
  if (what === 'workouts') return workoutsAfter(data as readonly Workout[], rows)
  if (what === 'workout') return workoutAfter(of, data as StoredWorkout, rows)
  return typeof of === 'string' ? setsAfter(of, data as readonly PerformedSet[], rows) : undefined
}

function workoutsAfter(known: readonly Workout[], rows: readonly ShownRow[]) {
  return rows.reduce((list, { entity, id, row }) => (entity === 'workout' ? withRow(list, id, row, newestFirst) : list), known)
}

function workoutAfter(id: unknown, known: StoredWorkout, rows: readonly ShownRow[]): StoredWorkout {
  let { workout, sets } = known
  for (const shown of rows) {
    if (shown.entity === 'workout' && shown.id === id) workout = shown.row
    if (shown.entity === 'set') sets = withRow(sets, shown.id, shown.row?.workoutId === id ? shown.row : undefined, byPosition)
  }
  return workout === known.workout && sets === known.sets ? known : { workout, sets }
}

/** The newest sets of one movement. Where there are more than are shown, only the newest of these may change: what would come up behind them is not known. */
function setsAfter(movementId: string, known: readonly PerformedSet[], rows: readonly ShownRow[]): readonly PerformedSet[] | undefined {
  let sets = known
  for (const { entity, id, row } of rows) {
    if (entity !== 'set') continue
    const ours = row?.movementId === movementId ? row : undefined
    const after = withRow(sets, id, ours, byTime)
    if (sets.length >= MOST_SETS && after !== sets && (after.length < MOST_SETS || after[0] === ours)) return undefined
    sets = after.slice(-MOST_SETS)
  }
  return sets.length === known.length && sets.every((set, place) => set === known[place]) ? known : sets
}

function withRow<Row extends { readonly id: string }>(
  list: readonly Row[],
  id: string,
  row: Row | undefined,
  order: (a: Row, b: Row) => number,
): readonly Row[] {
  const others = list.filter((each) => each.id !== id)
  if (row !== undefined) return [...others, row].sort(order)
  return others.length === list.length ? list : others
}
