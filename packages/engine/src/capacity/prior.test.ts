import { DAY_MS, type Instant, type MovementId } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LoggedSet, MovementFacts } from '../lifter/sets.ts'
import { exp, log } from '../numerics/elementary.ts'
import { NOW } from '../testing/builders.ts'
import { aLoggedSet, movementCalled } from '../testing/logged-set.ts'
import { emptyLifter } from './belief.ts'
import { observe } from './lifter.ts'
import { priorFor } from './prior.ts'
import { type KnownStrength, strengthsOf } from './strengths.ts'

const dumbbells: MovementFacts = { ...movementCalled('dumbbells'), equipment: 'dumbbell' }
const after = (sets: readonly LoggedSet[]) => strengthsOf(sets.reduce(observe, emptyLifter()))
const benched = (loadKg: number, days = [0, 3, 7]) =>
  days.flatMap((day) => [1, 2].map((setNumber) => aLoggedSet({ day, loadKg, setNumber, rir: 2 as never })))
const maximumBy = (known: readonly KnownStrength[], movement = dumbbells) => exp(priorFor(known, movement)!.strength!.level)

const aStrength = (said: Partial<KnownStrength> & { readonly kgMaximum?: number; readonly day?: number } = {}): KnownStrength => {
  const { kgMaximum = 100, day = 0, ...rest } = said
  return {
    movementId: 'bench' as MovementId,
    related: { group: 'horizontal_push', equipment: 'barbell', baseKey: null },
    level: log(kgMaximum),
    variance: 0.002,
    sets: 20,
    at: (NOW + day * DAY_MS) as Instant,
    fatigueSeen: { products: 0, squares: 0 },
    surprise: { sum: 0, weight: 0 },
    ...rest,
  }
}

test('who benches twice as much is taken to press twice as heavy dumbbells', () => {
  expect(maximumBy(after(benched(120))) / maximumBy(after(benched(60)))).toBeCloseTo(2, 1)
})

test('the first workout counts as soon as it is done, not only when the next one begins', () => {
  const first = [1, 2, 3].map((setNumber) => aLoggedSet({ day: 0, loadKg: 85, setNumber, rir: 2 as never }))
  expect(maximumBy(after(first)) / maximumBy(after(benched(85, [0, 3, 7])))).toBeGreaterThan(0.85)
})

test('a movement does not speak for itself, and of a lifter of one movement nothing is told of it', () => {
  const known = after(benched(100))
  expect(priorFor(known, movementCalled('bench'))).toBeUndefined()
  expect(priorFor([], dumbbells)).toBeUndefined()
})

test('the nearest movement is named, of equally near ones the best known', () => {
  const squat = aStrength({
    movementId: 'squat' as MovementId,
    related: { group: 'squat', equipment: 'barbell', baseKey: null },
    sets: 900,
  })
  const machine = aStrength({
    movementId: 'machine' as MovementId,
    related: { group: 'horizontal_push', equipment: 'machine', baseKey: null },
    sets: 3,
  })
  const { strength } = priorFor([squat, machine, aStrength()], dumbbells)!
  expect(strength).toMatchObject({ from: 'bench', relation: 'same_group' })
})

test('a movement left alone for years speaks of less than one trained yesterday', () => {
  const old = aStrength({ movementId: 'old' as MovementId, day: -700 })
  const fresh = aStrength({ movementId: 'old' as MovementId })
  expect(maximumBy([old, aStrength()])).toBeLessThan(maximumBy([fresh, aStrength()]))
})

test('movements of a kind that no table knows leave the strength open and still tell how a lifter tires', () => {
  const fading = aStrength({ fatigueSeen: { products: 0.04, squares: 0.02 } })
  const odd: MovementFacts = { ...movementCalled('odd'), pattern: 'locomotion', equipment: 'sled' }
  expect(priorFor([fading], odd)).toMatchObject({ strength: null, groupTrainedAt: null })
  expect(priorFor([fading], odd)!.fatigueRatio).toBeGreaterThan(1.5)
})

test('a stronger lifter is never told to be weaker, however many movements speak, and JSON changes nothing', () => {
  const some = fc.array(
    fc.record({
      kgMaximum: fc.integer({ min: 5, max: 300 }),
      day: fc.integer({ min: -400, max: 0 }),
      sets: fc.integer({ min: 3, max: 200 }),
      group: fc.constantFrom('horizontal_push', 'squat', 'hinge'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(some, fc.nat(), fc.integer({ min: 1, max: 100 }), (said, which, more) => {
      const list = (extra: number) =>
        said.map(({ group, ...one }, i) =>
          aStrength({
            ...one,
            kgMaximum: one.kgMaximum + (i === which % said.length ? extra : 0),
            movementId: `m${i}` as MovementId,
            related: { group, equipment: 'barbell', baseKey: null },
          }),
        )
      expect(maximumBy(list(more))).toBeGreaterThanOrEqual(maximumBy(list(0)))
      expect(JSON.stringify(priorFor(JSON.parse(JSON.stringify(list(0))), dumbbells))).toBe(JSON.stringify(priorFor(list(0), dumbbells)))
    }),
  )
})
