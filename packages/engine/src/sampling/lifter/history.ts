import { DAY_MS } from '@gymgenius/domain'
import { log } from '../../numerics/elementary.ts'
import { costOfReps } from '../../capacity/curve.ts'
import { stepAfter } from '../../capacity/detraining.ts'
import { repsToFailureShown, reserveMeant } from '../../capacity/effort.ts'
import { USUAL_REST } from '../../capacity/observe.ts'
import { type Dose, dosesOf } from '../../capacity/strain.ts'
import { RESTED, tiredBy } from '../../capacity/set-fatigue.ts'
import { workedAgainst } from '../../capacity/worked-against.ts'
import type { LoggedSet } from '../../lifter/sets.ts'

/** A working set, as the fit sees it. */
export interface TrainedSet {
  readonly movementKey: string
  readonly workoutKey: string
  /** ms. */
  readonly at: number
  /** What the muscles worked against, kg, > 0. */
  readonly total: number
  readonly reps: number
  /** What the lifter said was left; 0 for a set to failure; null where nothing was said. */
  readonly rir: number | null
  /** Seconds of rest before it, where known. */
  readonly rest: number | null
}

/** One movement in one workout. */
export interface Workout {
  readonly isFirst: boolean
  /** How many workouts' worth of drift since the movement was last read, and the step of ln(level) that time away brings. */
  readonly drift: number
  readonly timeAway: number
  /** Which of the doses it is. */
  readonly dose: number
  /** Its sets are from ≤ i < to. */
  readonly from: number
  readonly to: number
}

/** Repetitions behind a set without its bias, and the share of the bias it carries. Few differ, so each is read once. */
export interface EffortCell {
  readonly reps: number
  readonly biasShare: number
}

/** The workouts of one movement, from this place in the list of all on. */
export interface MovementDoses {
  readonly from: number
  readonly doses: readonly Dose[]
}

/** A history as numbers side by side, ready to be read some thousand times. */
export interface CompiledHistory {
  readonly workouts: readonly Workout[]
  /** ln(total) less `CENTRE`. */
  readonly lnLoad: Float64Array
  /** 1/variance of a set ÷ that of a set to failure; 0 where the set only tires. */
  readonly precision: Float64Array
  /** What a set takes from the next ones, in ln of load, usual lifter: the part that returns quickly, and the other. */
  readonly quickCost: Float64Array
  readonly slowCost: Float64Array
  readonly cell: Int32Array
  readonly cells: readonly EffortCell[]
  readonly restCell: Int32Array
  readonly rests: readonly number[]
  /** All workouts, also those that say nothing: they tire the days after them. One movement after the other, each beginning with a gap of 0. */
  readonly doses: readonly MovementDoses[]
  readonly informativeSets: number
}

/**
 * c², the variance that no set is without: repetitions are whole and bars come in steps, so a log shows no set more closely than to
 * about half a percent of its load. Who writes down the very same sets for months has no noise to be seen, and without it a density without a
 * bound. A fortieth of the usual lifter's noise²: judgement.
 */
export const COARSENESS = 0.005 * 0.005

/** A level to start from, ln kg: a first level is this, give or take a factor of e. */
export const CENTRE = log(60)
export const FIRST_LEVEL_VARIANCE = 1

/** Sets said to have more left than this say little; sets of which nothing was said, only "at least". Both are left out, and tire. */
export const MOST_RIR_READ = 4
const UNSAID_RIR = 1.5
const LONGEST_REST = 3600
const SECONDS_OF_A_SET = 40

/** Days that let the level drift as much as a workout does; no more is counted past two months. */
const DAYS_PER_WORKOUT = 13
const MOST_DAYS = 60

/** A set whose maximum lies this far (ln) from its neighbours' median is a typing error or another machine: left out. */
const FARTHEST = 0.3
const NEIGHBOURS = 10

/**
 * Spread of a said reserve, in repetitions, beside 1.1 repetitions of a set to failure: noise' = noise · √(1 + (spread/1.1)²).
 * Source: errors of reported reserve, about 0.6 repetitions at 0–1 said, 1.0 at 2, 1.5 at 3, 2 at 4 (Zourdos et al. 2021, Refalo
 * et al. 2023, Hackett et al. 2017, as read together; judgement).
 */
const SPREAD_SAID = [0.6, 0.6, 1, 1.5, 2] as const
const REPS_OF_NOISE = 1.1

/** The spread of a reserve of up to four; none of failure itself. */
export const spreadSaid = (rir: number): number => (rir === 0 ? 0 : SPREAD_SAID[Math.ceil(rir)]!)

/** Working sets as the log has them. A set to failure left nothing, whatever else was said. */
export const trainedSetsOf = (sets: readonly Omit<LoggedSet, 'setNumber'>[]): readonly TrainedSet[] =>
  sets
    .filter(({ kind }) => kind === 'working')
    .map(({ movement, workoutKey, at, load, bodyMass, reps, rir, toFailure, rest }) => ({
      movementKey: movement.key,
      workoutKey,
      at,
      total: workedAgainst(movement.loadKind, load, bodyMass),
      reps,
      rir: toFailure ? 0 : rir,
      rest,
    }))

export function compileHistory(sets: readonly TrainedSet[]): CompiledHistory {
  const usable = sets.filter(({ total, reps }) => total > 0 && reps >= 1)
  const tracks = byMovement(usable).map((track) => [...Map.groupBy(track, ({ workoutKey }) => workoutKey).values()])
  let dosed = 0
  const doses = tracks.map((workouts) => {
    const from = dosed
    dosed += workouts.length
    return { from, doses: dosesOf(workouts.map((sets) => ({ at: sets[0]!.at, sets: sets.length }))) }
  })
  const ordered = tracks.flatMap((workouts, i) => speakingOf(workouts, doses[i]!.from))
  const all = ordered.flatMap(({ sets }) => sets)
  const cells = distinct<EffortCell>()
  const rests = distinct<number>()
  const compiled = {
    lnLoad: Float64Array.from(all, ({ total }) => log(total) - CENTRE),
    precision: Float64Array.from(all, precisionOf),
    quickCost: Float64Array.from(all, ({ rir }) => tiredBy(RESTED, rir ?? UNSAID_RIR).quick),
    slowCost: Float64Array.from(all, ({ rir }) => tiredBy(RESTED, rir ?? UNSAID_RIR).slow),
    cell: Int32Array.from(all, (set) => cells.indexOf(effortCell(set), `${set.reps} ${set.rir}`)),
    restCell: Int32Array.from(all, ({ rest }) => rests.indexOf(rest ?? USUAL_REST, String(rest))),
  }
  let from = 0
  const workouts = ordered.map(({ sets, isFirst, drift, timeAway, dose }) => {
    const workout = { isFirst, drift, timeAway, dose, from, to: from + sets.length }
    from = workout.to
    return workout
  })
  const informativeSets = compiled.precision.reduce((sum, precision) => sum + (precision > 0 ? 1 : 0), 0)
  return { ...compiled, workouts, doses, cells: cells.all, rests: rests.all, informativeSets }
}

/** Whether a set says how hard it was, near enough to failure to be believed. */
export const isInformative = ({ rir }: TrainedSet) => rir !== null && rir <= MOST_RIR_READ

/** 1 at failure, less the farther from it a set stopped. */
export function precisionOf(set: TrainedSet): number {
  if (!isInformative(set)) return 0
  const spread = spreadSaid(set.rir!)
  return 1 / (1 + (spread * spread) / (REPS_OF_NOISE * REPS_OF_NOISE))
}

function effortCell({ reps, rir }: TrainedSet): EffortCell {
  const said = rir ?? 0
  return { reps: repsToFailureShown(reps, said, 0), biasShare: reserveMeant(said, 1) - said }
}

/** The sets of each movement in order of time, those that cannot be of it left out. */
export function byMovement(sets: readonly TrainedSet[]): readonly (readonly TrainedSet[])[] {
  const inOrder = sets.toSorted((a, b) => a.at - b.at)
  return [...Map.groupBy(inOrder, ({ movementKey }) => movementKey).values()].map(withoutStrangers)
}

/** Workouts of one movement that say anything. Time away is counted between all of them, drift between those that speak. */
function speakingOf(workouts: readonly (readonly TrainedSet[])[], firstDose: number) {
  let heardAt: number | undefined
  let trainedAt: number | undefined
  let timeAway = 0
  return workouts.flatMap((sets, k) => {
    const { at } = sets[0]!
    timeAway += trainedAt === undefined ? 0 : stepAfter((at - trainedAt) / DAY_MS)
    trainedAt = at
    if (!sets.some(isInformative)) return []
    const isFirst = heardAt === undefined
    const workout = {
      isFirst,
      drift: isFirst ? 0 : 1 + Math.min((at - heardAt!) / DAY_MS, MOST_DAYS) / DAYS_PER_WORKOUT,
      timeAway: isFirst ? 0 : timeAway,
      dose: firstDose + k,
      sets: sets.map((set, k) => ({ ...set, rest: k === 0 ? null : restBefore(set, sets[k - 1]!) })),
    }
    heardAt = at
    timeAway = 0
    return [workout]
  })
}

function restBefore(set: TrainedSet, before: TrainedSet): number {
  if (set.rest !== null && set.rest >= 0) return Math.min(set.rest, LONGEST_REST)
  const between = Math.round((set.at - before.at) / 1000) - SECONDS_OF_A_SET
  return between >= 20 && between <= LONGEST_REST ? between : USUAL_REST
}

function withoutStrangers(track: readonly TrainedSet[]): readonly TrainedSet[] {
  const speaking = track.filter(isInformative)
  const maxima = speaking.map(({ total, reps, rir }) => log(total) + costOfReps(repsToFailureShown(reps, rir!)))
  const strangers = new Set(speaking.filter((_, i) => Math.abs(maxima[i]! - medianAround(maxima, i)) > FARTHEST))
  return track.filter((set) => !strangers.has(set))
}

function medianAround(values: readonly number[], i: number): number {
  const near = values.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1).toSorted((a, b) => a - b)
  return near[Math.floor(near.length / 2)]!
}

/** Values in order of first appearance, each once. */
export function distinct<T>() {
  const places = new Map<string, number>()
  const all: T[] = []
  return {
    all,
    indexOf(value: T, key: string) {
      const place = places.get(key) ?? all.push(value) - 1
      places.set(key, place)
      return place
    },
  }
}
