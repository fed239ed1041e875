import type { LoadSteps } from '@gymgenius/contracts'
import { type Equipment, equipmentKinds, kg, kgFromPounds, type LoadUnit } from '@gymgenius/domain'

/** Lightest and step, and where plates are put on: the pairs that an ordinary gym has. In the unit named. */
interface Defaults {
  readonly min: number
  readonly step: number
  readonly hasPlates?: true
}

const BY_UNIT: Readonly<Record<LoadUnit, Readonly<Record<Equipment, Defaults>>>> = {
  kg: {
    barbell: { min: 20, step: 2.5, hasPlates: true },
    dumbbell: { min: 2, step: 2 },
    kettlebell: { min: 4, step: 4 },
    machine: { min: 5, step: 5 },
    plate_loaded_machine: { min: 0, step: 2.5, hasPlates: true },
    smith_machine: { min: 15, step: 2.5, hasPlates: true },
    cable: { min: 2.5, step: 2.5 },
    band: { min: 5, step: 5 },
    body_weight: { min: 0, step: 2.5 },
    ez_bar: { min: 10, step: 2.5, hasPlates: true },
    trap_bar: { min: 25, step: 2.5, hasPlates: true },
    medicine_ball: { min: 1, step: 1 },
    plate: { min: 2.5, step: 2.5 },
    sled: { min: 0, step: 5 },
    suspension: { min: 0, step: 2.5 },
    cardio_machine: { min: 1, step: 1 },
    other: { min: 2.5, step: 2.5 },
  },
  lb: {
    barbell: { min: 45, step: 5, hasPlates: true },
    dumbbell: { min: 5, step: 5 },
    kettlebell: { min: 10, step: 5 },
    machine: { min: 10, step: 10 },
    plate_loaded_machine: { min: 0, step: 5, hasPlates: true },
    smith_machine: { min: 30, step: 5, hasPlates: true },
    cable: { min: 5, step: 5 },
    band: { min: 10, step: 10 },
    body_weight: { min: 0, step: 5 },
    ez_bar: { min: 25, step: 5, hasPlates: true },
    trap_bar: { min: 55, step: 5, hasPlates: true },
    medicine_ball: { min: 2, step: 2 },
    plate: { min: 5, step: 5 },
    sled: { min: 0, step: 10 },
    suspension: { min: 0, step: 5 },
    cardio_machine: { min: 1, step: 1 },
    other: { min: 5, step: 5 },
  },
}

const PLATES: Readonly<Record<LoadUnit, readonly number[]>> = {
  kg: [25, 20, 15, 10, 5, 2.5, 1.25],
  lb: [45, 35, 25, 10, 5, 2.5],
}

/** What an ordinary gym loads, for a lifter who has said nothing about theirs. */
export function defaultSteps(unit: LoadUnit, equipment: Equipment): LoadSteps {
  const { min, step, hasPlates } = BY_UNIT[unit][equipment]
  const load = unit === 'kg' ? kg : kgFromPounds
  return {
    equipment,
    unit,
    minKg: load(min),
    stepKg: load(step),
    ...(hasPlates ? { platesKg: PLATES[unit].map((plate) => load(plate)) } : {}),
  }
}

export const everyDefault = (unit: LoadUnit) => equipmentKinds.map((equipment) => defaultSteps(unit, equipment))
