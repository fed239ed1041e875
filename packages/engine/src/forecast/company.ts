import { LIKENESSES } from './gate-shape.ts'
import { FORECAST_REPS } from '../lifter/sets.ts'
import { log } from '../numerics/elementary.ts'
import { type Habit, LATELY } from './habit.ts'
import { PREVIOUS, SAME_SET } from './anchors.ts'
import type { Recall } from './recall.ts'

export const COMPANY_KINDS = 2

/** How the latest sets of all movements resemble the one planned, in the order of the trained weights. */
export function company(habit: Habit, recall: Recall, into: Float64Array): number {
  const { lately } = habit
  const { setNumber, anchors, sameSet, slot } = recall
  const step = sameSet < 0 ? 0 : recall.logLoad - recall.logLoads[sameSet]!
  const workout = habit.workout === recall.workout ? habit.workouts : habit.workouts + 1
  const center = Math.round(anchors[recall.today > 0 ? PREVIOUS : SAME_SET]!)
  const same = anchors[SAME_SET]!
  into.fill(0, 0, lately.length * LIKENESSES)
  for (let i = 0; i < lately.length; i++) {
    const [reps, number, surprise, stepThen, then, slotThen] = lately[i]!
    const f = i * LIKENESSES
    const ago = workout - then
    // 0–3: how long ago; 4–7: its place; 8–12: how it went against last time; 13–15: its reps.
    into[f] = ago === 0 ? 1 : 0
    into[f + 1] = ago === 1 ? 1 : 0
    into[f + 2] = logOfCount[Math.min(LATELY, ago)]! / 2
    into[f + 3] = logOfCount[lately.length - 1 - i]! / 2
    into[f + 4] = number === setNumber ? 1 : 0
    into[f + 5] = Math.min(4, Math.abs(number - setNumber)) / 2
    into[f + 6] = slotThen === slot ? 1 : 0
    into[f + 7] = slotThen === slot && ago === 0 ? 1 : 0
    into[f + 8] = surprise === null ? 1 : 0
    if (surprise !== null) {
      const away = Math.abs(step - stepThen)
      into[f + 9] = away < 0.01 ? 1 : 0
      into[f + 10] = Math.min(2, away * 10)
      into[f + 11] = step > 0.004 && stepThen > 0.004 ? 1 : 0
      into[f + 12] = reps - surprise === same ? 1 : 0
    }
    into[f + 13] = reps === center ? 1 : 0
    into[f + 14] = Math.min(6, Math.abs(reps - center)) / 3
    into[f + 15] = (number === 1) === (setNumber === 1) ? 1 : 0
  }
  return lately.length
}

/** What they say of it: their reps, and the same set last time moved as they moved. */
export function companyValues({ lately }: Habit, { anchors }: Recall, into: Uint8Array): void {
  const same = Math.round(anchors[SAME_SET]!)
  for (let i = 0; i < lately.length; i++) {
    const [reps, , surprise] = lately[i]!
    into[i * COMPANY_KINDS] = reps
    into[i * COMPANY_KINDS + 1] = Math.max(1, Math.min(FORECAST_REPS, same + (surprise ?? 0)))
  }
}

const logOfCount = new Float64Array(LATELY + 1).map((_, i) => log(1 + i))
