import type { ChosenLoads } from './chosen-loads.ts'
import type { Related } from './related.ts'
import type { SetFatigue } from './set-fatigue.ts'
import type { Surprise } from './surprise.ts'

/** Personal fatigue within a workout against the usual one, as sums of a regression through the origin. */
export interface FatigueSeen {
  readonly products: number
  readonly squares: number
}

export const NO_FATIGUE_SEEN: FatigueSeen = { products: 0, squares: 0 }

/** What is believed about one movement of one lifter. Plain numbers, the same before and after JSON. ln means ln(kg). */
export interface MovementBelief {
  /** ln of the maximum when fresh on an ordinary day, and its variance, before what today's sets have shown is carried over. */
  readonly level: number
  readonly levelVariance: number
  /** Sets read so far; 0 where the level is a guess from elsewhere. */
  readonly sets: number
  /** When the last set was done, ms. */
  readonly at: number
  readonly today: TodayBelief
  /** What tells how it compares with the lifter's other movements; null where it stands alone. */
  readonly related: Related | null
  readonly fatigueSeen: FatigueSeen
  /** Fatigue within a workout ÷ the usual one, as this lifter's other movements show it; 1 where they show nothing. */
  readonly usualRatio: number
  /** What was shown at each load the lifter chose; null where nobody will ask. */
  readonly chosen: ChosenLoads | null
  readonly surprise: Surprise
  /** Share of the newest sets of whose reserve nothing was said. */
  readonly unsaid: number
}

/** The workout that is going on, or the last one. */
export interface TodayBelief {
  readonly workoutKey: string
  /** ln of today's maximum as it was believed before the first set. */
  readonly start: number
  /** Today's maximum as its sets have shown it, each read with the lifter's own fatigue: for the sets to come today. */
  readonly now: number
  /** The same read with everybody's fatigue: for the workouts to come. */
  readonly carried: number
  /** Variance of today's maximum before the first set and now. */
  readonly startVariance: number
  readonly variance: number
  readonly sets: number
  /** From the sets so far, as it was when the last one ended. */
  readonly fatigue: SetFatigue
  /** The same as if every set had been equally hard. */
  readonly usualFatigue: SetFatigue
  /** The sets whose reserve was said: how many, ln of their lightest load, and the means of what they showed unread of fatigue, and of it. */
  readonly shown: { readonly sets: number; readonly lightest: number; readonly fresh: number; readonly fatigue: number } | null
}

/** What is known of one lifter. `movements` holds at most `MOST_MOVEMENTS`, the least recently trained leave first. */
export interface LifterBelief {
  readonly movements: Readonly<Record<string, MovementBelief>>
  /** Of all movements together. */
  readonly fatigueSeen: FatigueSeen
  /** The form of the day, from the movements trained in one workout: ln of strength above expectation, summed, and of how many. */
  readonly form: { readonly workoutKey: string; readonly sum: number; readonly movements: number }
}

export const MOST_MOVEMENTS = 400

export const emptyLifter = (): LifterBelief => ({
  movements: {},
  fatigueSeen: NO_FATIGUE_SEEN,
  form: { workoutKey: '', sum: 0, movements: 0 },
})
