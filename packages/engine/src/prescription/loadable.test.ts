import { KG_PER_POUND, isMeasurableLoad, kg, kgFromPounds, limits } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridOf, loadAbove, loadBelow, loadStepsAway, nearestLoad } from './loadable.ts'
import { platesFor } from './plates.ts'

const kilograms = gridOf({ min: kg(20), step: kg(2.5) })
const pounds = gridOf({ min: kgFromPounds(45), step: kgFromPounds(5) })

test.each([
  { load: 80, nearest: 80, below: 80, above: 80 },
  { load: 81.25, nearest: 80, below: 80, above: 82.5 }, // half way: the lighter
  { load: 81.26, nearest: 82.5, below: 80, above: 82.5 },
  { load: 3, nearest: 20, below: 20, above: 20 },
  { load: 1e308, nearest: 1500, below: 1500, above: 1500 },
])('of 20, 22.5, 25, … kg: nearest to $load is $nearest', ({ load, nearest, below, above }) => {
  expect([nearestLoad(kilograms, load), loadBelow(kilograms, load), loadAbove(kilograms, load)]).toEqual([nearest, below, above])
})

test('every load a gym has is its own nearest, next below and next above, however it is marked', () => {
  const grids = fc.constantFrom(
    { unit: 1, min: 20, step: 2.5 },
    { unit: 1, min: 0, step: 0.1 },
    { unit: 1, min: 1.25, step: 1.25 },
    { unit: KG_PER_POUND, min: 45, step: 5 },
    { unit: KG_PER_POUND, min: 0, step: 0.25 },
    { unit: KG_PER_POUND, min: 2.5, step: 2.5 },
  )
  fc.assert(
    fc.property(grids, fc.nat(1000), ({ unit, min, step }, index) => {
      const grid = gridOf({ min: kg(min * unit), step: kg(step * unit) })
      const load = (Math.round((min + index * step) * 100) / 100) * unit
      if (load > 1500) return
      expect(nearestLoad(grid, load)).toBe(load)
      expect(loadBelow(grid, load)).toBe(load)
      expect(loadAbove(grid, load)).toBe(load)
      expect(isMeasurableLoad(load)).toBe(true)
      // a sum of many steps carries floating error and must still be the same load
      let summed = min * unit
      for (let i = 0; i < index; i++) summed += step * unit
      expect(loadBelow(grid, summed)).toBe(load)
      expect(loadAbove(grid, summed)).toBe(load)
    }),
  )
})

test('135 lb is 135 lb', () => {
  expect(nearestLoad(pounds, 61.2)).toBe(kgFromPounds(135))
  expect(loadStepsAway(pounds, kgFromPounds(135), 1)).toBe(kgFromPounds(140))
  expect(loadStepsAway(pounds, kgFromPounds(135), -1)).toBe(kgFromPounds(130))
  expect(loadStepsAway(pounds, kgFromPounds(137), 1)).toBe(kgFromPounds(140))
})

const rack = gridOf({ list: [8, 12.5, 20, 20.5, 32].map(kg) })

test.each([
  { load: 12.5, nearest: 12.5, below: 12.5, above: 12.5, up: 20, down: 8 },
  { load: 16.25, nearest: 12.5, below: 12.5, above: 20, up: 20, down: 12.5 }, // half way: the lighter
  { load: 16.3, nearest: 20, below: 12.5, above: 20, up: 20, down: 12.5 },
  { load: 20.4, nearest: 20.5, below: 20, above: 20.5, up: 20.5, down: 20 },
  { load: 3, nearest: 8, below: 8, above: 8, up: 8, down: 8 },
  { load: 99, nearest: 32, below: 32, above: 32, up: 32, down: 32 },
  { load: 0.1 + 0.2 + 19.7, nearest: 20, below: 20, above: 20, up: 20.5, down: 12.5 }, // 20 and floating error
])('of dumbbells of 8, 12.5, 20, 20.5 and 32 kg, nearest to $load is $nearest', ({ load, nearest, below, above, up, down }) => {
  expect([nearestLoad(rack, load), loadBelow(rack, load), loadAbove(rack, load)]).toEqual([nearest, below, above])
  expect([loadStepsAway(rack, load, 1), loadStepsAway(rack, load, -1)]).toEqual([up, down])
})

test('even steps told as a list are answered as the steps are', () => {
  const steps = fc.record({ min: fc.nat(100), step: fc.integer({ min: 1, max: 40 }), count: fc.integer({ min: 0, max: 60 }) })
  fc.assert(
    fc.property(steps, fc.double({ min: -50, max: 1000, noNaN: true }), fc.constantFrom(0.25, KG_PER_POUND), (gym, load, unit) => {
      const at = (index: number) => kg(((gym.min + index * gym.step) * 100 * unit) / 100)
      const even = gridOf({ min: at(0), step: kg(gym.step * unit), max: at(gym.count) })
      const listed = gridOf({ list: Array.from({ length: gym.count + 1 }, (_, i) => even.at(i)).filter((load) => load <= limits.loadKg) })
      for (const asked of [load, even.at(Math.min(even.last, 3))]) {
        for (const answer of [nearestLoad, loadBelow, loadAbove]) expect(answer(listed, asked)).toBe(answer(even, asked))
        for (const direction of [1, -1] as const)
          expect(loadStepsAway(listed, asked, direction)).toBe(loadStepsAway(even, asked, direction))
      }
    }),
  )
})

test('a gym that ends at 60 kg loads no more than 60 kg', () => {
  const home = gridOf({ min: kg(20), step: kg(2.5), max: kg(60) })
  expect([nearestLoad(home, 80), loadAbove(home, 59), loadStepsAway(home, 60, 1)]).toEqual([60, 60, 60])
})

test('a gym with nothing in it loads nothing', () => {
  const nothing = gridOf({ list: [] })
  expect([nearestLoad(nothing, 80), loadBelow(nothing, 0), loadAbove(nothing, 1)]).toEqual([0, 0, 0])
})

test.each([
  { load: 100, perSide: [25, 15], missing: 0 },
  { load: 82.5, perSide: [25, 5, 1.25], missing: 0 },
  { load: 21, perSide: [], missing: 1 },
  { load: 15, perSide: [], missing: 0 },
])('$load kg on a 20 kg bar is $perSide on each side', ({ load, perSide, missing }) => {
  expect(platesFor(kg(load), kg(20), [1.25, 2.5, 5, 10, 15, 20, 25].map(kg))).toEqual({ perSide, missing })
})

test('225 lb is two plates a side, to the last bit', () => {
  const plates = [45, 35, 25, 10, 5, 2.5].map(kgFromPounds)
  expect(platesFor(kgFromPounds(225), kgFromPounds(45), plates)).toEqual({ perSide: [plates[0], plates[0]], missing: 0 })
})
