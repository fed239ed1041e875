import type { LoadUnit, SetKind } from '@gymgenius/domain'

/** One row of an export that may hold a set, as its app said it: numbers are still text, the file's unit is still open. */
export interface SaidRow {
  readonly line: number
  readonly workout: string
  /** Tells workouts of one name and start apart, where the app numbers them. */
  readonly workoutNumber: string
  readonly date: string
  readonly end: string
  readonly workoutSeconds: number | undefined
  readonly workoutNote: string
  readonly exercise: string
  readonly exerciseNote: string
  readonly superset: string
  readonly kind: SetKind
  readonly toFailure: boolean
  /** The app's word for the kind of set when it is not one we know. */
  readonly unknownKind?: string
  readonly load: string
  readonly loadUnit: LoadUnit | undefined
  readonly reps: string
  readonly rpe: string
  readonly distance: string
  readonly metresPerUnit: number | undefined
  readonly seconds: string
  readonly note: string
}

/** A note or a rest timer: a row that carries no set. */
export const NO_SET = 'no_set'
