import { OWN_HEAD_SIZE, OWN_HEADS, OWN_LOOKS } from './gate-shape.ts'
import { RECALL } from './habit.ts'
import { LookTables, type Sight } from './look-tables.ts'
import { log } from '../numerics/elementary.ts'
import type { Recall } from './recall.ts'

const HEADS = 8
const MISSES = 7

/**
 * How much each head looks at each remembered set of the movement: the weights times `resemblances`, summed. Nearly all of these
 * resemblances are yes or no, or a small count; a table says at once what several come to, for all heads.
 */
export class OwnLooks {
  readonly blank: Float64Array
  /** Weights of the features that are not counts: [feature][head]. */
  private readonly one: Float64Array
  private readonly place: Float64Array
  private readonly age: Float64Array
  private readonly recency: Float64Array
  private readonly pair: Float64Array
  private readonly twin: Float64Array
  private readonly near = new Float64Array(HEADS)
  private readonly sums = new Float64Array(HEADS)

  constructor(parameters: Float64Array) {
    const looks = new LookTables(parameters, OWN_LOOKS, OWN_HEAD_SIZE, OWN_HEADS.length)
    this.blank = looks.blank()
    this.one = looks.table(OWN_HEAD_SIZE - 1, (feature) => [[feature, 1]])
    this.place = looks.table(2 * 5, (row) => [
      [4, row >> 1 === 0 ? 1 : 0],
      [5, (row >> 1) / 2],
      [6, row & 1],
    ])
    this.age = looks.table(2 * (RECALL + 1), (row) => agedSights(row >> 1, row & 1))
    this.recency = looks.table(RECALL, (row) => [
      [8, row === 0 ? 1 : 0],
      [15, log(1 + row) / 2],
    ])
    this.pair = looks.table(16 * MISSES, (row) => [
      ...missSights(18, row >> 4),
      [20, (row >> 3) & 1],
      [21, (row >> 2) & 1],
      [22, (row >> 1) & 1],
      [23, row & 1],
    ])
    this.twin = looks.table(4 * MISSES, (row) => [...missSights(28, row >> 2), [30, (row >> 1) & 1], [31, row & 1]])
  }

  /** Leaves them in `scores`: [head][set], rows of `RECALL`. */
  score(recall: Recall, scores: Float64Array): void {
    const { sameSet, twins, count, today, setNumber, logLoad, logLoads, reps, numbers, daysAgo, hasBefore, onWeekday, efforts } = recall
    const { near, sums, place, age, recency } = this
    const last = count - 1
    const isLater = today > 0 ? 1 : 0
    const previousReps = isLater === 1 ? reps[last]! : -1
    const step = isLater === 1 ? logLoad - logLoads[last]! : 0
    const lastLoad = count > 0 ? logLoads[last]! : 0
    const lastEffort = isLater === 1 ? efforts[last]! : 0
    const firstToday = count - today
    const stepBetween = sameSet < 0 ? 0 : logLoad - logLoads[sameSet]!
    const directionBetween = directionOf(stepBetween)
    let dayStart = 0
    for (let i = 0; i < count; i++) {
      if (hasBefore[i] === 0) dayStart = i
      if (i === 0 || logLoads[i] !== logLoads[i - 1]) this.lookNear(recall, i)
      const ago = daysAgo[i]!
      const apart = numbers[i]! - setNumber
      const p = HEADS * (2 * Math.min(4, apart < 0 ? -apart : apart) + (hasBefore[i] === isLater ? 1 : 0))
      const a = HEADS * (2 * (ago < RECALL ? ago : RECALL) + (ago > 0 ? onWeekday[i]! : 0))
      const r = HEADS * (last - i)
      for (let h = 0; h < HEADS; h++) sums[h] = near[h]! + place[p + h]! + age[a + h]! + recency[r + h]!
      if (isLater === 1 && hasBefore[i] === 1) {
        const loadBefore = logLoads[i - 1]!
        const opening = firstToday !== dayStart
        const row =
          16 * Math.min(MISSES - 1, Math.abs(reps[i - 1]! - previousReps)) +
          (Math.abs(loadBefore - lastLoad) < 0.004 ? 8 : 0) +
          (lastEffort > 0 && lastEffort === efforts[i - 1] ? 4 : 0) +
          (opening && Math.abs(logLoads[firstToday]! - logLoads[dayStart]!) < 0.004 ? 2 : 0) +
          (opening && reps[firstToday] === reps[dayStart] ? 1 : 0)
        this.addStep(this.pair, row, 16, Math.abs(step - (logLoads[i]! - loadBefore)))
      }
      const t = twins[i]!
      if (sameSet >= 0 && t >= 0 && ago > 0) {
        const stepThen = logLoads[i]! - logLoads[t]!
        const row =
          4 * Math.min(MISSES - 1, Math.abs(reps[t]! - reps[sameSet]!)) +
          (directionBetween === directionOf(stepThen) ? 2 : 0) +
          (Math.abs(logLoads[t]! - logLoads[sameSet]!) < 0.004 ? 1 : 0)
        this.addStep(this.twin, row, 26, Math.abs(stepBetween - stepThen))
      }
      for (let h = 0, at = i; h < HEADS; h++, at += RECALL) scores[at] = sums[h]!
    }
    this.scoreLatestAtLoad(recall, scores)
  }

  /** A row of a table, and how far the step in load then was from today's: the same, or by how much another. */
  private addStep(table: Float64Array, row: number, feature: number, away: number): void {
    const { sums, one } = this
    const at = row * HEADS
    const isSame = away < 0.01 ? 1 : 0
    const far = Math.min(2, away * 10)
    const w = feature * HEADS
    for (let h = 0; h < HEADS; h++) sums[h] = sums[h]! + table[at + h]! + (isSame * one[w + h]! + far * one[w + HEADS + h]!)
  }

  /** What the load of a set is worth: sets beside one another mostly share it. */
  private lookNear({ isSameLoad, logLoad, logLoads }: Recall, i: number): void {
    const { one, near } = this
    const d = logLoad - logLoads[i]!
    const distance = d < 0 ? -d : d
    const same = isSameLoad[i]!
    const far = distance < 0.4 ? distance * 5 : 2
    const beside = distance < 0.03 ? distance * 33 : 1
    const heavier = same === 0 && d > 0 ? 1 : 0
    for (let h = 0; h < HEADS; h++) {
      near[h] = same * one[h]! + far * one[HEADS + h]! + beside * one[2 * HEADS + h]! + heavier * one[3 * HEADS + h]!
    }
  }

  /** The latest set at this load; the latest of them with this number. */
  private scoreLatestAtLoad({ isSameLoad, numbers, count, setNumber }: Recall, scores: Float64Array): void {
    let seenLoad = false
    for (let i = count - 1; i >= 0; i--) {
      if (isSameLoad[i] === 0) continue
      if (!seenLoad) this.add(24, scores, i)
      seenLoad = true
      if (numbers[i] !== setNumber) continue
      this.add(25, scores, i)
      return
    }
  }

  private add(feature: number, scores: Float64Array, at: number): void {
    for (let h = 0; h < HEADS; h++) scores[at + h * RECALL] = scores[at + h * RECALL]! + this.one[feature * HEADS + h]!
  }
}

const agedSights = (ago: number, onWeekday: number): Sight[] => [
  [7, ago === 0 ? 1 : 0],
  [9, log(1 + ago) / 2],
  ...(ago >= 1 && ago <= 4 ? [[9 + ago, 1] as const] : []),
  [14, ago > 0 ? onWeekday : 0],
]

const missSights = (feature: number, missed: number): Sight[] => [
  [feature, missed === 0 ? 1 : 0],
  [feature + 1, missed / 3],
]

const directionOf = (step: number) => (step > 0.004 ? 1 : step < -0.004 ? -1 : 0)
