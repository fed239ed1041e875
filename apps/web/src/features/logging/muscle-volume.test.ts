import { expect, test } from 'vitest'
import { aSet, bench } from '../../testing/training.ts'
import { muscleVolume } from './muscle-volume.ts'

const press = {
  ...bench,
  muscles: [
    { muscle: 'chest', role: 'prime_mover', share: 1 },
    { muscle: 'upper_chest', role: 'synergist', share: 0.5 },
    { muscle: 'triceps', role: 'synergist', share: 0.5 },
  ] as const,
} as unknown as typeof bench
const movements = new Map([[press.id as string, press]])
const planned = [{ key: 'a', movementId: press.id, sets: [{ kind: 'warm_up' }, ...Array.from({ length: 4 }, () => ({ kind: 'working' }))] }]

test('a set counts once for a group with its largest share, warm-ups not at all, beside what was planned', () => {
  const sets = [aSet({ minute: 0, kind: 'warm_up' }), aSet({ minute: 2 }), aSet({ minute: 5 }), aSet({ minute: 8 })]
  expect(muscleVolume(sets, planned as never, movements)).toEqual([
    { group: 'chest', done: 3, planned: 4 },
    { group: 'arms', done: 1.5, planned: 2 },
  ])
})
