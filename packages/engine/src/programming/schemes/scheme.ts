import type {
  BlockKind,
  Experience,
  PlaceInTable,
  ProgramSplit,
  SessionFocus,
  SessionSection,
  SessionType,
  Waiver,
  WeightedGoal,
} from '@gymgenius/domain'
import type { ProgressionRule, SetLine } from '../progression/plan.ts'

/**
 * A program as somebody writes it down, before it meets a gym and a lifter: which days follow each other, which movements they have, and
 * how each gets harder. Plain data; `@gymgenius/program-text` prints and reads it.
 */
export interface Scheme {
  /** Its name in addresses: lower case, with hyphens. */
  readonly slug: string
  readonly name: string
  /** What it is, for whom, and what to expect of it. */
  readonly about: string
  readonly experience: readonly Experience[]
  readonly goals: readonly WeightedGoal[]
  readonly split: ProgramSplit
  readonly daysPerWeek: number
  /** Every so many weeks is a deload; none: the phases have their own, or none is planned. */
  readonly deloadEveryWeeks?: number | undefined
  /** Written down from a plan that was made: sets stand as they are, and rules say only what doing them earns. */
  readonly isWeekByWeek?: true | undefined
  readonly phases: readonly SchemePhase[]
  /** Rules of generated programs that it sets aside, and why (row A4). */
  readonly waivers: readonly Waiver[]
}

/** Some weeks with the same days. */
export interface SchemePhase {
  readonly name: string
  readonly block: BlockKind
  readonly weeks: number
  /** Where it is another than the scheme's. */
  readonly daysPerWeek?: number | undefined
  /** Taken in turn, so many a week as the scheme has; where there are fewer or more than that, weeks differ. */
  readonly days: readonly SchemeDay[]
}

export interface SchemeDay {
  readonly name: string
  readonly type: SessionType
  readonly focus: SessionFocus
  readonly sections: Readonly<Partial<Record<SessionSection, readonly SchemeItem[]>>>
}

export interface SchemeItem {
  /** Slugs of the library; the first that can be done is taken. */
  readonly movements: readonly string[]
  /** One line for every time; several are taken in turn. */
  readonly lines: readonly SetLine[]
  readonly restSeconds: number
  readonly progression?: ProgressionRule | undefined
  /** Week by week: which line of the table of its rule these sets are. */
  readonly turn?: Pick<PlaceInTable, 'line' | 'lines'> | undefined
  /** Items of a section with the same number are alternated. */
  readonly superset?: number | undefined
}
