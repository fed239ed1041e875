import { DAY_MS, type Rng } from '@gymgenius/domain'
import { costOfReps } from '../../capacity/curve.ts'
import { repsToFailureShown } from '../../capacity/effort.ts'
import { amountOf, RESTED, rested, tiredBy } from '../../capacity/set-fatigue.ts'
import { exp, log } from '../../numerics/elementary.ts'
import { standardNormals } from '../standard-normal.ts'
import { CENTRE, COARSENESS, precisionOf, type TrainedSet } from './history.ts'
import type { LifterParameters } from './parameters.ts'

export interface SimulatedTraining {
  readonly movements: number
  readonly workouts: number
  readonly setsPerWorkout: number
  /** Sets that a workout may have more or fewer. */
  readonly unevenBy?: number
}

/**
 * A history that the model of `lifterDensity` could have made: repetitions, reserves and rests are drawn first, and the load of each
 * set from the model. Written from the equations and not from that code, so that calibration checks one against the other.
 */
export function simulateHistory(parameters: LifterParameters, training: SimulatedTraining, rng: Rng): readonly TrainedSet[] {
  const normal = standardNormals(rng)
  return Array.from({ length: training.movements }, (_, movement) => {
    let level = CENTRE + normal()
    let at = 0
    const trained: { at: number; sets: number; fatigue: number }[] = []
    return Array.from({ length: training.workouts }, (__, workout) => {
      const days = workout === 0 ? 0 : 2 + Math.floor(rng() * 4)
      at += days * DAY_MS
      if (workout > 0) level += parameters.drift * Math.sqrt(1 + days / 13) * normal()
      const { unevenBy = 0 } = training
      const count = training.setsPerWorkout + (unevenBy === 0 ? 0 : Math.floor(rng() * (2 * unevenBy + 1)) - unevenBy)
      const today = level + parameters.form * normal() - parameters.strain * strainAt(parameters, trained, at)
      trained.push({ at, sets: count, fatigue: fatigueAt(parameters, trained, at) })
      const label = { movementKey: `movement ${movement}`, workoutKey: `${movement} ${workout}`, at }
      return simulateWorkout(parameters, today, count, rng, normal).map((set) => ({ ...label, ...set }))
    }).flat()
  }).flat()
}

interface Trained {
  readonly at: number
  readonly sets: number
  readonly fatigue: number
}

/** F(t) = Σ vⱼ^α e^(−β Δt), v the sets beside their mean of 28 days then. */
function fatigueAt({ strainPower, strainDecay }: LifterParameters, trained: readonly Trained[], at: number): number {
  return trained.reduce((sum, { at: then, sets }) => {
    const usual = trained.filter((other) => other.at <= then && then - other.at <= 28 * DAY_MS)
    const size = (sets * usual.length) / usual.reduce((total, other) => total + other.sets, 0)
    return sum + exp(strainPower * log(size) - (strainDecay * (at - then)) / DAY_MS)
  }, 0)
}

/** F less its mean over the workouts of 28 days, once three of them are two weeks past the first. */
function strainAt(parameters: LifterParameters, trained: readonly Trained[], at: number): number {
  const usual = trained.filter((then) => at - then.at <= 28 * DAY_MS && then.at - trained[0]!.at >= 14 * DAY_MS)
  if (usual.length < 3) return 0
  return fatigueAt(parameters, trained, at) - usual.reduce((sum, { fatigue }) => sum + fatigue, 0) / usual.length
}

/** A third of the sets go to failure, one in ten says nothing, the rest say up to four left. */
function simulateWorkout(parameters: LifterParameters, today: number, count: number, rng: Rng, normal: () => number) {
  const done: { rir: number; sinceSeconds: number }[] = []
  const reps = 4 + Math.floor(rng() * 9)
  return Array.from({ length: count }, () => {
    const rest = 60 + 30 * Math.floor(rng() * 7)
    for (const set of done) set.sinceSeconds += rest
    const chance = rng()
    const rir = chance < 0.33 ? 0 : chance < 0.9 ? 1 + Math.floor(rng() * 4) : null
    const set = { reps: Math.max(1, reps + Math.floor(rng() * 5) - 2), rir, rest }
    const tired = done.reduce((sum, { rir, sinceSeconds }) => sum + left(rir, sinceSeconds / parameters.recovery), 0)
    done.push({ rir: rir ?? 1.5, sinceSeconds: 0 })
    const said = rir ?? 2
    const n = repsToFailureShown(set.reps, said, parameters.rirBias)
    const precision = precisionOf({ ...set, movementKey: '', workoutKey: '', at: 0, total: 1 }) || 1
    const shown = today + Math.sqrt((parameters.noise ** 2 + COARSENESS) / precision) * normal()
    return { ...set, total: exp(shown - parameters.steepness * costOfReps(n) - parameters.fatigue * tired) }
  })
}

const left = (rir: number, seconds: number) => amountOf(rested(tiredBy(RESTED, rir), seconds))
