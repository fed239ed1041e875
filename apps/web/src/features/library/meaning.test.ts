import { expect, test } from 'vitest'
import { bench, squat } from '../../testing/training.ts'
import { beyondNames, type Hit, sentenceIn } from './meaning.ts'

const hit = (movement: Hit['movement']): Hit => ({ movement, reasons: [], explanation: 'chest' })

test('one word is a name and asks nobody; two are a sentence, and signs are no words', () => {
  expect(sentenceIn(' bench ')).toBeUndefined()
  expect(sentenceIn('bench …')).toBeUndefined()
  expect(sentenceIn('  no   jumping ')).toBe('no jumping')
})

test('what a name found is not shown twice, and what the filters leave out stays out', () => {
  const hits = [hit(bench), hit(squat)]
  expect(beyondNames(hits, [], [bench, squat])).toEqual(hits)
  expect(beyondNames(hits, [bench], [bench, squat])).toEqual([hit(squat)])
  expect(beyondNames(hits, [], [bench])).toEqual([hit(bench)])
})
