import { kg, kgFromPounds } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { nearestLoads } from './nearest-loads.ts'

const stack = { min: kg(5), step: kg(5) }

test('between two pins of a stack both are offered, on a pin nothing is said', () => {
  expect(nearestLoads(kg(52.5), stack, undefined)).toEqual([50, 55])
  expect(nearestLoads(kg(50), stack, undefined)).toBeUndefined()
})

test('below the lightest there is only the lightest', () => {
  expect(nearestLoads(kg(3), stack, undefined)).toEqual([5])
})

test('a stack marked in pounds is asked in pounds', () => {
  const pounds = { min: kgFromPounds(10), step: kgFromPounds(10) }
  expect(nearestLoads(kgFromPounds(70), pounds, undefined)).toBeUndefined()
  expect(nearestLoads(kgFromPounds(75), pounds, undefined)?.map((load) => Math.round(load / 0.45359237))).toEqual([70, 80])
})

test('a bar is asked about its plates: small ones make loads between the steps', () => {
  const bar = { minKg: kg(20), platesKg: [20, 10, 5, 2.5, 1.25, 0.5].map((plate) => kg(plate)) }
  expect(nearestLoads(kg(61), { min: kg(20), step: kg(2.5) }, bar)).toBeUndefined()
  expect(nearestLoads(kg(61.2), { min: kg(20), step: kg(2.5) }, bar)).toEqual([60, 62.5])
  expect(nearestLoads(kg(12), { min: kg(20), step: kg(2.5) }, bar)).toEqual([20])
})
