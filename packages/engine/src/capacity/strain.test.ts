import { DAY_MS } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { dosesOf, strainsOf } from './strain.ts'

const day = (at: number, sets: number) => ({ at: at * DAY_MS, sets })
const weekly = Array.from({ length: 10 }, (_, i) => day(7 * i, 4))

test('who trains as ever is as tired as ever', () => {
  expect(strainsOf(dosesOf(weekly), { alpha: 1.3, beta: 0.2 }).at(-1)).toBeCloseTo(0, 1)
})

const after69 = (now: number) => strainsOf(dosesOf([...weekly, day(69, 4), day(now, 4)]), { alpha: 1, beta: Math.LN2 }).at(-1)!

// By hand, β = ln 2 a day, α = 1: an extra usual workout yesterday leaves a half; a day later a quarter.
test('an extra workout weighs a half after a day and a quarter after two, where a half is forgotten each day', () => {
  expect(after69(70)).toBeCloseTo(0.5, 1)
  expect(after69(71)).toBeCloseTo(0.25, 1)
})

test('before a usual is known nothing is beside it', () => {
  expect(strainsOf(dosesOf(Array.from({ length: 5 }, (_, i) => day(i, 20))), { alpha: 1, beta: 0.2 })).toEqual([0, 0, 0, 0, 0])
})
