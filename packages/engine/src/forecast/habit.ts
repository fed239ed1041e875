import type { LoggedSet } from '../lifter/sets.ts'
import { within } from '../numerics/bounds.ts'

/**
 * What is remembered of how one lifter trains: plain numbers, bounded in size, the same before and after JSON. Arrays only
 * grow with what was logged, so a movement done twice costs little.
 */
export interface Habit {
  /** Working sets ever seen. */
  sets: number
  /** The workout the latest set was in. */
  workout: string
  /** By `movementSlot`; the longest unused goes when there are too many. */
  movements: Record<string, MovementHabit>
  today: DayForm
  /** Decayed residual counts: [anchor][first, later × load same, heavier, lighter][offset]. Empty until the first set. */
  residuals: number[]
  /** Running log score of each anchor's forecast: [first, later][anchor]. */
  scores: number[]
  /** Running share of sets that hit each anchor exactly. */
  hits: number[]
  /** What is added to the gate's outputs for this lifter; a movement has its own. */
  trust: number[]
  /** The latest sets of all movements, oldest first. */
  lately: LateSet[]
  workouts: number
  /** Running share of sets whose reps are a multiple of five, an even number; running |error| of the regression anchor. */
  shareOfFives: number
  shareOfEvens: number
  meanError: number
  lastReps: number
}

/** [reps, set number, surprise against the same set last time (null: none), ln of the load against then, workout, movement]. */
export type LateSet = [number, number, number | null, number, number, string]

/** How this workout goes, over all movements. */
export interface DayForm {
  sets: number
  /** Sum of reps over what the same set was last time. */
  surprise: number
  hits: number
  /** The movement under way, and the reps of its sets; then those of the movement before it. */
  slot: string
  reps: number[]
  repsBefore: number[]
}

export interface MovementHabit {
  sets: number
  days: number
  workout: string
  /** The latest sets, oldest first: load in kg, and `packedSet`. */
  loads: number[]
  packed: number[]
  /** When the latest workouts were, in ms; the last is workout `days`. */
  dayAt: number[]
  /** `OwnNumbers` as text; empty until the first set. */
  learned: string
  meanError: number
}

/** Sets of a movement that are remembered one by one. */
export const RECALL = 64
export const LATELY = 40
const DAYS_KEPT = RECALL
export const HEAVIEST_KG = 1e12
export const LAST_NUMBER = 63
const MOVEMENTS_KEPT = 300
const LONGEST_KEY = 80

export const emptyHabit = (): Habit => ({
  sets: 0,
  workout: '',
  movements: {},
  today: emptyDay(),
  residuals: [],
  scores: [],
  hits: [],
  trust: [],
  lately: [],
  workouts: 0,
  shareOfFives: 0.3,
  shareOfEvens: 0.6,
  meanError: 1,
  lastReps: 8,
})

export const emptyDay = (): DayForm => ({ sets: 0, surprise: 0, hits: 0, slot: '', reps: [], repsBefore: [] })

const emptyMovement = (): MovementHabit => ({
  sets: 0,
  days: 0,
  workout: '',
  loads: [],
  packed: [],
  dayAt: [],
  learned: '',
  meanError: 1,
})

/** A name of bounded length that is no property every object has. */
export function movementSlot(key: string): string {
  if (key.length <= LONGEST_KEY) return `m ${key}`
  let hash = 0
  for (let i = 0; i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) % 4_294_967_291
  return `m ${key.slice(0, LONGEST_KEY)} ${hash}`
}

export const shortened = (workoutKey: string) => (workoutKey.length <= LONGEST_KEY ? workoutKey : movementSlot(workoutKey))

/** The movement's memory, made if there is none; the one unused for longest makes room. */
export function movementOf(habit: Habit, slot: string): MovementHabit {
  const known = habit.movements[slot]
  if (known !== undefined) return known
  const slots = Object.keys(habit.movements)
  if (slots.length >= MOVEMENTS_KEPT) {
    const stalest = slots.reduce((a, b) => (lastAt(habit.movements[a]!) <= lastAt(habit.movements[b]!) ? a : b))
    delete habit.movements[stalest]
  }
  return (habit.movements[slot] = emptyMovement())
}

const lastAt = (movement: MovementHabit) => movement.dayAt.at(-1) ?? Number.NEGATIVE_INFINITY

/** Reps (1…30) + 32 · effort + 256 · set number (1…63). */
export const packedSet = (reps: number, effort: number, setNumber: number) => reps + 32 * effort + 256 * Math.min(LAST_NUMBER, setNumber)
export const repsIn = (packed: number) => packed & 31
export const effortIn = (packed: number) => (packed >> 5) & 7
export const numberIn = (packed: number) => packed >> 8

/** 0: not said; 1: to failure or nothing left; 2…6: one to five and more in reserve. */
export function effortOf(set: LoggedSet): number {
  if (set.toFailure) return 1
  return set.rir === null ? 0 : 1 + Math.round(within(set.rir, 0, 5))
}

/** Appends one set to the movement's memory. */
export function remember(movement: MovementHabit, set: LoggedSet, reps: number): void {
  const workout = shortened(set.workoutKey)
  const isNewDay = movement.workout !== workout || movement.days === 0
  if (isNewDay) {
    movement.workout = workout
    movement.days += 1
    movement.dayAt.push(Number.isFinite(set.at) ? set.at : 0)
    if (movement.dayAt.length > DAYS_KEPT) movement.dayAt.shift()
  }
  const before = isNewDay ? 0 : numberIn(movement.packed.at(-1) ?? 0)
  movement.sets += 1
  movement.loads.push(within(set.load, 0, HEAVIEST_KG))
  movement.packed.push(packedSet(reps, effortOf(set), before + 1))
  if (movement.loads.length > RECALL) {
    movement.loads.shift()
    movement.packed.shift()
  }
}
