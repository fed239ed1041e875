import type { CountedUnit } from '@gymgenius/domain'
import type { Step } from './movement.ts'

/**
 * amrap: as many rounds as possible before the cap · emom: the stations in turn, one at the start of every interval ·
 * ladder: the repetitions of every station go through `steps` · tabata: work and rest by the clock ·
 * for_time: all rounds as fast as possible · chipper: one long list, once, from top to bottom.
 */
export const circuitFormats = ['amrap', 'emom', 'ladder', 'tabata', 'for_time', 'chipper'] as const
export type CircuitFormat = (typeof circuitFormats)[number]

export const circuitScores = ['rounds', 'time', 'lowest_round', 'finished'] as const

export interface Station {
  /** The slug of a movement. */
  readonly movement: string
  readonly unit: CountedUnit
  /** Left out in a ladder (its steps say it) and where the clock says when to stop. */
  readonly amount?: number
}

/** A template as its file says it: `data/circuits/<slug>.json`. */
export interface Circuit {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly format: CircuitFormat
  readonly stations: readonly Station[]
  /** Nobody works past it. */
  readonly capSeconds: number
  /** How often all stations are gone through: emom, tabata and for_time. */
  readonly rounds?: number
  /** emom only. */
  readonly intervalSeconds?: number
  /** tabata only. */
  readonly workSeconds?: number
  readonly restSeconds?: number
  /** ladder only: repetitions of each rung. */
  readonly steps?: readonly number[]
  readonly score: (typeof circuitScores)[number]
  readonly skill: Step
  /** What to aim at and how to make it easier. */
  readonly notes: readonly string[]
}
