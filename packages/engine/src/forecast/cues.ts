import { FORECAST_REPS } from '../lifter/sets.ts'
import { log1p } from '../numerics/elementary.ts'
import type { Habit } from './habit.ts'
import { ANCHORS, AT_LOAD, LEVEL, PREVIOUS, SAME_PLACE, SAME_SET, SHIFTED } from './anchors.ts'
import type { Recall } from './recall.ts'
import type { ResidualForecasts } from './residuals.ts'

/**
 * What the gate looks at before it decides whom to trust: numbers of about unit size, in the order of the trained weights.
 * Returns how many there are.
 */
export function cues(habit: Habit, recall: Recall, forecasts: ResidualForecasts, into: Float64Array): number {
  const { movement, own, count, today, setNumber, anchors, reps, logLoads, logLoad, efforts } = recall
  const last = count - 1
  const isLater = today > 0 ? 1 : 0
  let n = 0
  const put = (value: number) => {
    into[n++] = value
  }
  const flag = (holds: boolean) => put(holds ? 1 : 0)
  const limited = (value: number, most: number) => put(value > most ? 1 : value < -most ? -1 : value / most)

  put(isLater)
  flag(setNumber === 2)
  flag(setNumber === 3)
  flag(setNumber === 4)
  flag(setNumber > 4)
  const sets = movement?.sets ?? 0
  put(log1p(sets) / 5)
  put(log1p(habit.sets) / 8)
  put(1 / (1 + sets))
  const away = recall.daysAway
  put(away < 0 ? 0 : log1p(away) / 4)
  flag(away > 13)
  flag(away > 60)
  flag(recall.isSameWeekday)
  flag(recall.load === 0)

  // How the load compares.
  const against = (i: number) => (i < 0 ? 0 : logLoad - logLoads[i]!)
  for (const i of [last, recall.sameSet, recall.atLoad]) {
    const d = against(i)
    limited(d, 0.3)
    limited(d, 0.06)
  }
  for (const a of [PREVIOUS, SAME_SET, AT_LOAD, SAME_PLACE]) {
    flag(recall.loadAgainst[a] === 0 && count > 0)
    flag(recall.loadAgainst[a] === 1)
  }
  let sameToday = 0
  let sameEver = 0
  let heaviest = Number.NEGATIVE_INFINITY
  let heaviestLast = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    if (recall.isSameLoad[i] === 1) {
      sameEver++
      if (i >= count - today) sameToday++
    }
    if (logLoads[i]! > heaviest) heaviest = logLoads[i]!
    if (i >= recall.lastDayFrom && i < recall.lastDayTo && logLoads[i]! > heaviestLast) heaviestLast = logLoads[i]!
  }
  put(log1p(sameEver) / 4)
  put(Math.min(4, sameToday) / 4)
  limited(count === 0 ? 0 : logLoad - heaviest, 0.5)
  limited(recall.lastDayTo === recall.lastDayFrom ? 0 : logLoad - heaviestLast, 0.5)
  flag(count > 0 && logLoad > heaviest + 0.004)
  put(recall.atLoad < 0 ? 1 : Math.min(1, log1p(recall.daysAgo[recall.atLoad]!) / 4))

  // The shape of last time.
  const lastSets = recall.lastDayTo - recall.lastDayFrom
  flag(setNumber > lastSets)
  flag(setNumber === lastSets)
  limited(lastSets - setNumber, 5)
  let low = 31
  let high = 0
  for (let i = recall.lastDayFrom; i < recall.lastDayTo; i++) {
    low = Math.min(low, reps[i]!)
    high = Math.max(high, reps[i]!)
  }
  flag(low === high)
  put(high > low ? Math.min(10, high - low) / 10 : 0)
  const opening = recall.lastDayFrom < recall.lastDayTo ? reps[recall.lastDayFrom]! : 0
  limited(lastSets > 0 ? opening - reps[recall.lastDayTo - 1]! : 0, 6)

  // What the anchors say, and where they differ.
  const center = isLater === 1 ? anchors[PREVIOUS]! : anchors[SAME_SET]!
  put(center / 12)
  put(1 / center)
  flag(center <= 3)
  flag(center === 5)
  flag(center === 8)
  flag(center === 10)
  flag(center === 12)
  flag(center >= 15)
  flag(center % 5 === 0)
  for (let a = 0; a < ANCHORS; a++) limited(anchors[a]! - center, 6)
  let agree = 0
  for (let a = 0; a < ANCHORS; a++) if (Math.abs(anchors[a]! - center) < 0.5) agree++
  put(agree / ANCHORS)
  limited(anchors[SAME_SET]! - anchors[AT_LOAD]!, 4)
  limited(anchors[LEVEL]! - anchors[AT_LOAD]!, 4)
  limited(anchors[SHIFTED]! - anchors[SAME_PLACE]!, 4)
  put(recall.slope / 20)
  if (recall.twoAgo >= 0 && recall.sameSet >= 0) {
    limited(reps[recall.sameSet]! - reps[recall.twoAgo]!, 4)
    limited(logLoads[recall.sameSet]! - logLoads[recall.twoAgo]!, 0.1)
    flag(Math.abs(logLoads[recall.sameSet]! - logLoads[recall.twoAgo]!) < 0.004)
  } else {
    put(0)
    put(0)
    put(0)
  }

  // Between which reps this lifter moves at this movement, and how long at this load.
  let floor = 31
  let ceiling = 0
  let ceilingHere = 0
  let streak = 0
  let isStreak = true
  for (let i = last; i >= 0; i--) {
    if (recall.daysAgo[i] === 0) continue
    if ((recall.hasBefore[i] === 1) === (isLater === 1)) {
      floor = Math.min(floor, reps[i]!)
      ceiling = Math.max(ceiling, reps[i]!)
      if (recall.isSameLoad[i] === 1) ceilingHere = Math.max(ceilingHere, reps[i]!)
    }
    if (recall.hasBefore[i] === 0) {
      isStreak &&= recall.isSameLoad[i] === 1
      if (isStreak) streak++
    }
  }
  limited(ceiling > 0 ? ceiling - center : 0, 8)
  limited(ceiling > 0 ? center - floor : 0, 8)
  flag(ceiling > 0 && ceiling === floor)
  limited(ceilingHere > 0 ? ceilingHere - center : 0, 6)
  flag(ceilingHere === 0)
  put(Math.min(6, streak) / 6)
  const openingTwin = recall.lastDayFrom < recall.lastDayTo ? recall.twins[recall.lastDayFrom]! : -1
  limited(openingTwin < 0 ? 0 : reps[recall.lastDayFrom]! - reps[openingTwin]!, 4)
  limited(openingTwin < 0 ? 0 : logLoads[recall.lastDayFrom]! - logLoads[openingTwin]!, 0.1)

  // Today so far.
  let lowToday = 31
  let highToday = 0
  for (let i = count - today; i < count; i++) {
    lowToday = Math.min(lowToday, reps[i]!)
    highToday = Math.max(highToday, reps[i]!)
  }
  flag(today > 1 && lowToday === highToday)
  put(today > 1 ? Math.min(10, highToday - lowToday) / 10 : 0)
  limited(today > 1 ? reps[last]! - reps[last - 1]! : 0, 4)
  flag(today > 1 && Math.abs(logLoads[last]! - logLoads[last - 1]!) < 0.004)
  limited(isLater && recall.beforeSameSet >= 0 ? reps[last]! - reps[recall.beforeSameSet]! : 0, 4)
  limited(isLater && recall.beforeSameSet >= 0 ? logLoads[last]! - logLoads[recall.beforeSameSet]! : 0, 0.1)
  const isWorkoutOn = isLater === 1 || recall.workout === habit.workout
  const form = isWorkoutOn ? habit.today : undefined
  put(form === undefined ? 0 : Math.min(20, form.sets) / 20)
  limited(form === undefined ? 0 : form.surprise / (form.sets + 2), 2)
  put(form === undefined ? 0.5 : (form.hits + 1) / (form.sets + 2))
  const before = form === undefined ? undefined : form.slot === recall.slot ? form.repsBefore : form.reps
  const beside = before === undefined || before.length === 0 ? 0 : before[Math.min(before.length, setNumber) - 1]!
  flag(beside > 0)
  limited(beside > 0 ? beside - center : 0, 6)

  // How hard it was.
  const effort = isLater === 1 ? efforts[last]! : 0
  flag(effort === 1)
  put(effort > 0 ? effort / 6 : 0)
  flag(effort > 0)
  const effortThen = recall.sameSet >= 0 ? efforts[recall.sameSet]! : 0
  flag(effortThen === 1)
  put(effortThen > 0 ? effortThen / 6 : 0)

  // How this lifter and this movement have been foreseen.
  put(habit.shareOfFives)
  put(habit.shareOfEvens)
  put(Math.min(2, habit.meanError / 2))
  put(Math.min(2, (movement?.meanError ?? 1) / 2))
  const phase = isLater * ANCHORS
  for (let a = 0; a < ANCHORS; a++) {
    put(Math.max(-1.5, habit.scores[phase + a] ?? -0.5))
    put(own.isKnown ? Math.max(-1.5, own.scores[phase + a]!) : -0.5)
    put(habit.hits[a] ?? 0.5)
    put(own.hits[a]!)
  }
  const cell = Math.min(FORECAST_REPS, Math.max(1, Math.round(center))) - 1
  for (let a = 0; a < ANCHORS; a++) put(forecasts.probabilities[a * FORECAST_REPS + cell]!)
  return n
}
