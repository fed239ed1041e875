import { expect, test } from 'vitest'
import { amountOf, isWhole, sayingOf, typedOf } from './goal.ts'

const typed = { ...typedOf(), title: ' Squat 140 ', target: '140', start: '0', unit: 'kg' }

test('what is typed is kept as it is meant: zero is a figure, nothing is none', () => {
  expect(sayingOf(typed)).toEqual({ kind: 'performance', title: 'Squat 140', target: 140, start: 0, unit: 'kg' })
  expect(sayingOf({ ...typed, target: '', start: '' })).not.toHaveProperty('target')
  expect(amountOf('−2.5')).toBe(-2.5)
})

test('a goal without words or with a figure that is none is not kept', () => {
  expect(isWhole(typed)).toBe(true)
  expect(isWhole({ ...typed, target: 'a lot' })).toBe(false)
  expect(isWhole({ ...typed, title: ' ' })).toBe(false)
})

test('said anew, a goal keeps what was not asked, and no movement where it is no lift any more', () => {
  const goals = [{ goal: 'strength' as const, weight: 10 }]
  const before = { version: 1, at: '2026-01-01T00:00:00Z', kind: 'performance' as const, title: 'Squat', movementId: 'm' as never, goals }
  expect(sayingOf(typedOf(before), before)).toEqual({ kind: 'performance', title: 'Squat', movementId: 'm', goals })
  expect(sayingOf({ ...typedOf(before), kind: 'habit' }, before)).not.toHaveProperty('movementId')
})
