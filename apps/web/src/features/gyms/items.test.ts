import { kg, kgFromPounds } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { freshId, marked, platesIn, rowOf, withPairs } from './items.ts'
import { gymFrom, templates } from './templates.ts'

const pairsOf = (items: Parameters<typeof platesIn>[0]) =>
  platesIn(items).map(({ weightKg, unit, pairs }) => `${pairs} × ${marked(weightKg, unit)} ${unit}`)

test('a pair is added and taken away, and the last one takes the size with it', () => {
  const { items } = gymFrom('home', 'kg')
  expect(pairsOf(items)).toEqual(['1 × 10 kg', '1 × 5 kg', '1 × 2.5 kg'])
  const more = withPairs(withPairs(items, kg(10), 'kg', 1), kgFromPounds(45), 'lb', 1)
  expect(pairsOf(more)).toEqual(['1 × 45 lb', '2 × 10 kg', '1 × 5 kg', '1 × 2.5 kg'])
  expect(pairsOf(withPairs(items, kg(5), 'kg', -1))).toEqual(['1 × 10 kg', '1 × 2.5 kg'])
  expect(withPairs(items, kg(25), 'kg', -1)).toEqual(items)
})

test('a rack from 2.5 to 10 in steps of 2.5 is four weights, in pounds as in kilograms', () => {
  expect(rowOf(2.5, 10, 2.5, 'kg')).toEqual([2.5, 5, 7.5, 10])
  expect(rowOf(2.5, 10, 2.5, 'lb')!.map((weight) => marked(weight, 'lb'))).toEqual(['2.5', '5', '7.5', '10'])
  expect(rowOf(16, 16, 0, 'kg')).toEqual([16])
})

test.each([
  [0, 10, 2],
  [10, 5, 1],
  [2, 50, 0],
  [1, 1000, 0.01],
  [Number.NaN, 10, 1],
])('no rack goes from %d to %d in steps of %d', (from, to, step) => expect(rowOf(from, to, step, 'kg')).toBeUndefined())

test('every template is a gym without two things of one id', () => {
  for (const template of templates) {
    for (const unit of ['kg', 'lb'] as const) {
      const ids = gymFrom(template, unit).items.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  }
  expect(freshId(gymFrom('home', 'kg').items, 'bar')).toBe('bar-1')
})
