import type { PerformedSet, PlannedSet } from '@gymgenius/contracts'
import type { SetKind } from '@gymgenius/domain'
import { setLetters } from '../../ui/set-letters.ts'
import type { DraftItem } from '../../lib/view/schema.ts'

export type SetRow =
  | { readonly state: 'done'; readonly key: string; readonly label: string; readonly set: PerformedSet }
  | {
      readonly state: 'coming'
      readonly key: string
      readonly label: string
      readonly planned: PlannedSet
      /** Place among the planned sets of the movement. */
      readonly place: number
      /** 1-based, among the working sets of this movement in this workout. */
      readonly setNumber: number
    }

/** The sets of one movement in this workout: those done in the order they were done, then those still to come. */
export function rowsOf(item: DraftItem, sets: readonly PerformedSet[]): readonly SetRow[] {
  const done = sets.filter(({ movementId }) => movementId === item.movementId)
  const left = countByKind(done)
  const rows: SetRow[] = []
  let number = 0
  for (const set of done) rows.push({ state: 'done', key: set.id, label: labelOf(set.kind, () => ++number), set })
  item.sets.forEach((planned, place) => {
    const doneOfKind = left.get(planned.kind) ?? 0
    if (doneOfKind > 0) left.set(planned.kind, doneOfKind - 1)
    else rows.push(coming(planned, place, () => ++number, number))
  })
  return rows
}

/** The set to do now. */
export const currentRow = (rows: readonly SetRow[]) => rows.find((row) => row.state === 'coming')

export const isFinished = (item: DraftItem, sets: readonly PerformedSet[]) =>
  item.isSkipped === true || currentRow(rowsOf(item, sets)) === undefined

function coming(planned: PlannedSet, place: number, next: () => number, before: number): SetRow {
  const setNumber = before + 1
  return { state: 'coming', key: `${place}-${planned.kind}-${setNumber}`, label: labelOf(planned.kind, next), planned, place, setNumber }
}

/** A number for a working set, a letter for the others. */
function labelOf(kind: SetKind, next: () => number) {
  return setLetters[kind] ?? String(next())
}

function countByKind(sets: readonly PerformedSet[]) {
  const counts = new Map<SetKind, number>()
  for (const { kind } of sets) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}
