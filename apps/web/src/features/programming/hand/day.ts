import type { Api, Movement } from '@gymgenius/contracts'
import { type ProgramItem, type ProgramSet, type Seconds, type SessionSection, sessionSections } from '@gymgenius/domain'

type Change = NonNullable<Api['POST /v1/programs/{id}/changes']['body']>['change']
/** A session as a hand writes it. */
export type WrittenDay = Extract<Change, { readonly kind: 'edit' }>['to']

const USUAL_SETS = 3
const usual = {
  reps: { reps: 8, repHigh: 10, rir: 2 },
  seconds: { reps: 1, repHigh: 1, rir: 2, durationSeconds: 30 as Seconds },
  metres: { reps: 1, repHigh: 1, rir: 2, distanceMeters: 20 as never },
} as const satisfies Record<string, ProgramSet>
const REST_SECONDS = 120

export const emptyDay = (name: string): WrittenDay => ({
  session: 1,
  type: 'strength',
  focus: 'full_body',
  name,
  minutes: 0,
  sections: { warm_up: [], main: [], accessory: [], finisher: [], cool_down: [] },
})

/** What the server adds of names, muscles and minutes is not sent back to it. */
export const writtenOf = ({ session, type, focus, name, minutes, sections }: WrittenDay & { readonly date?: unknown }): WrittenDay => ({
  session,
  type,
  focus,
  name,
  minutes,
  sections,
})

/** A movement as it usually begins: three sets, in what it is counted in. */
export function newItem({
  id,
  name,
  pattern,
  countedIn = 'reps',
}: Pick<Movement, 'id' | 'name' | 'pattern'> & { readonly countedIn?: keyof typeof usual | undefined }): ProgramItem {
  const set = usual[countedIn]
  return {
    movementId: id,
    movement: name,
    pattern,
    muscles: [],
    sets: Array.from({ length: USUAL_SETS }, () => set),
    restSeconds: REST_SECONDS,
    reason: '',
    reasons: [{ code: 'by_hand' }],
  }
}

export const withItems = (day: WrittenDay, section: SessionSection, items: readonly ProgramItem[]): WrittenDay => ({
  ...day,
  sections: { ...day.sections, [section]: tidied(items) },
})

/** One that is left alone of those that took turns takes turns with nobody. */
function tidied(items: readonly ProgramItem[]): readonly ProgramItem[] {
  return items.map(({ superset, ...item }) =>
    superset !== undefined && items.filter((other) => other.superset === superset).length > 1 ? { ...item, superset } : item,
  )
}

export function moved(items: readonly ProgramItem[], place: number, by: 1 | -1): readonly ProgramItem[] {
  const others = [...items]
  const [item] = others.splice(place, 1)
  if (item !== undefined) others.splice(place + by, 0, item)
  return others
}

const isWorking = ({ kind }: ProgramSet) => kind !== 'warm_up'
export const workingOf = ({ sets }: ProgramItem) => sets.filter(isWorking)

/** So many working sets: new ones are like the last, and the last are taken away first; warm-ups stay. */
export function withCount(item: ProgramItem, count: number): ProgramItem {
  const last = item.sets.findLast(isWorking) ?? usual.reps
  let left = count
  const kept = item.sets.filter((set) => !isWorking(set) || left-- > 0)
  return { ...item, sets: [...kept, ...Array.from({ length: Math.max(0, left) }, () => last)] }
}

/** One field of all working sets. The range of repetitions stays one: what it begins with is never above what it ends with. */
export function withTarget(
  item: ProgramItem,
  target: Partial<Pick<ProgramSet, 'reps' | 'repHigh' | 'rir' | 'durationSeconds' | 'distanceMeters'>>,
): ProgramItem {
  const aimed = (set: ProgramSet): ProgramSet => {
    const next = { ...set, ...target }
    if (target.reps !== undefined) return { ...next, repHigh: Math.max(next.repHigh, target.reps) }
    return target.repHigh === undefined ? next : { ...next, reps: Math.min(next.reps, target.repHigh) }
  }
  return { ...item, sets: item.sets.map((set) => (isWorking(set) ? aimed(set) : set)) }
}

export const isEmpty = ({ sections }: WrittenDay) => sessionSections.every((section) => sections[section].length === 0)
