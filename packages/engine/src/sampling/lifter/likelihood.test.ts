import { DAY_MS, seededRng } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cholesky, solveLower } from '../../numerics/symmetric-matrix.ts'
import type { LoggedSet } from '../../lifter/sets.ts'
import { slopeError } from '../testing/slope.ts'
import { CENTRE, compileHistory, precisionOf, type TrainedSet, trainedSetsOf } from './history.ts'
import { lifterDensity } from './likelihood.ts'
import { bounded, FIRST_PRIORS, type LifterParameters, parameterNames, unbounded } from './parameters.ts'
import { simulateHistory } from './simulate.ts'

const PRIOR_MEAN = bounded(FIRST_PRIORS.mean)
const history = simulateHistory(PRIOR_MEAN, { movements: 2, workouts: 9, setsPerWorkout: 4, unevenBy: 2 }, seededRng(3))
/** Any lifter within about two prior standard deviations. */
const somewhere = fc
  .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: parameterNames.length, maxLength: parameterNames.length })
  .map((z) => FIRST_PRIORS.mean.map((mean, i) => mean + z[i]! * Math.sqrt(FIRST_PRIORS.covariance[i]![i]!)))

test('the gradient of a lifter’s density is its slope', () => {
  const density = lifterDensity(compileHistory(history), FIRST_PRIORS)
  fc.assert(
    fc.property(somewhere, (position) => {
      expect(slopeError(density, position)).toBeLessThan(1e-5)
    }),
  )
})

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Fatigue over days beside its mean of 28, summed from the beginning for each workout. */
function denseStrains(starts: readonly number[], counts: readonly number[], { strainPower, strainDecay }: LifterParameters): number[] {
  const within28 = (i: number, k: number) => k <= i && starts[i]! - starts[k]! <= 28 * DAY_MS
  const sizes = counts.map((count, i) => count / mean(counts.filter((_, k) => within28(i, k))))
  const fatigue = starts.map((at, i) =>
    sizes.slice(0, i).reduce((sum, size, k) => sum + size ** strainPower * Math.exp((-strainDecay * (at - starts[k]!)) / DAY_MS), 0),
  )
  return fatigue.map((value, i) => {
    const usual = fatigue.filter((_, k) => k < i && within28(i, k) && starts[k]! - starts[0]! >= 14 * DAY_MS)
    return usual.length < 3 ? 0 : value - mean(usual)
  })
}

/** The same density without a filter: all sets of a movement as one normal vector, its covariance written out. */
function denseLogDensity(sets: readonly TrainedSet[], position: readonly number[]): number {
  const p = bounded(position)
  const starts = [...new Map(sets.map(({ workoutKey, at }) => [workoutKey, at])).values()]
  const strains = denseStrains(
    starts,
    starts.map((start) => sets.filter(({ at }) => at === start).length),
    p,
  )
  const speaking = sets.filter((set) => precisionOf(set) > 0)
  const y = speaking.map((set) => {
    const share = set.rir! / (1 + set.rir!)
    const n = set.reps + set.rir! + p.rirBias * share + 0.5
    const earlier = sets.slice(0, sets.indexOf(set)).filter(({ workoutKey }) => workoutKey === set.workoutKey)
    const tired = earlier.reduce((sum, before, k) => {
      const workout = sets.filter(({ workoutKey }) => workoutKey === set.workoutKey)
      const seconds = workout.slice(k + 1, workout.indexOf(set) + 1).reduce((total, { rest }) => total + rest!, 0) / p.recovery
      return sum + (3 / (3 + (before.rir ?? 1.5))) * (0.07 * Math.exp(-seconds / 90) + 0.026 * Math.exp(-seconds / 2000))
    }, 0)
    const strain = strains[starts.indexOf(set.at)]!
    return Math.log(set.total) - CENTRE + (p.steepness / 0.93) * Math.log((30 + n) / 31) + p.fatigue * tired + p.strain * strain
  })
  const driftUntil = (at: number) =>
    starts.reduce((sum, start, i) => (i > 0 && start <= at ? sum + 1 + (start - starts[i - 1]!) / DAY_MS / 13 : sum), 0) * p.drift ** 2
  const covariance = speaking.map((a, i) =>
    speaking.map((b, j) => {
      const level = 1 + driftUntil(Math.min(a.at, b.at))
      const form = a.workoutKey === b.workoutKey ? p.form ** 2 : 0
      return level + form + (i === j ? (p.noise ** 2 + 0.005 ** 2) / precisionOf(a) : 0)
    }),
  )
  const lower = cholesky(covariance)!
  const logDeterminant = lower.reduce((sum, row, i) => sum + 2 * Math.log(row[i]!), 0)
  return -0.5 * (logDeterminant + solveLower(lower, y).reduce((sum, value) => sum + value * value, 0))
}

test('integrating level and form out by the filter is the same as writing the whole normal vector down', { timeout: 60_000 }, () => {
  const flat = { mean: FIRST_PRIORS.mean, covariance: FIRST_PRIORS.covariance.map((row) => row.map((value) => value * 1e12)) }
  const density = lifterDensity(compileHistory(history), flat)
  const tracks = [...Map.groupBy(history, ({ movementKey }) => movementKey).values()]
  const dense = (position: readonly number[]) => tracks.reduce((sum, sets) => sum + denseLogDensity(sets, position), 0)
  const filtered = (position: readonly number[]) => density.evaluate(Float64Array.from(position), new Float64Array(parameterNames.length))
  const start = unbounded(PRIOR_MEAN)
  fc.assert(
    fc.property(somewhere, (position) => {
      const expected = dense(position) - dense(start)
      expect(Math.abs(filtered(position) - filtered(start) - expected)).toBeLessThan(1e-7 * Math.max(1, Math.abs(expected)))
    }),
  )
})

const value = (sets: readonly TrainedSet[]) =>
  lifterDensity(compileHistory(sets), FIRST_PRIORS).evaluate(Float64Array.from(FIRST_PRIORS.mean), new Float64Array(parameterNames.length))

test('sets without a said reserve tire the next ones and say nothing themselves', () => {
  const [first, second] = history
  const unsaid = { ...first!, rir: null }
  expect(compileHistory([unsaid]).informativeSets).toBe(0)
  expect(value([{ ...unsaid, total: 50 }, second!])).toBe(value([{ ...unsaid, total: 90 }, second!]))
  expect(value([unsaid, second!])).not.toBe(value([second!]))
})

test('one mistyped load among forty does not speak', () => {
  const speaking = compileHistory(history).informativeSets
  const at = history.findIndex((set) => precisionOf(set) > 0)
  const mistyped = history.map((set, i) => (i === at ? { ...set, total: set.total * 10 } : set))
  expect(compileHistory(mistyped).informativeSets).toBe(speaking - 1)
})

const press = {
  key: 'press',
  pattern: 'vertical_push',
  loadKind: 'body_weight_plus',
  equipment: 'none',
  muscles: [],
  baseKey: null,
} as const

test('a set to failure left nothing, the body counts where it is lifted, and warm-ups are not read', () => {
  const logged = {
    movement: press,
    at: 0,
    workoutKey: 'w',
    setNumber: 1,
    kind: 'working',
    load: 20,
    reps: 6,
    rir: 2,
    toFailure: true,
    rest: 90,
    bodyMass: 70,
  } as unknown as LoggedSet
  expect(trainedSetsOf([logged, { ...logged, kind: 'warm_up' }])).toEqual([
    { movementKey: 'press', workoutKey: 'w', at: 0, total: 90, reps: 6, rir: 0, rest: 90 },
  ])
})
