import { seededRng } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { bounded, FIRST_PRIORS, type LifterParameters } from './parameters.ts'
import { fit } from './fit.ts'
import { provedBy, provedTraits, traitsOf, unproved } from './proof.ts'
import { simulateHistory } from './simulate.ts'

const usual = bounded(FIRST_PRIORS.mean)
const trainingOf = (parameters: LifterParameters, workouts: number) =>
  simulateHistory(parameters, { movements: 3, workouts, setsPerWorkout: 4 }, seededRng(11))
const half = (sets: ReturnType<typeof trainingOf>) => Math.max(...sets.map(({ at }) => at)) / 2

test('a shy lifter’s bias is found in their first sets and proved by the later ones', () => {
  const sets = trainingOf({ ...usual, rirBias: 2 }, 120)
  const until = half(sets)
  const found = fit(
    sets.filter(({ at }) => at <= until),
    FIRST_PRIORS,
    seededRng(12),
  )
  const traits = traitsOf(found)
  const proof = provedBy(sets, traits, unproved(until))
  expect(proof.sets).toBeGreaterThan(200)
  expect(provedTraits(traits, proof)?.rirBias).toBeCloseTo(found.parameters.rirBias, 1)
})

test('somebody else’s traits, however plain, are refused by one’s own sets', () => {
  const sets = trainingOf(usual, 60)
  const proof = provedBy(sets, { curve: 1.2, rirBias: -0.5 }, unproved(half(sets)))
  expect(provedTraits({ curve: 1.2, rirBias: -0.5 }, proof)).toBeUndefined()
})

test('a handful of sets proves nothing, and a set is counted once', () => {
  const sets = trainingOf({ ...usual, rirBias: 2 }, 60)
  const last = Math.max(...sets.map(({ at }) => at))
  const few = provedBy(sets, { rirBias: 2 }, unproved(last - 8 * 86_400_000))
  expect(few.sets).toBeGreaterThan(5)
  expect(provedTraits({ rirBias: 2 }, few)).toBeUndefined()
  expect(provedBy(sets, { rirBias: 2 }, few)).toEqual(few)
  const later = provedBy(sets, { rirBias: 2 }, unproved(half(sets)))
  const inTwoNights = provedBy(
    sets,
    { rirBias: 2 },
    provedBy(
      sets.filter(({ at }) => at < last * 0.75),
      { rirBias: 2 },
      unproved(half(sets)),
    ),
  )
  expect(inTwoNights.until).toBe(later.until)
  expect(inTwoNights.sets).toBeCloseTo(later.sets, -2)
})

test('a curve that experiments rule out is nobody’s trait', () => {
  const mean = [...FIRST_PRIORS.mean]
  mean[3] = -0.6
  expect(traitsOf({ mean, covariance: FIRST_PRIORS.covariance })).toEqual({ rirBias: 0.5 })
})

test('who tires for days is found out, and spares themselves after a hard week', () => {
  const sets = simulateHistory(
    { ...usual, strain: 0.04, noise: 0.02, form: 0.01 },
    { movements: 4, workouts: 100, setsPerWorkout: 4, unevenBy: 3 },
    seededRng(17),
  )
  const until = half(sets)
  const found = fit(
    sets.filter(({ at }) => at <= until),
    FIRST_PRIORS,
    seededRng(18),
  )
  const traits = traitsOf(found)
  expect(traits.dayFatigue!.scale).toBeGreaterThan(0.02)
  expect(provedTraits(traits, provedBy(sets, traits, unproved(until)))?.dayFatigue).toEqual(traits.dayFatigue)
})

test('whom hard weeks seem to make stronger is no case of fatigue', () => {
  const mean = [...FIRST_PRIORS.mean]
  mean[7] = -0.02
  expect(traitsOf({ mean, covariance: FIRST_PRIORS.covariance })).not.toHaveProperty('dayFatigue')
})
