import { expect, test } from 'vitest'
import { worthText } from './rir-worth-text.ts'

test('whose reserve is known to a tenth of a repetition reads no interval from a number to itself', () => {
  expect(worthText('2 left', { left: 1.22, low80: 1.18, high80: 1.24 })).toBe('When you say 2 left, about 1.2 reps are left.')
  expect(worthText('RPE 8', { left: 0, low80: 0, high80: 0.04 })).toBe('When you say RPE 8, about 0 reps are left.')
})

test('where the ends differ as they are written, the interval is told', () => {
  expect(worthText('2 left', { left: 1.22, low80: 1.14, high80: 1.26 })).toBe(
    'When you say 2 left, about 1.2 reps are left: four times in five between 1.1 and 1.3.',
  )
})
