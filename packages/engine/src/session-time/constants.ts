/**
 * Seconds, as people take them. Fitted by `bench/session-time.ts` on the workouts whose length real logs tell; decision 0107.
 * A pace of 1 is the middle lifter of those.
 */
export interface TimeConstants {
  /** To the first movement, and what is left after the last. */
  readonly arriving: number
  /** Getting warm, and slowing down, where nobody wrote down how. */
  readonly preparing: number
  /** Of what a movement's set-up and way to the next are said to take, how much they do. */
  readonly changingOver: number
  /** One repetition, down and up. */
  readonly repetition: number
  /** Taking up the load and putting it down, each set. */
  readonly handling: number
  /** Rests where no plan says one. */
  readonly heavyRest: number
  readonly compoundRest: number
  readonly isolationRest: number
  readonly warmUpRest: number
  /** One warm-up set that nobody wrote down, with the changing of plates and its rest. */
  readonly rampSet: number
}

export const timeConstants: TimeConstants = {
  arriving: 60,
  preparing: 250,
  changingOver: 1.3,
  repetition: 3.9,
  handling: 12,
  heavyRest: 150,
  compoundRest: 110,
  isolationRest: 80,
  warmUpRest: 85,
  rampSet: 60,
}
