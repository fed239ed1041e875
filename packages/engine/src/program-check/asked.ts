import type {
  BlockKind,
  Experience,
  GeneratedProgram,
  Joint,
  MovementId,
  MovementPattern,
  MuscleInvolvement,
  ProgramActivity,
  ProgramDay,
  ProgramInjury,
  ProgramItem,
  ProgramReport,
  SessionSection,
  TrackedMuscle,
  VolumeLandmarks,
} from '@gymgenius/domain'
import type { PlannedMovement } from '../session-time/index.ts'
import type { TrackedShares } from './shares.ts'

/** What of a movement a program is checked by. */
export interface CheckedMovement extends PlannedMovement {
  readonly id: MovementId
  readonly muscles: readonly MuscleInvolvement[]
  /** Joints that should not hurt. */
  readonly contraindications: readonly Joint[]
  readonly tags: readonly string[]
  /** The gyms it can be done in; none: all of them. */
  readonly gyms?: readonly number[] | undefined
}

/** What was asked for, as far as a program can be held to it. */
export interface CheckedRequest {
  /** Of one session. */
  readonly minutes: number
  readonly experience: Experience
  readonly microcycleDays?: number | undefined
  readonly movements: readonly CheckedMovement[]
  /** The gym of each session of a microcycle; begins again where it is shorter. */
  readonly gymOfDay?: readonly number[] | undefined
  readonly rules?: { readonly hardNo?: readonly MovementId[] | undefined } | undefined
  readonly injuries?: readonly ProgramInjury[] | undefined
  readonly activities?: readonly ProgramActivity[] | undefined
  readonly landmarks?: Readonly<Partial<Record<TrackedMuscle, VolumeLandmarks>>> | undefined
  /** Mean weekly hard sets of the four weeks before. */
  readonly recentSets?: Readonly<Partial<Record<TrackedMuscle, number>>> | undefined
  /** How fast this lifter is, as `paceOf` learns it. */
  readonly pace?: number | undefined
}

/** A program, and what its maker says of it. */
export interface CheckedProgram extends Pick<GeneratedProgram, 'weeks'> {
  readonly relaxations?: ProgramReport['relaxations'] | undefined
  readonly waivers?: ProgramReport['waivers'] | undefined
  readonly notices?: ProgramReport['notices'] | undefined
}

/** A movement where it stands, with what the library knows of it. */
export interface PlacedItem {
  readonly item: ProgramItem
  readonly section: SessionSection
  readonly movement: CheckedMovement | undefined
  readonly shares: TrackedShares
}

/** A session where it stands in the program. */
export interface PlacedSession {
  readonly day: ProgramDay
  readonly week: number
  readonly block: BlockKind
  /** Lighter by intent: by its week, or by itself. */
  readonly isRelief: boolean
  /** In its microcycle, from 0. */
  readonly place: number
  readonly items: readonly PlacedItem[]
  /** Patterns of its main block that vary by rule, each once, in order. */
  readonly patterns: readonly MovementPattern[]
  readonly seconds: number
}

export interface PlacedWeek {
  readonly week: number
  readonly block: BlockKind
  readonly sessions: readonly PlacedSession[]
}
