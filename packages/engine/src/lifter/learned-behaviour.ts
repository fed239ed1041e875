import { emptyHabit, type MovementHabit, movementSlot } from '../forecast/habit.ts'
import { forecastReps, observeHabit } from '../forecast/next-reps.ts'
import type { BehaviourChannel } from './channels.ts'
import { Shelf } from './shelf.ts'
import type { PlannedSet } from './sets.ts'

/** The lifter's habit behind the lifter's interface. */
export function learnedBehaviour(): BehaviourChannel {
  const habit = emptyHabit()
  const shelf = new Shelf<MovementHabit>(habit)
  const reached = ({ movement }: PlannedSet) => {
    shelf.reach(movementSlot(movement.key))
    return habit
  }
  return {
    observe: (set) => void observeHabit(reached(set), set),
    forecast: (set) => forecastReps(reached(set), set),
  }
}
