import type { MovementPattern, SetKind } from '@gymgenius/domain'
import { sessionSeconds, type TimedItem, type TimedMovement, type TimedSet } from './session-time.ts'

/** A set as it was logged. */
export interface LoggedTimedSet extends TimedSet {
  readonly loadKg?: number | undefined
}

/** A workout, and no clock that ran on or was started when all was done: minutes in all, minutes a set, sets. */
const plausible = { minutes: [12, 210], minutesASet: [0.8, 9], sets: 6 } as const

const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high

/** Whether the length of a workout says anything. */
export function isBelievableLength(seconds: number, sets: number): boolean {
  const minutes = seconds / 60
  return sets >= plausible.sets && within(minutes, plausible.minutes) && within(minutes / sets, plausible.minutesASet)
}

/** Heavy lifts that begin at their full load were warmed up for by sets that nobody wrote down. */
export function unsaidRamp(
  { pattern }: { readonly pattern: MovementPattern },
  sets: readonly { kind?: SetKind | undefined; loadKg?: number | undefined }[],
): number {
  const first = sets[0]?.loadKg
  const top = Math.max(...sets.map(({ loadKg }) => loadKg ?? 0))
  if (first === undefined || top < 60 || first < 0.8 * top || sets[0]!.kind === 'warm_up') return 0
  return pattern === 'squat' || pattern === 'hinge' || pattern === 'horizontal_push' ? 2 : 0
}

/** What the model says of a logged workout at a pace of 1: its sets in their order, neighbours of one movement together. */
export function loggedSeconds(
  sets: readonly { readonly movement: TimedMovement; readonly set: LoggedTimedSet; readonly superset?: number | undefined }[],
): number {
  const items: { movement: TimedMovement; sets: LoggedTimedSet[]; superset: number | string }[] = []
  for (const { movement, set, superset } of sets) {
    const alike = items.findLast(
      (item) => item.movement === movement && (superset === undefined ? item === items.at(-1) : item.superset === superset),
    )
    if (alike === undefined) items.push({ movement, sets: [set], superset: superset ?? `alone ${items.length}` })
    else alike.sets.push(set)
  }
  return sessionSeconds(items.map((item): TimedItem => ({ ...item, rampSets: unsaidRamp(item.movement, item.sets) })))
}
