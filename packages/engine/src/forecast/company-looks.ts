import { COMPANY_HEAD_SIZE, COMPANY_HEADS, COMPANY_LOOKS } from './gate-shape.ts'
import { PREVIOUS, SAME_SET } from './anchors.ts'
import { type Habit, LATELY, RECALL } from './habit.ts'
import { LookTables } from './look-tables.ts'
import { log } from '../numerics/elementary.ts'
import type { Recall } from './recall.ts'

const HEADS = 2
const SLOTS = 3
const MISSES = 7

/** How much each head looks at each of the latest sets of all movements: the weights times `company`, summed by tables. */
export class CompanyLooks {
  readonly blank: Float64Array
  private readonly one: Float64Array
  private readonly age: Float64Array
  private readonly recency: Float64Array
  /** By how far its number is from the planned one, whether both are or are not first, and how near its reps are. */
  private readonly place: Float64Array
  private readonly slot: Float64Array

  constructor(parameters: Float64Array) {
    const looks = new LookTables(parameters, COMPANY_LOOKS, COMPANY_HEAD_SIZE, COMPANY_HEADS.length)
    this.blank = looks.blank()
    this.one = looks.table(COMPANY_HEAD_SIZE - 1, (feature) => [[feature, 1]])
    this.age = looks.table(LATELY + 1, (ago) => [
      [0, ago === 0 ? 1 : 0],
      [1, ago === 1 ? 1 : 0],
      [2, log(1 + ago) / 2],
    ])
    this.recency = looks.table(LATELY, (since) => [[3, log(1 + since) / 2]])
    this.place = looks.table(2 * 5 * MISSES, (row) => [
      [4, (row >> 1) % 5 === 0 ? 1 : 0],
      [5, ((row >> 1) % 5) / 2],
      [13, row < 10 ? 1 : 0],
      [14, Math.floor(row / 10) / 3],
      [15, row & 1],
    ])
    this.slot = looks.table(SLOTS, (row) => [
      [6, row > 0 ? 1 : 0],
      [7, row > 1 ? 1 : 0],
    ])
  }

  /** Leaves them in `scores`: [head][set], rows of `RECALL`. */
  score(habit: Habit, recall: Recall, scores: Float64Array): void {
    const { lately } = habit
    const { setNumber, anchors, sameSet, slot } = recall
    const { one, age, recency, place } = this
    const step = sameSet < 0 ? 0 : recall.logLoad - recall.logLoads[sameSet]!
    const workout = habit.workout === recall.workout ? habit.workouts : habit.workouts + 1
    const center = Math.round(anchors[recall.today > 0 ? PREVIOUS : SAME_SET]!)
    const same = anchors[SAME_SET]!
    for (let i = 0; i < lately.length; i++) {
      const [reps, number, surprise, stepThen, then, slotThen] = lately[i]!
      const ago = workout - then
      const a = HEADS * Math.min(LATELY, ago)
      const r = HEADS * (lately.length - 1 - i)
      const missed = Math.min(MISSES - 1, Math.abs(reps - center))
      const isAlikeFirst = (number === 1) === (setNumber === 1) ? 1 : 0
      const p = HEADS * (10 * missed + 2 * Math.min(4, Math.abs(number - setNumber)) + isAlikeFirst)
      const s = HEADS * (slotThen !== slot ? 0 : ago === 0 ? 2 : 1)
      let first = age[a]! + recency[r]! + place[p]! + this.slot[s]!
      let second = age[a + 1]! + recency[r + 1]! + place[p + 1]! + this.slot[s + 1]!
      if (surprise === null) {
        first += one[8 * HEADS]!
        second += one[8 * HEADS + 1]!
      } else {
        const away = Math.abs(step - stepThen)
        const isSame = away < 0.01 ? 1 : 0
        const far = Math.min(2, away * 10)
        const areUp = step > 0.004 && stepThen > 0.004 ? 1 : 0
        const isTwin = reps - surprise === same ? 1 : 0
        first += isSame * one[9 * HEADS]! + far * one[10 * HEADS]! + areUp * one[11 * HEADS]! + isTwin * one[12 * HEADS]!
        second += isSame * one[9 * HEADS + 1]! + far * one[10 * HEADS + 1]! + areUp * one[11 * HEADS + 1]! + isTwin * one[12 * HEADS + 1]!
      }
      scores[i] = first
      scores[RECALL + i] = second
    }
  }
}
