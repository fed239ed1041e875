import { knownSchemes } from '@gymgenius/engine/programming'
import { printScheme } from '@gymgenius/program-text'
import { expect, test } from 'vitest'
import { checkText } from './scheme.ts'

const text = printScheme(knownSchemes[0]!)

test('a known program that was printed is found in order, with what it sets aside', () => {
  const { told, isWrong } = checkText(text, 'mine.yaml')
  expect(isWrong).toBe(false)
  expect(told[0]).toBe('First months with a barbell: 12 weeks, 36 sessions')
  expect(told.at(-1)).toContain('set aside, time')
})

test('a set that cannot be read is told with its line, and a movement that nobody knows by its name', () => {
  expect(checkText(text.replace('3 x 5 @ RIR 2', '3 of 5 @ RIR 2'), 'mine.yaml').told[0]).toMatch(
    /^mine\.yaml:\d+:\d+ expected "x" between/,
  )
  const strange = checkText(text.replaceAll('plank:', 'planck:'), 'mine.yaml')
  expect(strange).toMatchObject({ isWrong: true })
  expect(strange.told).toContain('The library has no movement "planck".')
})
