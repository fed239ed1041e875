import type { ProgramMovement } from '@gymgenius/domain'

interface Moving {
  readonly movement: ProgramMovement
}

/** Metres or seconds that a road is at least usual for: what ends sooner is a station. */
const LONG = 1000

/** Something that goes on for minutes and needs no learning. */
export const isRoad = ({ movement: { skill, pattern, tier, repRange, countedIn } }: Moving) =>
  pattern === 'locomotion' && skill <= 2 && tier === 'main' && repRange[1] >= LONG && countedIn !== 'reps'

/** A road that is gone for its own sake: too easy for a station and for a hard push. */
export const isStroll = (candidate: Moving) => isRoad(candidate) && candidate.movement.muscles.every(({ stimulus = 3 }) => stimulus <= 1)

/** The same way of going, on a road or on a machine: the same muscles carry it. */
export const isSameRoad = (a: Moving, b: Moving) => primesOf(a) === primesOf(b)
const primesOf = ({ movement: { muscles } }: Moving) =>
  muscles
    .filter(({ role }) => role === 'prime_mover')
    .map(({ muscle }) => muscle)
    .sort()
    .join()

/** Where less than this is usual it is a sprint, and where more, a road. */
const PULSE_RANGE = [20, 180] as const

/** What quickens the breath on the spot, without a thing in the hands: no stretch and no walk on tiptoe. */
export const raisesPulse = ({ movement: { pattern, equipment, skill, repRange, countedIn, disciplines } }: Moving) =>
  pattern === 'locomotion' &&
  equipment === 'body_weight' &&
  skill <= 2 &&
  countedIn === 'seconds' &&
  repRange[0] >= PULSE_RANGE[0] &&
  repRange[1] <= PULSE_RANGE[1] &&
  disciplines.includes('conditioning')
