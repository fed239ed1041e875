import type { Laterality, MovementPattern, SetKind } from '@gymgenius/domain'
import { timeConstants, type TimeConstants } from './constants.ts'

/** What of a movement costs time. */
export interface TimedMovement {
  readonly pattern: MovementPattern
  readonly laterality: Laterality
  /** From free floor to the first repetition. */
  readonly setupSeconds: number
  /** From the last repetition to a free station. */
  readonly transitionSeconds: number
}

export interface TimedSet {
  readonly kind?: SetKind | undefined
  readonly reps: number
  /** Where a range is planned; its middle is what takes the time. */
  readonly repHigh?: number | undefined
  readonly durationSeconds?: number | undefined
  readonly distanceMeters?: number | undefined
}

export interface TimedItem {
  readonly movement: TimedMovement
  readonly sets: readonly TimedSet[]
  /** After each set, or each round; what is usual for the movement where nobody says. */
  readonly restSeconds?: number | undefined
  /** Items with the same mark, in one section, are alternated. */
  readonly superset?: number | string | undefined
  /** Warm-up sets that come before and are not among `sets`. */
  readonly rampSets?: number | undefined
}

/** Metres a second: loaded and walking, and running. */
export const CARRYING = 1
export const RUNNING = 2.5
/** From one movement of a circuit to its next, where both stand ready. */
export const NEXT_STATION_SECONDS = 8
/** Few enough repetitions that the set is heavy. */
const HEAVY_REPS = 6

/**
 * How long a session takes, in seconds: arriving, and for every movement its set-up, its warm-up ramp, its work, its rests and the way to the
 * next. `pace` is the lifter's own, 1 in the middle, as `paceOf` learns it. `prepared`: getting warm and slowing down are among the items.
 */
export function sessionSeconds(
  items: readonly TimedItem[],
  { pace = 1, prepared = false, constants = timeConstants }: SessionTiming = {},
): number {
  if (items.length === 0) return 0
  const around = constants.arriving + (prepared ? 0 : constants.preparing)
  return pace * stationsOf(items).reduce((sum, stations) => sum + stationSeconds(stations, constants), around)
}

export interface SessionTiming {
  readonly pace?: number | undefined
  readonly prepared?: boolean | undefined
  readonly constants?: TimeConstants | undefined
}

/** What one movement adds to a session, in seconds, at a pace of 1. */
export function itemSeconds(item: TimedItem, constants: TimeConstants = timeConstants): number {
  return stationSeconds([item], constants)
}

/** Neighbours with the same mark are done in rounds. */
function stationsOf(items: readonly TimedItem[]): readonly (readonly TimedItem[])[] {
  const groups: TimedItem[][] = []
  for (const item of items) {
    const before = groups.at(-1)
    if (before !== undefined && item.superset !== undefined && before[0]!.superset === item.superset) before.push(item)
    else groups.push([item])
  }
  return groups
}

function stationSeconds(items: readonly TimedItem[], constants: TimeConstants): number {
  let seconds = 0
  for (const { movement, rampSets } of items) {
    seconds += constants.changingOver * (movement.setupSeconds + movement.transitionSeconds)
    seconds += constants.rampSet * (rampSets ?? 0)
  }
  const rounds = Math.max(...items.map(({ sets }) => sets.length))
  for (let round = 0; round < rounds; round++) {
    const present = items.filter(({ sets }) => sets[round] !== undefined)
    for (const item of present) seconds += setSeconds(item.sets[round]!, item.movement, constants)
    seconds += NEXT_STATION_SECONDS * (present.length - 1)
    if (round < rounds - 1) seconds += Math.max(...present.map((item) => restAfter(item.sets[round]!, item, constants)))
  }
  return seconds
}

function setSeconds(set: TimedSet, movement: TimedMovement, constants: TimeConstants): number {
  const sides = movement.laterality === 'unilateral' || set.kind === 'per_side' ? 2 : 1
  return constants.handling + sides * workSeconds(set, movement, constants)
}

function workSeconds(
  { reps, repHigh, durationSeconds, distanceMeters }: TimedSet,
  movement: TimedMovement,
  constants: TimeConstants,
): number {
  if (durationSeconds !== undefined) return durationSeconds
  if (distanceMeters !== undefined) return distanceMeters / (movement.pattern === 'locomotion' ? RUNNING : CARRYING)
  return constants.repetition * ((reps + (repHigh ?? reps)) / 2)
}

function restAfter(set: TimedSet, item: TimedItem, constants: TimeConstants): number {
  if (set.kind === 'drop') return 0
  if (set.kind === 'warm_up') return Math.min(constants.warmUpRest, item.restSeconds ?? Infinity)
  return item.restSeconds ?? usualRestSeconds(item.movement.pattern, set.reps, constants)
}

/** How long lifters rest after a hard set where no plan says. */
export function usualRestSeconds(pattern: MovementPattern, reps: number, constants: TimeConstants = timeConstants): number {
  if (!isCompound(pattern)) return constants.isolationRest
  return reps <= HEAVY_REPS ? constants.heavyRest : constants.compoundRest
}

/** Movements of several joints, which are warmed up for and rested after. */
export const isCompound = (pattern: MovementPattern): boolean => compound.has(pattern)

const compound: ReadonlySet<MovementPattern> = new Set([
  'squat',
  'hinge',
  'lunge',
  'horizontal_push',
  'horizontal_pull',
  'vertical_push',
  'vertical_pull',
  'carry',
  'olympic',
])
