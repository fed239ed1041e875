import { expect, test } from 'vitest'
import { placeInText } from './place-in-text.ts'

test('a fault of line 2, column 3 is found in the text, and never beyond its line', () => {
  const text = 'one\ntwo\nthree'
  expect(text.slice(placeInText(text, { line: 2, column: 3 }))).toBe('o\nthree')
  expect(placeInText(text, { line: 1, column: 1 })).toBe(0)
  expect(text.slice(placeInText(text, { line: 2, column: 99 }))).toBe('\nthree')
  expect(placeInText(text, { line: 9, column: 1 })).toBe(text.length)
  expect(placeInText('', { line: 1, column: 1 })).toBe(0)
})
