import { emptyHabit } from '../forecast/habit.ts'
import { forecastReps, observeHabit } from '../forecast/next-reps.ts'
import type { BehaviourChannel } from './channels.ts'

/** The lifter's habit behind the lifter's interface. */
export function learnedBehaviour(): BehaviourChannel {
  const habit = emptyHabit()
  return {
    observe: (set) => void observeHabit(habit, set),
    forecast: (set) => forecastReps(habit, set),
  }
}
