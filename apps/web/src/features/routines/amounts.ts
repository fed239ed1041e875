import type { PlannedSet, RoutineItem } from '@gymgenius/contracts'
import { type CountedUnit, seconds } from '@gymgenius/domain'

const begun = { reps: {}, seconds: { durationSeconds: seconds(30) }, metres: { distanceMeters: 400 } } as const satisfies Record<
  CountedUnit,
  Partial<PlannedSet>
>

/** What the working sets of a movement are counted in; a way may have a time beside it. */
export function unitOf({ sets }: Pick<RoutineItem, 'sets'>): CountedUnit {
  const set = sets.find(({ kind }) => kind === 'working') ?? sets[0]
  if (set?.distanceMeters !== undefined) return 'metres'
  return set?.durationSeconds === undefined ? 'reps' : 'seconds'
}

/** The same working sets counted in something else; amounts of the old unit would say nothing. */
export function countedIn(sets: readonly PlannedSet[], unit: CountedUnit): PlannedSet[] {
  return sets.map((set) => {
    if (set.kind !== 'working') return set
    const { repLow, repHigh, durationSeconds: _time, distanceMeters: _way, ...rest } = set
    const range = unit === 'reps' ? { ...(repLow !== undefined && { repLow }), ...(repHigh !== undefined && { repHigh }) } : {}
    return { ...rest, ...range, ...begun[unit] }
  })
}

/** So many working sets: new ones are like the last, and the last are taken away first. */
export function withCount(sets: readonly PlannedSet[], count: number): PlannedSet[] {
  const last: PlannedSet = sets.findLast((set) => set.kind === 'working') ?? { kind: 'working' }
  let left = count
  const kept = sets.filter((set) => set.kind !== 'working' || left-- > 0)
  return [...kept, ...Array.from({ length: Math.max(0, left) }, () => last)]
}
