import { RESEMBLANCES } from './gate-shape.ts'
import { log } from '../numerics/elementary.ts'
import { RECALL } from './habit.ts'
import type { Recall } from './recall.ts'

const logOfCount = logs()

/**
 * How each remembered set resembles the one planned: rows of `RESEMBLANCES` numbers between 0 and about 2. Their order is the
 * order of the trained weights: a number moved or changed asks for training again.
 */
export function resemblances(recall: Recall, into: Float64Array): void {
  const { sameSet, twins, count, today, setNumber, logLoad, logLoads, reps, numbers, daysAgo, isSameLoad, hasBefore, onWeekday, efforts } =
    recall
  const last = count - 1
  const previousReps = today > 0 ? reps[last]! : -1
  const step = today > 0 ? logLoad - logLoads[last]! : 0
  const firstToday = count - today
  const lastEffort = today > 0 ? efforts[last]! : 0
  into.fill(0, 0, count * RESEMBLANCES)
  const stepBetween = sameSet < 0 ? 0 : logLoad - logLoads[sameSet]!
  let seenLoad = false
  let seenTwin = false
  let dayStart = 0
  for (let i = 0; i < count; i++) {
    if (hasBefore[i] === 0) dayStart = i
    const f = i * RESEMBLANCES
    const d = logLoad - logLoads[i]!
    const distance = d < 0 ? -d : d
    const ago = daysAgo[i]!
    // 0–3: how near its load is.
    into[f] = isSameLoad[i]!
    into[f + 1] = distance < 0.4 ? distance * 5 : 2
    into[f + 2] = distance < 0.03 ? distance * 33 : 1
    into[f + 3] = isSameLoad[i] === 0 && d > 0 ? 1 : 0
    // 4–6: its place within its workout.
    const apart = numbers[i]! - setNumber
    into[f + 4] = apart === 0 ? 1 : 0
    into[f + 5] = Math.min(4, apart < 0 ? -apart : apart) / 2
    into[f + 6] = (hasBefore[i] === 1) === today > 0 ? 1 : 0
    // 7–15: how long ago it was, in workouts, weekdays and sets.
    into[f + 7] = ago === 0 ? 1 : 0
    into[f + 8] = i === last ? 1 : 0
    into[f + 9] = logOfCount[Math.min(ago, RECALL)]! / 2
    if (ago >= 1 && ago <= 4) into[f + 9 + ago] = 1
    into[f + 14] = ago > 0 ? onWeekday[i]! : 0
    into[f + 15] = logOfCount[last - i]! / 2
    // 16–23: whether the set before it, and the first of its day, went as today's did.
    if (today > 0 && hasBefore[i] === 1) {
      const stepThen = logLoads[i]! - logLoads[i - 1]!
      const away = Math.abs(step - stepThen)
      into[f + 16] = away < 0.01 ? 1 : 0
      into[f + 17] = Math.min(2, away * 10)
      const missed = Math.abs(reps[i - 1]! - previousReps)
      into[f + 18] = missed === 0 ? 1 : 0
      into[f + 19] = Math.min(6, missed) / 3
      into[f + 20] = Math.abs(logLoads[i - 1]! - logLoads[last]!) < 0.004 ? 1 : 0
      into[f + 21] = lastEffort === efforts[i - 1]! && lastEffort > 0 ? 1 : 0
      const opening = firstToday - dayStart
      into[f + 22] = opening !== 0 && Math.abs(logLoads[firstToday]! - logLoads[dayStart]!) < 0.004 ? 1 : 0
      into[f + 23] = opening !== 0 && reps[firstToday] === reps[dayStart] ? 1 : 0
    }
    // 26–31: whether it came after its own same-set-last-time as the planned one comes after its.
    const twin = twins[i]!
    if (sameSet >= 0 && twin >= 0 && ago > 0) {
      const stepThen = logLoads[i]! - logLoads[twin]!
      const away = Math.abs(stepBetween - stepThen)
      into[f + 26] = away < 0.01 ? 1 : 0
      into[f + 27] = Math.min(2, away * 10)
      const missed = Math.abs(reps[twin]! - reps[sameSet]!)
      into[f + 28] = missed === 0 ? 1 : 0
      into[f + 29] = Math.min(6, missed) / 3
      into[f + 30] = directionOf(stepBetween) === directionOf(stepThen) ? 1 : 0
      into[f + 31] = Math.abs(logLoads[twin]! - logLoads[sameSet]!) < 0.004 ? 1 : 0
    }
  }
  // 24, 25: the latest set at this load; the latest of them with this number.
  for (let i = last; i >= 0 && !(seenLoad && seenTwin); i--) {
    if (isSameLoad[i] === 0) continue
    if (!seenLoad) into[i * RESEMBLANCES + 24] = 1
    seenLoad = true
    if (seenTwin || numbers[i] !== setNumber) continue
    into[i * RESEMBLANCES + 25] = 1
    seenTwin = true
  }
}

const directionOf = (step: number) => (step > 0.004 ? 1 : step < -0.004 ? -1 : 0)

function logs() {
  const values = new Float64Array(RECALL + 1)
  for (let i = 0; i < values.length; i++) values[i] = log(1 + i)
  return values
}
