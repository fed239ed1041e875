import type { EffortScale, LoadUnit, SetKind } from '@gymgenius/domain'
import type { ReadPart } from './logbook.ts'

/** One set of an export, as its app said it: numbers are still text, the file's unit is still open. */
export interface SaidRow {
  readonly line: number
  /** Which set of the line, from 0, where a line holds several. */
  readonly part?: number
  /** Tells workouts apart where the date of the row does not: rows with the same key are one workout. */
  readonly workoutKey?: string
  readonly workout: string
  /** Tells workouts of one name and start apart, where the app numbers them. */
  readonly workoutNumber: string
  readonly date: string
  /** When the set itself was done, where the app wrote that down. */
  readonly setAt?: string
  readonly end: string
  readonly workoutSeconds: number | undefined
  readonly workoutNote: string
  readonly sessionRpe?: number | undefined
  readonly exercise: string
  readonly exerciseNote: string
  readonly superset: string
  readonly kind: SetKind
  readonly toFailure: boolean
  /** The app's word for the kind of set when it is not one we know. */
  readonly unknownKind?: string
  readonly load: string
  /** A load of 0 was said, and is not just what the app writes where nothing was. */
  readonly zeroIsSaid?: boolean
  readonly loadUnit: LoadUnit | undefined
  readonly reps: string
  readonly rpe: string
  readonly rir?: string
  /** The scale that `rir` was given on, where the file tells. */
  readonly effortScale?: EffortScale
  readonly restSeconds?: string
  readonly distance: string
  readonly metresPerUnit: number | undefined
  readonly seconds: string
  readonly note: string
  readonly tempo?: string
  readonly parts?: readonly ReadPart[]
  /** Parts that were said and cannot be kept. */
  readonly lostParts?: number
}

/** A note or a rest timer: a row that carries no set. */
export const NO_SET = 'no_set'

/** What a row of an export says; several where a line holds more than one set. */
export type Said = SaidRow | readonly SaidRow[] | typeof NO_SET

const unsaid = {
  workout: '',
  workoutNumber: '',
  end: '',
  workoutSeconds: undefined,
  workoutNote: '',
  exerciseNote: '',
  superset: '',
  kind: 'working',
  toFailure: false,
  load: '',
  loadUnit: undefined,
  reps: '',
  rpe: '',
  distance: '',
  metresPerUnit: undefined,
  seconds: '',
  note: '',
} as const

/** A row of an app that says less than all there is to say. */
export const saying = (said: Pick<SaidRow, 'line' | 'date' | 'exercise'> & Partial<SaidRow>): SaidRow => ({ ...unsaid, ...said })
