import type { Instant, Kilograms, MovementId, Reps, Rir, WorkoutId } from '@gymgenius/domain'
import { chanceOf } from '../capacity/forecast.ts'
import { log } from '../numerics/elementary.ts'
import { deliberate } from '../prescription/prescribe.ts'
import type { SnapshotSet, TrainingSnapshot } from '../prescription/snapshot.ts'
import { shareFor } from './lifter.ts'
import type { SimulatedSet, Trainee } from './training.ts'

/** What a coach is asked: one set of one movement. */
export interface SetAsked {
  readonly at: Instant
  readonly workoutId: WorkoutId
  readonly setNumber: number
  readonly repLow: number
  readonly repHigh: number
  readonly rir: number
}

export interface SetAdvised {
  readonly load: number
  readonly repHigh: number
  readonly rir: number
  readonly rest: number
  readonly flags: readonly string[]
  /** Believed maximum, kg; undefined for a coach who has none. */
  readonly e1rm: number | undefined
  /** Probability that the reps fall in the range when stopping at the target, and the 80 % interval, from a coach who says so. */
  readonly confidence: number | undefined
  readonly interval: { readonly low: number; readonly high: number } | undefined
  /** Probability of so many repetitions or more when stopping at the target, from a coach who foretells. */
  readonly atLeast: ((reps: number) => number) | undefined
}

/** What a coach learns of a set; null where the lifter says nothing of the reserve. */
export type SetSeen = Pick<SimulatedSet, 'reps' | 'failed'> & { readonly saidRir: number | null }

/** Chooses loads for one movement of one lifter, knowing only what was logged; the oracle alone sees the trainee. */
export interface Coach {
  advise(asked: SetAsked): SetAdvised
  see(asked: SetAsked, advised: SetAdvised, done: SetSeen): void
}

export interface Hall {
  readonly stepKg: number
  readonly minKg: number
  readonly trainee: Trainee
  readonly bodyMass: number
}

export type CoachName = 'engine' | 'oracle' | 'epley' | 'double'

export const coaches: Readonly<Record<CoachName, (hall: Hall) => Coach>> = {
  engine: engineCoach,
  oracle: oracleCoach,
  epley: epleyCoach,
  double: doubleProgressionCoach,
}

const PLAIN_REST = 180
const middle = ({ repLow, repHigh }: SetAsked) => (repLow + repHigh) / 2

const nearest = ({ stepKg, minKg }: Hall, load: number) => Math.max(minKg, minKg + Math.round((load - minKg) / stepKg) * stepKg)

function plain(asked: SetAsked, load: number, e1rm: number | undefined): SetAdvised {
  const { repHigh, rir } = asked
  return { load, repHigh, rir, rest: PLAIN_REST, flags: [], e1rm, confidence: undefined, interval: undefined, atLeast: undefined }
}

/** The engine, told what a lifter logs and nothing else. */
function engineCoach(hall: Hall): Coach {
  const sets: SnapshotSet[] = []
  const snapshot: Omit<TrainingSnapshot, 'sets'> = {
    movement: { id: 'bench' as MovementId, pattern: 'horizontal_push', loadKind: 'external', equipment: 'barbell' },
    athlete: { bodyMass: hall.bodyMass as Kilograms, isNovice: false, hasPain: false },
    loads: { min: hall.minKg as Kilograms, step: hall.stepKg as Kilograms },
  }
  return {
    advise: (asked) => {
      const { at, workoutId, setNumber } = asked
      const target = { at, workoutId, setNumber, goalStrength: 0.5, repLow: asked.repLow as Reps, repHigh: asked.repHigh as Reps }
      const { prescription, capacity, total, traits } = deliberate({ ...snapshot, sets }, { ...target, rir: asked.rir as Rir })
      const { load, repHigh, rir, rest, flags, confidence, interval } = prescription
      const atLeast = (reps: number) => chanceOf(reps, rir, log(total), capacity, traits)
      const told = prescription.reasons.find(({ code }) => code === 'strength')?.['e1rmKg']
      return { load, repHigh, rir, rest, flags, confidence, interval, atLeast, e1rm: typeof told === 'number' ? told : undefined }
    },
    see: ({ at, workoutId }, { load }, { reps, saidRir, failed }) => {
      sets.push({
        workoutId,
        at,
        kind: 'working',
        load: load as Kilograms,
        reps: reps as Reps,
        rir: saidRir as Rir | null,
        toFailure: failed,
      })
    },
  }
}

/** Knows today's strength, the curve and the tiredness: the best that rounding and a lifter's own feeling allow. */
function oracleCoach(hall: Hall): Coach {
  const { trainee } = hall
  return {
    advise: (asked) => {
      const share = shareFor(trainee.lift.curve, middle(asked) + asked.rir + 0.5)
      return plain(asked, nearest(hall, trainee.strengthNow * share), trainee.strength)
    },
    see: () => undefined,
  }
}

/** What most apps do: an exponentially weighted Epley maximum, the said reserve counted. */
function epleyCoach(hall: Hall): Coach {
  let e1rm = 0
  return {
    advise: (asked) => plain(asked, nearest(hall, e1rm / (1 + (middle(asked) + asked.rir) / 30)), e1rm),
    see: ({ rir }, { load }, { reps, saidRir }) => {
      const shown = load * (1 + (reps + (saidRir ?? rir)) / 30)
      e1rm = e1rm === 0 ? shown : e1rm + EPLEY_GAIN * (shown - e1rm)
    },
  }
}
const EPLEY_GAIN = 0.4

/**
 * What most lifters do: the load that the first test points to, the same until every set reaches the top of the range, then
 * one step more; a tenth less after two bad days.
 */
function doubleProgressionCoach(hall: Hall): Coach {
  let load: number | undefined
  let tested = 0
  let tops = 0
  let misses = 0
  let badDays = 0
  return {
    advise: (asked) => {
      load ??= nearest(hall, tested / (1 + (middle(asked) + asked.rir) / 30))
      if (asked.setNumber === 1) {
        if (tops >= 3) load += hall.stepKg
        badDays = misses > 0 ? badDays + 1 : 0
        if (badDays >= 2) {
          load = nearest(hall, load * 0.9)
          badDays = 0
        }
        tops = misses = 0
      }
      return plain(asked, load, undefined)
    },
    see: ({ repLow, repHigh, rir }, advised, { reps, saidRir }) => {
      if (load === undefined) {
        tested = Math.max(tested, advised.load * (1 + (reps + (saidRir ?? rir)) / 30))
        return
      }
      tops += Number(reps >= repHigh)
      misses += Number(reps < repLow)
    },
  }
}
