import { expect, test } from 'vitest'
import type { LoggedSet } from '../lifter/sets.ts'
import { Backtest } from '../scoring/backtest.ts'
import { meansOf } from '../scoring/tally.ts'
import { aLoggedSet } from '../testing/logged-set.ts'
import { emptyHabit } from './habit.ts'
import { forecastReps, observeHabit } from './next-reps.ts'

/** Double progression, three sets, a rep or two short when the day is bad: two years of it. */
function twoYears(): readonly LoggedSet[] {
  const sets: LoggedSet[] = []
  let load = 60
  let target = 8
  let state = 20_261_121
  const chance = () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296
  for (let day = 0; day < 730; day += 3.5) {
    const short = chance() < 0.3 ? 1 : 0
    for (let setNumber = 1; setNumber <= 3; setNumber++) {
      const tired = setNumber === 3 && chance() < 0.5 ? 1 : 0
      sets.push(aLoggedSet({ day, loadKg: load, reps: target - short - tired, setNumber }))
    }
    if (short === 0) target += 1
    if (target > 12) {
      target = 8
      load += 2.5
    }
  }
  return sets
}

test('a lifter in double progression is foreseen better than by copying, and as surely as is true', () => {
  const habit = emptyHabit()
  const backtest = new Backtest('simulated', {
    forecast: (planned) => forecastReps(habit, planned),
    observe: (set) => void observeHabit(habit, set),
  })
  for (const set of twoYears()) backtest.see(set)
  const { byMask, ruleErrors } = backtest.score()
  const { error, inside80 } = meansOf(byMask.all)
  expect(error).toBeLessThan((0.85 * ruleErrors.all) / byMask.all.sets)
  expect(inside80).toBeGreaterThan(0.75)
})
