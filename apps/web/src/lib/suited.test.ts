import { instantOf, type MovementId } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { bench, evening, minutesLater, squat } from '../testing/training.ts'
import { leftOutText, likedThenTrained, suitedBy } from './suited.ts'
import type { MyRules } from './verdict.ts'

const rules: MyRules = {
  movements: [{ movementId: bench.id, rule: 'hard_no' }],
  favourites: [squat.id],
  constraints: [],
}
const band = { ...squat, id: 'band' as MovementId, name: 'Squat (Band)', equipment: 'band' } as const
const all = [bench, squat, band]
const bars = {
  id: 'cellar',
  name: 'Cellar',
  items: [{ id: 'bar', kind: 'presence', availability: 'there', equipment: 'barbell' }],
  hasTheRest: false,
}

test('what rules and the gym leave is offered, what they do not is counted and says why', () => {
  const suited = suitedBy(rules, evening, bars as never)
  expect(all.filter(suited.isLeft)).toEqual([squat])
  expect(suited.leftOut(all)).toEqual({ byRules: 1, byGym: 1 })
  expect(leftOutText(suited.leftOut(all))).toBe('1 left out by your rules and what hurts · 1 needs what your gym lacks')
  expect(all.map(suited.noteOf)).toEqual(['never suggested', 'a favourite of yours', 'not in your gym'])
  expect(leftOutText({ byRules: 0, byGym: 0 })).toBeUndefined()
})

test('a bad knee leaves out what loads it until it ends, without a network', () => {
  const pain = {
    id: 'pain',
    joint: 'knee',
    severity: 'severe',
    from: minutesLater(0),
    until: minutesLater(60),
    excludedMovementIds: [],
    cappedMovementIds: [],
  }
  const hurts = { ...rules, constraints: [pain] } as unknown as MyRules
  expect(all.filter(suitedBy(hurts, evening, undefined).isLeft)).toEqual([])
  expect(all.filter(suitedBy(hurts, instantOf(minutesLater(60)), undefined).isLeft)).toEqual([squat, band])
})

test('what is liked comes before what was trained lately', () => {
  const trained = [{ movementId: band.id }, { movementId: bench.id }]
  expect(likedThenTrained(trained, suitedBy(rules, evening, undefined), all).map(({ movementId }) => movementId)).toEqual([
    squat.id,
    band.id,
    bench.id,
  ])
})
