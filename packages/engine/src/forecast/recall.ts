import { DAY_MS } from '@gymgenius/domain'
import { FORECAST_REPS, type PlannedSet } from '../lifter/sets.ts'
import { within } from '../numerics/bounds.ts'
import { log } from '../numerics/elementary.ts'
import { ANCHORS, AT_LOAD, LEVEL, PREVIOUS, SAME_PLACE, SAME_SET, SHIFTED } from './anchors.ts'
import {
  effortIn,
  type Habit,
  HEAVIEST_KG,
  LAST_NUMBER,
  type MovementHabit,
  movementSlot,
  numberIn,
  RECALL,
  repsIn,
  shortened,
} from './habit.ts'
import { OwnNumbers } from './own-numbers.ts'

const SAME_LOAD = 0.004
const LONGEST_DAYS = 36_500
/** Added to loads before the logarithm, so that no load is a load too. */
const LOAD_ORIGIN_KG = 1
/** How reps fall with ln(load) in logs (not in bodies: lifters choose the load), until the lifter's own sets say more. */
const USUAL_SLOPE = -6
const SLOPE_PRIOR_WEIGHT = 0.02
const STEEPEST_SLOPE = -40
const STEEPEST_RISE = 20
/** The slope is followed no further than this in ln(load). */
const FARTHEST = 0.7

/**
 * What comes to mind before a set: the sets remembered of this movement, and which of them answer to the one planned.
 * One object is used again and again; nothing outside this room keeps it.
 */
export class Recall {
  movement: MovementHabit | undefined = undefined
  readonly own = new OwnNumbers()
  slot = ''
  workout = ''
  /** Remembered sets, and how many of them were today: those are the last. */
  count = 0
  today = 0
  setNumber = 1
  load = 0
  logLoad = 0
  /** Days since the movement's last workout before today; −1 without one. */
  daysAway = -1
  isSameWeekday = false
  readonly logLoads = new Float64Array(RECALL)
  readonly reps = new Int32Array(RECALL)
  readonly efforts = new Int32Array(RECALL)
  readonly numbers = new Int32Array(RECALL)
  /** Workouts ago; 0 is today. */
  readonly daysAgo = new Int32Array(RECALL)
  readonly isSameLoad = new Uint8Array(RECALL)
  /** True when the set before it in memory was of the same workout. */
  readonly hasBefore = new Uint8Array(RECALL)
  readonly onWeekday = new Uint8Array(RECALL)
  /** The set of the same number in the workout before its own, or that workout's last; −1 without one. */
  readonly twins = new Int32Array(RECALL)
  /** Indices, −1 where there is none. */
  sameSet = -1
  beforeSameSet = -1
  twoAgo = -1
  atLoad = -1
  atLoadAndNumber = -1
  samePlace = -1
  lastDayFrom = 0
  lastDayTo = 0
  slope = USUAL_SLOPE
  readonly anchors = new Float64Array(ANCHORS)
  /** How the load compares with the load of each anchor: 0 same, 1 heavier now, 2 lighter now. */
  readonly loadAgainst = new Int32Array(ANCHORS)

  fill(habit: Habit, planned: PlannedSet): void {
    const slot = movementSlot(planned.movement.key)
    // The sets of one movement share the text of its name.
    if (slot !== this.slot) this.slot = slot
    const movement = habit.movements[this.slot]
    this.movement = movement
    this.own.read(movement)
    this.workout = shortened(planned.workoutKey)
    this.load = within(planned.load, 0, HEAVIEST_KG)
    this.logLoad = log(this.load + LOAD_ORIGIN_KG)
    this.count = movement?.loads.length ?? 0
    this.today = 0
    this.daysAway = -1
    this.isSameWeekday = false
    this.slope = USUAL_SLOPE
    this.sameSet = this.beforeSameSet = this.twoAgo = this.atLoad = this.atLoadAndNumber = this.samePlace = -1
    this.lastDayFrom = this.lastDayTo = 0
    this.setNumber = 1
    if (movement === undefined || this.count === 0) {
      this.anchors.fill(habit.lastReps)
      this.loadAgainst.fill(0)
      return
    }
    const isNewDay = movement.workout !== this.workout
    this.read(movement, isNewDay, planned.at)
    this.setNumber = this.today === 0 ? 1 : Math.min(LAST_NUMBER, this.numbers[this.count - 1]! + 1)
    this.find()
    this.readLevel()
    this.readAnchors()
  }

  private read(movement: MovementHabit, isNewDay: boolean, at: number): void {
    const weekday = weekdayOf(at)
    let dayStart = 0
    let dayBefore = -1
    for (let i = 0; i < this.count; i++) {
      const packed = movement.packed[i]!
      const load = movement.loads[i]!
      this.reps[i] = repsIn(packed)
      this.efforts[i] = effortIn(packed)
      this.numbers[i] = numberIn(packed)
      this.logLoads[i] = i > 0 && load === movement.loads[i - 1] ? this.logLoads[i - 1]! : log(load + LOAD_ORIGIN_KG)
      this.isSameLoad[i] = Math.abs(load - this.load) <= SAME_LOAD * Math.max(load, this.load) ? 1 : 0
      this.hasBefore[i] = i > 0 && this.numbers[i] !== 1 ? 1 : 0
      if (this.hasBefore[i] === 0) {
        dayBefore = i === 0 ? -1 : dayStart
        dayStart = i
      }
      this.twins[i] = dayBefore < 0 ? -1 : Math.min(dayStart - 1, dayBefore + i - dayStart)
    }
    // The first set of a day has number 1: days are counted from the latest back.
    let ago = isNewDay ? 1 : 0
    let day = movement.dayAt.length - 1
    let isWeekday = weekdayOf(movement.dayAt[day]!) === weekday ? 1 : 0
    for (let i = this.count - 1; i >= 0; i--) {
      this.daysAgo[i] = ago
      this.onWeekday[i] = isWeekday
      if (ago === 0) this.today += 1
      if (this.hasBefore[i] === 1) continue
      ago += 1
      day = Math.max(0, day - 1)
      isWeekday = weekdayOf(movement.dayAt[day]!) === weekday ? 1 : 0
    }
    const lastDay = movement.dayAt[movement.dayAt.length - (this.today > 0 ? 2 : 1)]
    if (lastDay !== undefined) {
      this.daysAway = within((at - lastDay) / DAY_MS, 0, LONGEST_DAYS)
      this.isSameWeekday = weekdayOf(lastDay) === weekday
    }
  }

  private find(): void {
    const end = this.count - this.today
    let from = end
    while (from > 0 && this.daysAgo[from - 1] === this.daysAgo[end - 1]) from--
    this.lastDayFrom = from
    this.lastDayTo = end
    if (end > 0) {
      const place = Math.min(end - 1, from + this.setNumber - 1)
      this.sameSet = place
      if (this.setNumber > 1) this.beforeSameSet = place > from ? place - 1 : place
      let i = from - 1
      while (i > 0 && this.daysAgo[i - 1] === this.daysAgo[from - 1] && this.numbers[i]! > this.setNumber) i--
      this.twoAgo = i
    }
    const previousReps = this.today > 0 ? this.reps[this.count - 1]! : -1
    let nearest = Number.POSITIVE_INFINITY
    for (let i = this.count - 1; i >= 0; i--) {
      const distance = this.isSameLoad[i] === 1 ? -1 : Math.abs(this.logLoads[i]! - this.logLoad)
      if (distance < nearest) {
        nearest = distance
        this.atLoad = i
      }
      if (distance !== -1) continue
      if (this.atLoadAndNumber === -1 && this.numbers[i] === this.setNumber) this.atLoadAndNumber = i
      if (
        this.samePlace === -1 &&
        previousReps >= 0 &&
        this.hasBefore[i] === 1 &&
        this.reps[i - 1] === previousReps &&
        this.daysAgo[i]! > 0
      )
        this.samePlace = i
    }
  }

  /** Weighted regression of reps on ln(load): recent sets and near loads count more, the slope leans on the usual one. */
  private readLevel(): void {
    let sw = 0
    let sx = 0
    let sy = 0
    let sxx = 0
    let sxy = 0
    for (let i = 0; i < this.count; i++) {
      const x = this.logLoads[i]! - this.logLoad
      const age = this.daysAgo[i] === 0 ? 0 : 1 + (this.count - this.today - i) / 6
      const near = 1 + x * x * 100
      const w = (this.hasBefore[i] === 1) === this.today > 0 ? 1 / ((1 + age) * (1 + age) * near) : 0.4 / ((1 + age) * (1 + age) * near)
      sw += w
      sx += w * x
      sy += w * this.reps[i]!
      sxx += w * x * x
      sxy += w * x * this.reps[i]!
    }
    const mx = sx / sw
    const my = sy / sw
    const slope = (sxy - sw * mx * my + SLOPE_PRIOR_WEIGHT * USUAL_SLOPE) / (sxx - sw * mx * mx + SLOPE_PRIOR_WEIGHT)
    this.slope = within(slope, STEEPEST_SLOPE, STEEPEST_RISE)
    this.anchors[LEVEL] = clamped(my - this.slope * within(mx, -FARTHEST, FARTHEST))
  }

  private readAnchors(): void {
    const { anchors, count, reps } = this
    anchors[PREVIOUS] = reps[count - 1]!
    this.compareLoad(PREVIOUS, count - 1)
    this.setAnchor(SAME_SET, this.sameSet)
    this.setAnchor(AT_LOAD, this.atLoad)
    this.compareLoad(LEVEL, count - 1)
    const twin = this.today > 0 ? this.sameSet : this.atLoadAndNumber >= 0 ? this.atLoadAndNumber : this.twoAgo
    this.setAnchor(SHIFTED, twin)
    if (this.today > 0 && this.sameSet >= 0) anchors[SHIFTED] = clamped(anchors[SAME_SET]! + reps[count - 1]! - reps[this.beforeSameSet]!)
    this.setAnchor(SAME_PLACE, this.samePlace >= 0 ? this.samePlace : this.atLoadAndNumber >= 0 ? this.atLoadAndNumber : this.atLoad)
  }

  private setAnchor(anchor: number, index: number): void {
    const i = index < 0 ? this.count - 1 : index
    this.anchors[anchor] = this.reps[i]!
    this.compareLoad(anchor, i)
  }

  private compareLoad(anchor: number, i: number): void {
    this.loadAgainst[anchor] = this.isSameLoad[i] === 1 ? 0 : this.logLoads[i]! < this.logLoad ? 1 : 2
  }
}

const clamped = (reps: number) => within(reps, 1, FORECAST_REPS)

/** 1 January 1970 was a Thursday; only sameness matters. */
const weekdayOf = (at: number) => ((Math.floor(at / DAY_MS) % 7) + 7) % 7
