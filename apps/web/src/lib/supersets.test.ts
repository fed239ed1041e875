import { seconds } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { endsSuperset, isLinked, type Grouped, supersetMark, withLink, withoutLink, withRoundRest } from './supersets.ts'

const plan: readonly Grouped[] = [{}, {}, {}, {}]
const marks = (items: readonly Grouped[]) => items.map((_, place) => supersetMark(items, place) ?? '-').join(' ')

test('movements are alternated one by one: two are a superset, three a circuit, and two supersets stand side by side', () => {
  const pair = withLink(plan, 0)
  expect(marks(pair)).toBe('A1 A2 - -')
  expect(marks(withLink(pair, 1))).toBe('A1 A2 A3 -')
  expect(marks(withLink(pair, 2))).toBe('A1 A2 B1 B2')
  expect(marks(withLink(withLink(pair, 2), 1))).toBe('A1 A2 A3 A4')
})

test('parting leaves nobody in a superset of one', () => {
  const three = withLink(withLink(plan, 0), 1)
  expect(marks(withoutLink(three, 1))).toBe('A1 A2 - -')
  expect(marks(withoutLink(withoutLink(three, 1), 0))).toBe('- - - -')
})

test('the rest after a round belongs to the superset, and is kept by whom it grows by', () => {
  const rested = withRoundRest(withLink(plan, 0), 0, seconds(75))
  expect(withLink(rested, 1).map(({ roundRestSeconds }) => roundRestSeconds)).toEqual([75, 75, 75, undefined])
  expect([0, 1, 2].map((place) => endsSuperset(rested, place))).toEqual([false, true, false])
  expect([0, 1].map((place) => isLinked(rested, place))).toEqual([true, false])
})
