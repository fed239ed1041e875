import { problems } from '@gymgenius/contracts/problem'
import { expect, test } from 'vitest'
import { faultOf, problemWords } from './problem-words.ts'

test('in English the phone says of a refusal what the server says of it', () => {
  expect(problemWords).toEqual(Object.fromEntries(Object.entries(problems).map(([code, { title }]) => [code, title])))
})

test('a bound that the server names is said with its numbers', () => {
  expect(faultOf({ code: 'out_of_range', message: 'Must be between 0 and 1500' })).toBe('Must be between 0 and 1500')
  expect(faultOf({ code: 'of_tomorrow', message: 'Said by a newer server' })).toBe('Said by a newer server')
})
