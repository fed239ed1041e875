import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aLoggedSet } from '../testing/logged-set.ts'
import { BASE, type Field, readField, writeField } from './digits.ts'
import { emptyHabit } from './habit.ts'
import { observeHabit } from './next-reps.ts'
import { OwnNumbers } from './own-numbers.ts'

test('numbers kept as text come back within half a step, and from then on unchanged', () => {
  const field: Field = { numbers: 3, digits: 2, low: -8, high: 4 }
  const halfStep = (0.5 * (field.high - field.low)) / (BASE ** field.digits - 1)
  const kept = (numbers: Float64Array) => {
    const codes: number[] = []
    const written = numbers.slice()
    writeField(field, written, codes, 0)
    const back = new Float64Array(3)
    readField(field, String.fromCharCode(...codes), 0, back)
    expect(written).toEqual(back)
    return back
  }
  fc.assert(
    fc.property(fc.array(fc.double({ min: -8, max: 4, noNaN: true }), { minLength: 3, maxLength: 3 }), (values) => {
      const once = kept(new Float64Array(values))
      once.forEach((value, i) => expect(Math.abs(value - values[i]!)).toBeLessThanOrEqual(halfStep * 1.000001))
      expect(kept(once)).toEqual(once)
    }),
  )
})

test('a movement always done alike is known by its own hits, whatever the lifter does elsewhere', () => {
  const habit = emptyHabit()
  for (let day = 0; day < 60; day++) {
    observeHabit(habit, aLoggedSet({ day, movement: 'steady', reps: 8 }))
    observeHabit(habit, aLoggedSet({ day, movement: 'wild', reps: 5 + (Math.floor((day * 7919 + 104_729) ** 2 / 1000) % 8) }))
  }
  const hitsOf = (movement: string) => {
    const own = new OwnNumbers()
    own.read(habit.movements[`m ${movement}`])
    return own.hits[0]!
  }
  expect(hitsOf('steady')).toBeGreaterThan(0.9)
  expect(hitsOf('wild')).toBeLessThan(0.4)
})
