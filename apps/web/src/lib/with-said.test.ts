import type { MovementId } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import type { MyRules, Pain } from './verdict.ts'
import { type SaidRule, withSaid } from './with-said.ts'

const [bench, squat] = ['bench', 'squat'] as MovementId[] as [MovementId, MovementId]
const pain = (severity: Pain['severity']) =>
  ({ id: 'pain', joint: 'knee', severity, from: '2026-03-01T10:00:00Z', until: '2026-03-08T10:00:00Z' }) as Pain
const told: MyRules = { movements: [{ movementId: bench, rule: 'hard_no' }], favourites: [squat], constraints: [] }

test('what was said in the basement holds there at once, over what the server knows', () => {
  const said: SaidRule[] = [
    { of: 'rule', id: bench, rule: 'preferred' },
    { of: 'favourite', id: squat, isFavourite: false },
    { of: 'favourite', id: bench, isFavourite: true },
    { of: 'pain', id: pain('mild').id, pain: pain('mild'), isNew: true },
  ]
  expect(withSaid(told, said)).toEqual({
    movements: [{ movementId: bench, rule: 'preferred' }],
    favourites: [bench],
    constraints: [pain('mild')],
  })
  expect(withSaid(withSaid(told, said), said)).toEqual(withSaid(told, said))
  expect(withSaid(told, [{ of: 'rule', id: bench, rule: null }]).movements).toEqual([])
})

test('a pain that got worse stands once', () => {
  const before = { ...told, constraints: [pain('mild')] }
  const worse: SaidRule = { of: 'pain', id: pain('mild').id, pain: pain('severe'), isNew: false }
  expect(withSaid(before, [worse]).constraints).toEqual([pain('severe')])
})
