import type { AthleteId } from '@gymgenius/domain'
import type { Ctx } from './context.ts'
import type { DomainEvents, JobRequests } from './events.ts'
import type { App } from './http.ts'

/** What a capability offers the house. A room lists its own doors, chores and keepsakes; nobody lists them for it. */
export interface Room {
  readonly name: string
  /** Opens its doors. `rooms` is the whole house, for the one that walks through it. */
  readonly mount?: (app: App, rooms: readonly Room[]) => void
  /** Run once after migrations, before the first request: for data that ships with the program. */
  readonly prepare?: (ctx: Ctx) => Promise<void>
  /** Reactions to what happened elsewhere; delivered at least once, after commit, as the system. */
  readonly listens?: { readonly [E in keyof DomainEvents]?: (ctx: Ctx, event: DomainEvents[E]) => Promise<void> }
  /** Background work that was asked for, by name; safe to repeat. Runs outside a transaction and opens its own. */
  readonly jobs?: { readonly [J in keyof JobRequests]?: (ctx: Ctx, payload: JobRequests[J]) => Promise<void> }
  /** Jobs that wait for somebody outside, such as a mail server: tried for two days, not for minutes. */
  readonly patientJobs?: readonly (keyof JobRequests)[]
  /** Chores by the clock; safe to repeat. They run as jobs do: outside a transaction. */
  readonly chores?: Readonly<Record<string, RoomChore>>
  /** How this room answers an athlete's right to a copy. Each is called as that athlete, in a unit of its own. */
  readonly personalData?: {
    copy(ctx: Ctx, athleteId: AthleteId): Promise<Readonly<Record<string, unknown>>>
    /** Lists too long to hold at once, by name: a page after the one that ended at `after`. */
    readonly pages?: Readonly<Record<string, (ctx: Ctx, athleteId: AthleteId, after: string | undefined) => Promise<PageOfData>>>
  }
}

export interface RoomChore {
  readonly everySeconds: number
  /** Seconds or minutes at a time: such chores take turns with each other, and hold up none of the rest. */
  readonly takesLong?: true
  /** 'more' asks for another turn as soon as the other chores had theirs. */
  readonly run: (ctx: Ctx) => Promise<void | 'more'>
}

export interface PageOfData {
  readonly items: readonly unknown[]
  /** Where this page ended; absent on the last one. */
  readonly next?: string | undefined
}
