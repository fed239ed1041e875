import { DAY_MS, seededRng } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { fit } from './fit.ts'
import { bounded, FIRST_PRIORS, type LifterParameters, parameterNames, unbounded } from './parameters.ts'
import { simulateHistory } from './simulate.ts'

/** A loaded machine may take its time over a few fits. */
const PATIENT = { timeout: 60_000 }

const tirelessButShy: LifterParameters = { ...bounded(FIRST_PRIORS.mean), fatigue: 0.6, rirBias: 1.8, form: 0.035 }
const history = simulateHistory(tirelessButShy, { movements: 3, workouts: 20, setsPerWorkout: 4 }, seededRng(21))
const found = fit(history, FIRST_PRIORS, seededRng(22))

test('a lifter who has more left than they say, and hardly tires, is recognised', () => {
  const truth = unbounded(tirelessButShy)
  parameterNames.forEach((name, i) => {
    const { mean, sd } = found.diagnoses[name]
    expect(Math.abs(mean - truth[i]!), name).toBeLessThan(3 * sd)
  })
  expect(found.diagnoses.rirBias.sd).toBeLessThan(0.5) // 0.8 before
  expect(found.diagnoses.form.sd).toBeLessThan(0.25) // 0.5 before
  expect(found.isTrusted).toBe(true)
})

test('yesterday’s fit makes today’s cheaper and leaves its answer', PATIENT, () => {
  const yesterday = fit(history.slice(0, -4), FIRST_PRIORS, seededRng(23))
  const kept = JSON.parse(JSON.stringify(yesterday.warmStart)) as typeof yesterday.warmStart
  const today = fit(history, FIRST_PRIORS, seededRng(24), kept)
  for (const name of parameterNames) {
    const [warm, cold] = [today.diagnoses[name], found.diagnoses[name]]
    expect(Math.abs(warm.mean - cold.mean)).toBeLessThan(4 * Math.hypot(warm.mcse, cold.mcse))
  }
  expect(today.gradients).toBeLessThan(0.8 * found.gradients)
  expect(today.isTrusted).toBe(true)
})

test('a start from somebody else’s posterior is noticed or harmless', PATIENT, () => {
  const other = simulateHistory(
    { ...tirelessButShy, noise: 0.06, rirBias: -1 },
    { movements: 1, workouts: 30, setsPerWorkout: 4 },
    seededRng(25),
  )
  const strange = fit(history, FIRST_PRIORS, seededRng(26), fit(other, FIRST_PRIORS, seededRng(27)).warmStart)
  expect(strange.isTrusted).toBe(true)
  expect(Math.abs(strange.diagnoses.rirBias.mean - found.diagnoses.rirBias.mean)).toBeLessThan(0.05)
})

test('who writes down the very same sets for months is fitted as fast as anybody', PATIENT, () => {
  const same = Array.from({ length: 450 }, (_, i) => {
    const workout = Math.floor(i / 50)
    return { movementKey: 'bench', workoutKey: `${workout}`, at: workout * 2 * DAY_MS + i, total: 60, reps: 5, rir: 0, rest: null }
  })
  const regular = fit(same, FIRST_PRIORS, seededRng(29))
  expect(regular.gradients).toBeLessThan(2 * found.gradients)
  expect(regular.parameters.noise).toBeGreaterThan(0)
})

test('without a set that speaks the priors come back', () => {
  const silent = fit(
    history.slice(0, 8).map((set) => ({ ...set, rir: null })),
    FIRST_PRIORS,
    seededRng(28),
  )
  parameterNames.forEach((name, i) => {
    const { mean, sd, mcse } = silent.diagnoses[name]
    expect(Math.abs(mean - FIRST_PRIORS.mean[i]!)).toBeLessThan(4 * mcse)
    expect(sd / Math.sqrt(FIRST_PRIORS.covariance[i]![i]!)).toBeCloseTo(1, 0)
  })
})

test('the same seed gives the same fit', () => {
  expect(fit(history.slice(0, 40), FIRST_PRIORS, seededRng(1))).toEqual(fit(history.slice(0, 40), FIRST_PRIORS, seededRng(1)))
})

test('a log that shows a curve flatter than any experiment does not reach the advice', PATIENT, () => {
  const chosen = simulateHistory({ ...tirelessButShy, steepness: 0.4 }, { movements: 3, workouts: 20, setsPerWorkout: 4 }, seededRng(29))
  const { parameters, mean } = fit(chosen, FIRST_PRIORS, seededRng(30))
  expect(bounded(mean).steepness).toBeLessThan(0.7)
  expect(parameters.steepness).toBe(0.93 / 1.2)
})
