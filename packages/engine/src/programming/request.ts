import type {
  Discipline,
  Experience,
  LocalDay,
  MovementId,
  ProgramActivity,
  ProgramInjury,
  ProgramMovement,
  ProgramSplit,
  SessionFocus,
  SessionType,
  TrackedMuscle,
  VolumeLandmarks,
  WeightedGoal,
} from '@gymgenius/domain'
import type { ScoringConfig } from './scoring/config.ts'

export interface MovementLikings {
  readonly hardNo?: readonly MovementId[] | undefined
  readonly hardYes?: readonly MovementId[] | undefined
  readonly preferred?: readonly MovementId[] | undefined
}

/** What one day of a microcycle is about, where the lifter says so. */
export interface HybridDay {
  readonly focus: SessionFocus
  /** Left out: what the goals ask for. */
  readonly type?: SessionType | undefined
}

/** So many microcycles of one split. */
export interface HybridBlock {
  readonly weeks: number
  readonly split: Exclude<ProgramSplit, 'hybrid'>
}

/** All that a program is made from. The same request makes the same program, to the byte. */
export interface ProgramRequest {
  /** One to three; their weights are dollars and sum to ten. */
  readonly goals: readonly WeightedGoal[]
  readonly split: ProgramSplit
  /** Sessions in a microcycle, whatever its length. */
  readonly daysPerWeek: number
  /** Microcycles. */
  readonly weeks: number
  /** 7 to 14. */
  readonly microcycleDays?: number | undefined
  /** Of one session. */
  readonly minutes: number
  readonly experience: Experience
  /** Every movement that could be chosen; what no gym has is left out by whoever asks. Their order does not matter. */
  readonly movements: readonly ProgramMovement[]
  /** The gym of each session of a microcycle, as `ProgramMovement.gyms` numbers them; begins again where it is shorter. */
  readonly gymOfDay?: readonly number[] | undefined
  readonly rules?: MovementLikings | undefined
  /** How much a discipline is liked: 1 not at all, 3 as any, 5 most. */
  readonly disciplines?: Readonly<Partial<Record<Discipline, number>>> | undefined
  readonly injuries?: readonly ProgramInjury[] | undefined
  readonly activities?: readonly ProgramActivity[] | undefined
  /** Muscles to do more for than for others. */
  readonly specialise?: readonly TrackedMuscle[] | undefined
  readonly seed: number
  readonly startsOn?: LocalDay | undefined
  /** 0 is Monday; only with `startsOn` and microcycles of seven days. */
  readonly weekdays?: readonly number[] | undefined
  readonly landmarks?: Readonly<Partial<Record<TrackedMuscle, VolumeLandmarks>>> | undefined
  /** Mean weekly hard sets of the last four weeks: the first week does not leap from there. */
  readonly recentSets?: Readonly<Partial<Record<TrackedMuscle, number>>> | undefined
  /** How fast this lifter is, as `paceOf` learns it; 1 in the middle. */
  readonly pace?: number | undefined
  readonly scoring?: ScoringConfig | undefined
  /** Movements with a known maximum, in kilograms: known lifts go before unknown, and their sets carry a percentage. */
  readonly trainingMaxima?: readonly { readonly movementId: MovementId; readonly loadKg: number }[] | undefined
  /** Of a hybrid split: day by day, or block by block. */
  readonly days?: readonly HybridDay[] | undefined
  readonly blocks?: readonly HybridBlock[] | undefined
  /** The last microcycles lead up to a test or a contest. */
  readonly peaks?: boolean | undefined
  /** false: sessions end in accessories, never in a finisher. */
  readonly finishers?: boolean | undefined
}
