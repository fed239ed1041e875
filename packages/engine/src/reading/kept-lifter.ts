import { emptyLifter, type LifterBelief, type MovementBelief } from '../capacity/belief.ts'
import { emptyHabit, type Habit, type MovementHabit, movementSlot } from '../forecast/habit.ts'

/** All that is remembered of one lifter after some sets: plain data, so that it can be put down and taken up again. */
export interface KeptLifter {
  capacity: LifterBelief
  readonly habit: Habit
  /** Sets of each movement in the workout under way, whatever their kind. */
  today: { readonly workoutKey: string; readonly sets: Record<string, number> }
  /** Working sets of each movement ever read. */
  readonly workingSets: Record<string, number>
}

/** The same as texts that can be stored apart: a set changes the lifter's and that of its movement, and no other. */
export interface KeptParts {
  readonly lifter: string
  /** By the movement's key. */
  readonly movements: ReadonlyMap<string, string>
}

interface LifterPart {
  readonly capacity: Omit<LifterBelief, 'movements'>
  readonly habit: Omit<Habit, 'movements'>
  readonly today: KeptLifter['today']
  // The order in which movements came decides who is forgotten first, and rows of a table have none.
  readonly read: readonly string[]
  readonly believed: readonly string[]
  readonly remembered: readonly string[]
}

interface MovementPart {
  readonly workingSets: number
  readonly belief?: MovementBelief
  readonly habit?: MovementHabit
}

export const newLifter = (): KeptLifter => ({
  capacity: emptyLifter(),
  habit: emptyHabit(),
  today: { workoutKey: '', sets: {} },
  workingSets: {},
})

export function partsOf({ capacity, habit, today, workingSets }: KeptLifter): KeptParts {
  const { movements: habits, ...habitOfLifter } = habit
  const { movements: beliefs, ...capacityOfLifter } = capacity
  const read = Object.keys(workingSets)
  const lifter: LifterPart = {
    capacity: capacityOfLifter,
    habit: habitOfLifter,
    today,
    read,
    believed: Object.keys(beliefs),
    remembered: Object.keys(habits),
  }
  const partOf = (key: string): MovementPart => ({
    workingSets: workingSets[key]!,
    ...(beliefs[key] !== undefined && { belief: beliefs[key] }),
    ...(habits[movementSlot(key)] !== undefined && { habit: habits[movementSlot(key)]! }),
  })
  return { lifter: JSON.stringify(lifter), movements: new Map(read.map((key) => [key, JSON.stringify(partOf(key))])) }
}

export function keptFrom({ lifter, movements }: KeptParts): KeptLifter {
  const { capacity, habit, today, read, believed, remembered } = JSON.parse(lifter) as LifterPart
  const parts = new Map(read.map((key) => [key, JSON.parse(movements.get(key)!) as MovementPart]))
  const slots = new Map(read.map((key) => [movementSlot(key), parts.get(key)!.habit!]))
  return {
    capacity: { ...capacity, movements: Object.fromEntries(believed.map((key) => [key, parts.get(key)!.belief!])) },
    habit: { ...habit, movements: Object.fromEntries(remembered.map((slot) => [slot, slots.get(slot)!])) },
    today,
    workingSets: Object.fromEntries(read.map((key) => [key, parts.get(key)!.workingSets])),
  }
}
