import type { EffortScale, Instant, LoadUnit, SetKind } from '@gymgenius/domain'
import type { Belongings } from './belongings.ts'
import type { Counts, Format } from './format.ts'

/** What an export says, in one shape for every app. What was not said is absent; zero is a value. */
export interface Logbook {
  readonly format: Format
  /** What a number in a message counts. */
  readonly counts: Counts
  readonly unit: LoadUnit
  readonly unitFrom: 'file' | 'request' | 'settings' | 'guessed'
  /** In the order of time. */
  readonly workouts: readonly ReadWorkout[]
  readonly skippedRows: number
  /** The first 200; `notUnderstoodCount` is all. */
  readonly notUnderstood: readonly NotUnderstood[]
  readonly notUnderstoodCount: number
  /** What the file holds beside workouts. */
  readonly belongings?: Belongings
}

export interface ReadWorkout {
  /** The line of its first set: names the workout within the file. */
  readonly line: number
  readonly name: string
  readonly startedAt: Instant
  readonly durationSeconds?: number
  readonly note?: string
  readonly sessionRpe?: number
  readonly exercises: readonly ReadExercise[]
}

export interface ReadExercise {
  readonly name: string
  readonly note?: string
  /** Exercises of one workout with the same mark were alternated. */
  readonly superset?: string
  readonly sets: readonly ReadSet[]
}

export interface ReadSet {
  readonly line: number
  /** Which set of its line, from 1, where a line holds several. */
  readonly part?: number
  /** When it was done, where the file says so. */
  readonly performedAt?: Instant
  readonly kind: SetKind
  readonly toFailure: boolean
  readonly loadKg?: number
  readonly reps?: number
  readonly rir?: number
  /** The scale the effort was said on; absent where it follows from failure alone. */
  readonly effortScale?: EffortScale
  readonly restSeconds?: number
  readonly durationSeconds?: number
  readonly distanceMeters?: number
  readonly note?: string
  readonly tempo?: string
  readonly parts?: readonly ReadPart[]
  /** The file says a load that nobody lifts: it is left unsaid until the lifter says what it was. */
  readonly needsConfirmation?: boolean
}

/** A set within a set. */
export interface ReadPart {
  readonly loadKg: number
  readonly reps: number
  readonly restSeconds?: number
}

/** A line, or a part of it, that could not be kept as it stands, and what was done about it. */
export interface NotUnderstood {
  readonly line: number
  readonly code: string
  readonly message: string
}

/** What the file itself does not say. */
export interface ReadingAids {
  /** Said with the request. */
  readonly unit?: LoadUnit | undefined
  readonly settingsUnit: LoadUnit
  readonly timeZone: string
  /** Which of day and month comes first, where the file leaves it open. */
  readonly dateOrder?: 'dmy' | 'mdy' | undefined
  readonly now: Instant
}

/** Why a whole file is refused. Plain data, so that it travels from the program that reads. */
export interface Refusal {
  readonly code:
    | 'imports.too_large'
    | 'imports.malformed_csv'
    | 'imports.malformed_json'
    | 'imports.unknown_format'
    | 'imports.ambiguous_format'
  readonly facts: Readonly<Record<string, unknown>>
}

export class RefusedFile extends Error {
  override readonly name = 'RefusedFile'
  readonly refusal: Refusal
  constructor(code: Refusal['code'], facts: Refusal['facts']) {
    super(code)
    this.refusal = { code, facts }
  }
}
