import type { LoadKind } from '@gymgenius/domain'
import { CARRYING, NEXT_STATION_SECONDS, RUNNING, timeConstants, type PlannedMovement } from '../session-time/index.ts'

/**
 * The model of time of `session-time` in the form that fitting needs: all sets of a movement alike, asked hundreds of times for a session. A law
 * in the tests holds the two together.
 */

/** What is done at one place: one movement, or several in turn. All have as many sets. */
export interface Station {
  sets: number
  rest: number
  readonly works: StationWork[]
}

export interface StationWork {
  readonly movement: PlannedMovement & { readonly loadKind: LoadKind }
  readonly reps: readonly [number, number]
  seconds?: number | undefined
  readonly metres?: number | undefined
  /** Lighter sets on the way to the first one. */
  readonly ramp: number
  /** As `workTime` reckons it, once. */
  readonly time: WorkTime
}

/** What of a work the bending of a session does not change. */
export interface WorkTime {
  readonly sides: number
  /** Of the set itself, where it is not held for `seconds`. */
  readonly work: number
  /** Fetching, putting away and getting warm for it. */
  readonly away: number
}

export function workTime({ movement, reps, metres, ramp }: Omit<StationWork, 'time'>): WorkTime {
  const road = movement.pattern === 'locomotion' ? RUNNING : CARRYING
  return {
    sides: movement.laterality === 'unilateral' ? 2 : 1,
    work: metres === undefined ? (timeConstants.repetition * (reps[0] + reps[1])) / 2 : metres / road,
    away: timeConstants.changingOver * (movement.setupSeconds + movement.transitionSeconds) + timeConstants.rampSet * ramp,
  }
}

export function stationsSeconds(stations: readonly Station[], pace: number): number {
  let seconds = timeConstants.arriving
  for (const { sets, rest, works } of stations) {
    let round = NEXT_STATION_SECONDS * (works.length - 1)
    let away = 0
    for (const { seconds, time } of works) {
      round += timeConstants.handling + time.sides * (seconds ?? time.work)
      away += time.away
    }
    seconds += away + sets * round + (sets - 1) * rest
  }
  return pace * seconds
}
