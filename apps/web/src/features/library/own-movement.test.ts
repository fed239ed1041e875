import { expect, test } from 'vitest'
import { bench } from '../../testing/training.ts'
import { blank, musclesIn, nameFault, variantOf, withMuscle } from './own-movement.ts'

test('a muscle has one role: naming it as a helper takes it from the prime movers, naming it again takes it away', () => {
  const prime = withMuscle(blank, 'chest', 'prime_mover')
  expect(prime.muscles).toEqual([{ muscle: 'chest', role: 'prime_mover', share: 1 }])
  const helper = withMuscle(prime, 'chest', 'synergist')
  expect(helper.muscles).toEqual([{ muscle: 'chest', role: 'synergist', share: 0.5 }])
  expect(musclesIn(helper, 'prime_mover')).toEqual([])
  expect(withMuscle(helper, 'chest', 'synergist').muscles).toEqual([])
})

test('a variant of another movement is like it in everything but the name, and tied to it', () => {
  const own = variantOf({ ...blank, name: 'My press' }, bench)
  expect(own).toMatchObject({ name: 'My press', pattern: bench.pattern, equipment: bench.equipment, baseId: bench.id })
  expect(variantOf(blank, { ...bench, isCustom: true }).baseId).toBeNull()
  expect(own).not.toHaveProperty('id')
  expect(own).not.toHaveProperty('isCustom')
})

test('a name is there, and no longer than a list can show: 10,000 characters are refused with a sentence', () => {
  expect(nameFault('   ')).toBe('Give it a name')
  expect(nameFault('a'.repeat(10_000))).toBe('A name has at most 200 characters; this one has 10000.')
  expect(nameFault('🏋️‍♀️'.repeat(200))).toBeUndefined()
  expect(nameFault('<img src=x onerror=alert(1)>')).toBeUndefined() // it is shown as it is written
})
