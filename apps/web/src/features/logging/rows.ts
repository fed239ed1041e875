import type { PerformedSet, PlannedSet } from '@gymgenius/contracts'
import { evidenceOf, type SetKind } from '@gymgenius/domain'
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
      /** 1-based, among the sets of this movement in this workout that the engine learns from. */
      readonly setNumber: number
    }

/** The sets of one movement in this workout: those done in the order they were done, then those still to come. */
export function rowsOf(item: DraftItem, sets: readonly PerformedSet[]): readonly SetRow[] {
  const done = sets.filter(({ movementId }) => movementId === item.movementId)
  const rows: SetRow[] = []
  let number = 0
  let worked = 0
  const labelled = (kind: SetKind) => {
    if (tells(kind)) worked += 1
    return setLetters[kind] ?? String(++number)
  }
  for (const set of done) rows.push({ state: 'done', key: set.id, label: labelled(set.kind), set })
  for (const place of openPlaces(item.sets, done)) {
    const planned = item.sets[place]!
    const setNumber = worked + 1
    rows.push({ state: 'coming', key: `${place}-${planned.kind}-${setNumber}`, label: labelled(planned.kind), planned, place, setNumber })
  }
  return rows
}

const tells = (kind: SetKind) => evidenceOf(kind) === 'working'

/** A set that was done takes the first planned one of its kind; where its kind was not planned, the first one that is left to work. */
function openPlaces(planned: readonly PlannedSet[], done: readonly PerformedSet[]): ReadonlySet<number> {
  const open = new Set(planned.keys())
  const takes = (fits: (kind: SetKind) => boolean) => {
    const place = [...open].find((each) => fits(planned[each]!.kind))
    return place !== undefined && open.delete(place)
  }
  const astray = done.filter(({ kind }) => !takes((each) => each === kind))
  for (const { kind } of astray) if (!isBeside(kind)) takes((each) => !isBeside(each))
  return open
}

/** Done beside the planned work, and never in its place. */
export const isBeside = (kind: SetKind) => kind in beside
const beside: Readonly<Partial<Record<SetKind, true>>> = { warm_up: true, drop: true, circuit: true }

/** The set to do now. */
export const currentRow = (rows: readonly SetRow[]) => rows.find((row) => row.state === 'coming')

export const isFinished = (item: DraftItem, sets: readonly PerformedSet[]) =>
  item.isSkipped === true || currentRow(rowsOf(item, sets)) === undefined
