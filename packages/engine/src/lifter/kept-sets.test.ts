import type { Rir } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { aLoggedSet } from '../testing/logged-set.ts'
import { type KeptSets, setsIn, setsPutAway, withSet } from './kept-sets.ts'

test('the newest sets come back as they were, the oldest first', () => {
  const sets = [
    aLoggedSet({ day: 1, loadKg: 100.5, reps: 5, rir: 2.5 as Rir }),
    aLoggedSet({ day: 1, loadKg: 102.058_283, reps: 0, toFailure: true, rir: 0 as Rir }),
    aLoggedSet({ day: 2, kind: 'warm_up' }),
    aLoggedSet({ day: 2, kind: 'drop', toFailure: true }),
  ]
  let kept: KeptSets | undefined
  for (const [i, set] of sets.entries()) {
    kept = withSet(kept, set, 3)
    if (i % 2 === 0) kept = setsPutAway(kept)
  }
  expect(setsIn(kept!)).toEqual(
    sets
      .slice(1)
      .map(({ workoutKey, at, kind, load, reps, rir, toFailure }) => ({ workoutId: workoutKey, at, kind, load, reps, rir, toFailure })),
  )
})
