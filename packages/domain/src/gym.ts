import type { Fixture } from './movement-words.ts'
import type { MovementId } from './ids.ts'
import type { Equipment } from './training.ts'
import type { Kilograms, LoadUnit } from './units.ts'

/** Equipment that plates are put on. */
export const platedEquipment = [
  'barbell',
  'ez_bar',
  'trap_bar',
  'smith_machine',
  'plate_loaded_machine',
  'sled',
  'dumbbell',
] as const satisfies readonly Equipment[]
export type PlatedEquipment = (typeof platedEquipment)[number]

/** Equipment that comes in weights of its own. */
export const weightEquipment = ['dumbbell', 'kettlebell', 'medicine_ball', 'plate', 'other'] as const satisfies readonly Equipment[]
export type WeightEquipment = (typeof weightEquipment)[number]

export const stackEquipment = ['machine', 'cable'] as const satisfies readonly Equipment[]
export type StackEquipment = (typeof stackEquipment)[number]

/** often_taken: plan with something beside it · away: broken, lent or sold for now; nothing is planned with it. */
export const availabilities = ['there', 'often_taken', 'away'] as const
export type Availability = (typeof availabilities)[number]

interface AnyItem {
  /** Unlike any other of this gym; chosen by whoever adds it. */
  readonly id: string
  /** As the lifter calls it: “the old rack”. */
  readonly name?: string | undefined
  readonly availability: Availability
}

/** What plates go on: a bar, a machine's arms, a loadable dumbbell. `sides` 1: all plates on one end, as on a T-bar. */
export interface GymBar extends AnyItem {
  readonly kind: 'bar'
  readonly equipment: PlatedEquipment
  readonly unit: LoadUnit
  /** Of the bar, or what the machine weighs without plates. */
  readonly weightKg: Kilograms
  readonly sides: 1 | 2
  /** Of dumbbell handles: how many are loaded alike at once. */
  readonly count: number
  /** Only for these movements; none: for all that the equipment is for. */
  readonly movementIds?: readonly MovementId[] | undefined
}

/** Plates of one size, counted in pairs; without a count there are as many as one needs. */
export interface GymPlates extends AnyItem {
  readonly kind: 'plates'
  readonly unit: LoadUnit
  readonly weightKg: Kilograms
  readonly pairs?: number | undefined
}

/** A rack of dumbbells, kettlebells or the like: exactly these. `each` 2: a pair of every one. */
export interface GymWeights extends AnyItem {
  readonly kind: 'weights'
  readonly equipment: WeightEquipment
  readonly unit: LoadUnit
  readonly weightsKg: readonly Kilograms[]
  readonly each: 1 | 2
}

/** A weight stack: its pins as they are marked, and small weights that are hung on beside. */
export interface GymStack extends AnyItem {
  readonly kind: 'stack'
  readonly equipment: StackEquipment
  readonly unit: LoadUnit
  readonly pinsKg: readonly Kilograms[]
  readonly microKg: readonly Kilograms[]
  /** The stack helps the body up. */
  readonly isAssistance: boolean
  readonly movementIds?: readonly MovementId[] | undefined
}

/** Something that stands there and is not loaded: a bench, a rack, a pull-up bar. */
export interface GymFixture extends AnyItem {
  readonly kind: 'fixture'
  readonly fixture: Fixture
}

/** Equipment that is there and of which no more is known. */
export interface GymPresence extends AnyItem {
  readonly kind: 'presence'
  readonly equipment: Equipment
}

/** Loads told in short: from `minKg` upwards in steps; any number of the plates, where it takes plates. */
export interface GymSteps extends AnyItem {
  readonly kind: 'steps'
  readonly equipment: Equipment
  readonly unit: LoadUnit
  readonly minKg: Kilograms
  readonly stepKg: Kilograms
  readonly platesKg?: readonly Kilograms[] | undefined
}

export type GymItem = GymBar | GymPlates | GymWeights | GymStack | GymFixture | GymPresence | GymSteps
