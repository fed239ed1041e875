import type { Kilograms, Metres, ProgramReason, ProgramSet, ProgressionRule, Seconds, SetKind } from '@gymgenius/domain'
import type { Loadable } from '../../prescription/snapshot.ts'

/** Equal sets as they are written down: "3 x 5-8 @ RIR 2". Counted in repetitions, seconds or metres. */
export interface PlannedSets {
  readonly count: number
  /** 1 and 1 where they are counted in seconds or metres. */
  readonly reps: number
  readonly repHigh: number
  readonly rir: number
  readonly kind?: SetKind | undefined
  readonly durationSeconds?: Seconds | undefined
  readonly distanceMeters?: Metres | undefined
  /** Of the training maximum. */
  readonly percent?: number | undefined
  readonly loadKg?: Kilograms | undefined
}

/** The sets of one movement on one day. */
export type SetLine = readonly PlannedSets[]

export type { ProgressionRule }
export type RuleOf<Style extends ProgressionRule['style']> = Extract<ProgressionRule, { readonly style: Style }>

/** What a progression remembers of a movement from one time to the next. Plain data, the same before and after JSON. */
export interface ProgressionState {
  /** How often it was planned; the sets of time n are line n of the table, and begin again after its last. */
  readonly time: number
  /** Times in a row, or within a round of the table, that fell short of the plan. */
  readonly misses: number
  /** The load last planned; of a build-up its top set. */
  readonly loadKg?: number | undefined
  /** What the percentages of a table are of. */
  readonly maxKg?: number | undefined
  /** Of each line of the table, where lines rise each by itself. */
  readonly lineLoadsKg?: readonly (number | null)[] | undefined
  /** Repetitions added to the range, where no load can be. */
  readonly repsAdded?: number | undefined
  /** Place among the pauses of a movement that is paused. */
  readonly stage?: number | undefined
}

/** A movement as it stands in a plan. */
export interface MovementInPlan<Rule extends ProgressionRule = ProgressionRule> {
  readonly rule: Rule
  /** At least one, none of them empty. */
  readonly lines: readonly SetLine[]
  readonly state: ProgressionState
  /** What the gym can load; without it steps of 2.5 kg. */
  readonly loads?: Loadable | undefined
}

/** A working set that was done; what was not said is absent. */
export interface DoneSet {
  readonly loadKg?: number | undefined
  readonly reps: number
  readonly rir?: number | undefined
  readonly durationSeconds?: number | undefined
  readonly distanceMeters?: number | undefined
}

export interface ProgressionStep {
  /** Loads are left out where nothing tells them: then the engine proposes them on the day. */
  readonly sets: readonly ProgramSet[]
  readonly state: ProgressionState
  readonly reason: ProgramReason
}

/**
 * One way of getting harder: the movement as it stands in the plan, and the working sets that were done of what was planned last → what
 * to do next, what to remember, and why. `null`: nothing was planned yet. Total and deterministic.
 */
export type Progression<Rule extends ProgressionRule = ProgressionRule> = (
  plan: MovementInPlan<Rule>,
  done: readonly DoneSet[] | null,
) => ProgressionStep

export const unplanned: ProgressionState = { time: 0, misses: 0 }
