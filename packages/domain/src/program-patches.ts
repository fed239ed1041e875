import type { ProgramDay, ProgramItem, ProgramWeek, SessionSection } from './programs.ts'

/** A program as it is lived: what is planned, and what life did to its order. Everything in it changes by patches and by nothing else. */
export interface LivedPlan {
  readonly weeks: readonly ProgramWeek[]
  /** Every session by its number, in the order they are to be done; not tied to weekdays. */
  readonly order: readonly number[]
  /** Left out, or merged into another; by number. */
  readonly skipped: readonly number[]
  /** Sessions that were given a day of their own (`2026-03-02`), by number. */
  readonly pinned: readonly { readonly session: number; readonly day: string }[]
  /** Days of rest put in before a session, beside those that the week has anyway; by number. */
  readonly rests: readonly { readonly session: number; readonly days: number }[]
}

/**
 * One thing that a patch does. Each carries what was there before and what is there after, so that it can be taken back to the byte, and
 * so that it is not done to a plan that has changed meanwhile.
 */
export type PatchOp =
  | { readonly op: 'replace_day'; readonly session: number; readonly before: ProgramDay; readonly after: ProgramDay }
  | {
      readonly op: 'replace_item'
      readonly session: number
      readonly section: SessionSection
      readonly index: number
      readonly before: ProgramItem
      readonly after: ProgramItem
    }
  | {
      readonly op: 'add_item'
      readonly session: number
      readonly section: SessionSection
      readonly index: number
      readonly item: ProgramItem
    }
  | {
      readonly op: 'remove_item'
      readonly session: number
      readonly section: SessionSection
      readonly index: number
      readonly item: ProgramItem
    }
  /** Some weeks, from this place in the list on, become others: of another number perhaps. */
  | { readonly op: 'replace_weeks'; readonly from: number; readonly before: readonly ProgramWeek[]; readonly after: readonly ProgramWeek[] }
  | { readonly op: 'reorder'; readonly before: readonly number[]; readonly after: readonly number[] }
  | { readonly op: 'skip'; readonly session: number }
  | { readonly op: 'take_up'; readonly session: number }
  /** null: it has no day of its own. */
  | { readonly op: 'pin'; readonly session: number; readonly before: string | null; readonly after: string | null }
  | { readonly op: 'rest'; readonly session: number; readonly before: number; readonly after: number }

/** Who thought of a change. */
export const patchAuthors = ['athlete', 'engine', 'coach', 'trainer'] as const
export type PatchAuthor = (typeof patchAuthors)[number]

/** proposed: waits for the lifter's word · applied · refused: the lifter does not want it · undone: it was applied once. */
export const patchStates = ['proposed', 'applied', 'refused', 'undone'] as const
export type PatchState = (typeof patchStates)[number]
