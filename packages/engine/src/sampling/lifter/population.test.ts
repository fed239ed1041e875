import { type Rng, seededRng } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inverse, times } from '../../numerics/symmetric-matrix.ts'
import { drawFrom } from './calibrate.ts'
import { FIRST_PRIORS, type LifterPriors, parameterNames } from './parameters.ts'
import { evidenceOf, fitPopulation, type LifterSummary, mergeMoments, momentsOf, priorsFrom } from './population.ts'

/** A people that recovers more slowly, says less than it has, varies less in form; fatigue and recovery go together. */
const people: LifterPriors = {
  mean: FIRST_PRIORS.mean.map((mean, i) => mean + [0.3, -0.4, 0.1, 0, -0.2, 0.4, 0.6, 0.01, 0.1, -0.2][i]!),
  covariance: parameterNames.map((_, i) =>
    parameterNames.map((__, j) =>
      i === j ? [0.16, 0.09, 0.04, 0.0064, 0.16, 0.16, 0.36, 0.0002, 0.06, 0.16][i]! : i + j === 9 && i > 3 && j > 3 ? 0.1 : 0,
    ),
  ),
}

/** A lifter of those people with a logbook of random length and the normal posterior it gives under `madeUnder`. */
function aLifter(rng: Rng, madeUnder = FIRST_PRIORS): LifterSummary {
  const truth = drawFrom(people, rng)
  const priorPrecision = inverse(madeUnder.covariance)
  const errors = [0.3, 0.2, 0.1, 0.1, 0.4, 0.5, 0.5, 0.01, 0.2, 0.3].map((error) => error * (0.5 + 2 * rng()))
  const seen = drawFrom({ mean: truth, covariance: errors.map((error, i) => errors.map((_, j) => (i === j ? error ** 2 : 0))) }, rng)
  const covariance = inverse(priorPrecision.map((row, i) => row.map((value, j) => value + (i === j ? errors[i]! ** -2 : 0))))
  const pull = times(priorPrecision, madeUnder.mean)
  const mean = times(
    covariance,
    seen.map((value, i) => value / errors[i]! ** 2 + pull[i]!),
  )
  return { mean, covariance, madeUnder }
}

const crowd = (count: number, seed: number) => {
  const rng = seededRng(seed)
  return Array.from({ length: count }, () => aLifter(rng))
}

test('what is common to a people is found behind the shrunken fits of its lifters', { timeout: 60_000 }, () => {
  const found = fitPopulation(crowd(600, 31))
  parameterNames.forEach((name, i) => {
    const sd = Math.sqrt(people.covariance[i]![i]!)
    expect(Math.abs(found.mean[i]! - people.mean[i]!) / sd, name).toBeLessThan(0.2)
    expect(Math.sqrt(found.covariance[i]![i]!) / sd, name).toBeGreaterThan(0.8)
    expect(Math.sqrt(found.covariance[i]![i]!) / sd, name).toBeLessThan(1.2)
  })
  expect(found.covariance[4]![5]!).toBeCloseTo(0.1, 1)
})

test('logbooks do not bend the curve that experiments gave, whatever they say', () => {
  const flat = crowd(100, 32).map((lifter) => ({ ...lifter, mean: lifter.mean.map((value, i) => (i === 3 ? value - 0.5 : value)) }))
  const found = fitPopulation(flat)
  expect(found.mean[3]).toBe(FIRST_PRIORS.mean[3])
  expect(found.covariance[3]![3]).toBeLessThanOrEqual(FIRST_PRIORS.covariance[3]![3]! * (1 + 1e-12))
})

test('which worker counted whom does not matter', () => {
  const evidence = crowd(30, 33).map(evidenceOf)
  const together = priorsFrom(momentsOf(evidence, FIRST_PRIORS))
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 30, maxLength: 30 }), fc.boolean(), (workers, leftFirst) => {
      const shares = [0, 1, 2, 3].map((worker) =>
        momentsOf(
          evidence.filter((_, i) => workers[i] === worker),
          FIRST_PRIORS,
        ),
      )
      const merged = (leftFirst ? shares : shares.toReversed()).reduce(mergeMoments)
      const { mean, covariance } = priorsFrom(merged)
      mean.forEach((value, i) => expect(value).toBeCloseTo(together.mean[i]!, 10))
      covariance.flat().forEach((value, i) => expect(value).toBeCloseTo(together.covariance.flat()[i]!, 10))
    }),
  )
})

test('under which priors a lifter was fitted does not matter', () => {
  const [underFirst, underPeople] = [FIRST_PRIORS, people].map((madeUnder) => evidenceOf(aLifter(seededRng(34), madeUnder)))
  underFirst!.precision.flat().forEach((value, i) => expect(value / 1000).toBeCloseTo(underPeople!.precision.flat()[i]! / 1000, 6))
  underFirst!.information.forEach((value, i) => expect(value / 1000).toBeCloseTo(underPeople!.information[i]! / 1000, 6))
})

test('without lifters, or with lifters who say nothing, the first priors stay', () => {
  expect(fitPopulation([])).toEqual(FIRST_PRIORS)
  const silent = { ...FIRST_PRIORS, madeUnder: FIRST_PRIORS }
  const after = fitPopulation([silent, silent])
  after.mean.forEach((value, i) => expect(value).toBeCloseTo(FIRST_PRIORS.mean[i]!, 6))
  after.covariance.forEach((row, i) => expect(row[i]! / FIRST_PRIORS.covariance[i]![i]!).toBeCloseTo(1, 3))
})
