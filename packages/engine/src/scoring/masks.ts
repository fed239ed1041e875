import type { LoggedSet } from '../lifter/sets.ts'

/** Sets of a log that are looked at apart. `all` is every scored set. */
export const masks = ['all', 'first', 'changed', 'near'] as const
export type Mask = (typeof masks)[number]

const EARLIER_SETS = 20
const MOST_REPS = 20
/** Loads closer than this are one load: rounding between kilograms and pounds is less. */
const SAME_LOAD = 0.004
/** A set lighter than this share of the day's heaviest, and before it, is a ramp-up. */
const RAMP_UP_SHARE = 0.8
const NEAR_FAILURE_RIR = 1

export const isWorkingSet = (set: LoggedSet) => set.kind === 'working' && set.load > 0 && set.reps >= 1 && set.reps <= MOST_REPS

/** A movement has to be known a little before its forecasts are judged. */
export const mayBeScored = (earlierSets: number) => earlierSets >= EARLIER_SETS

/** Sets whose reserve is known to be small enough to mean something. */
export const hasKnownReserve = (set: LoggedSet) => reserveOf(set) !== null && reserveOf(set)! <= 4

/** A set to failure left nothing, whatever else was noted. */
export const reserveOf = (set: LoggedSet) => (set.toFailure ? 0 : set.rir)

export const isSameLoad = (a: number, b: number) => Math.abs(a - b) <= SAME_LOAD * Math.max(a, b)

/** The working sets of one movement in one workout, and what is told of each: `undefined` where it is not scored. */
export class MovementDay<Forecasts> {
  readonly workoutKey: string
  private readonly earlierSets: number
  private readonly lastLoads: readonly number[]
  private readonly sets: { readonly set: LoggedSet; readonly forecasts: Forecasts }[] = []

  constructor(workoutKey: string, before: MovementDay<Forecasts> | undefined) {
    this.workoutKey = workoutKey
    this.earlierSets = before === undefined ? 0 : before.earlierSets + before.sets.length
    this.lastLoads = before === undefined ? [] : before.sets.map(({ set }) => set.load)
  }

  /** True when the set that comes next can be a scored one. */
  get mayScoreNext(): boolean {
    return mayBeScored(this.earlierSets + this.sets.length)
  }

  add(set: LoggedSet, forecasts: Forecasts): void {
    this.sets.push({ set, forecasts })
  }

  /** Ramp-ups can be told only when the workout is over, so the day is judged as a whole. */
  *scored(): Generator<{ readonly set: LoggedSet; readonly forecasts: Forecasts; readonly masks: readonly Mask[] }> {
    const heaviest = this.sets.reduce((most, { set }) => Math.max(most, set.load), 0)
    const topIndex = this.sets.findIndex(({ set }) => set.load === heaviest)
    let isFirst = true
    for (const [i, { set, forecasts }] of this.sets.entries()) {
      if (i < topIndex && set.load < RAMP_UP_SHARE * heaviest) continue
      if (mayBeScored(this.earlierSets + i)) yield { set, forecasts, masks: this.masksOf(i, isFirst) }
      isFirst = false
    }
  }

  private masksOf(i: number, isFirst: boolean): readonly Mask[] {
    const { set } = this.sets[i]!
    const isRepeat = [this.sets[i - 1]?.set.load, this.lastLoads[i]].some((load) => load !== undefined && isSameLoad(load, set.load))
    const reserve = reserveOf(set)
    const found: Mask[] = ['all']
    if (isFirst) found.push('first')
    if (!isRepeat) found.push('changed')
    if (reserve !== null && reserve <= NEAR_FAILURE_RIR) found.push('near')
    return found
  }
}
