import type { actorKinds, AuditAct } from '@gymgenius/contracts'
import { type AccountId, type AuditEntryId, dateOf } from '@gymgenius/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from './context.ts'

/** Something that somebody did to an account or with what it holds. */
export interface Deed {
  readonly act: AuditAct
  /** In which of their roles. */
  readonly as: (typeof actorKinds)[number]
  /** Who; absent for the house and for somebody unknown. */
  readonly by?: AccountId | undefined
  /** Whose account it concerns. */
  readonly about?: AccountId | undefined
  /** `done` unless said. A refusal is written in a unit of its own, since that of the act is undone. */
  readonly outcome?: 'done' | 'refused'
  /** Words and numbers of the act, never what anybody lifted, weighed or wrote: they stay when the account is erased. */
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/**
 * Writes a deed into the audit log, in the unit of the act: both are kept or neither. As an athlete or admin only one's own deeds
 * can be written, and about others only as the system: the policies see to that.
 */
export async function record(ctx: Ctx, { act, as, by, about, outcome = 'done', facts = {} }: Deed): Promise<void> {
  await ctx.db
    .insertInto('audit_entry')
    .values({
      id: ctx.ids.next<AuditEntryId>(),
      at: dateOf(ctx.clock.now()),
      act,
      actor_kind: as,
      actor: pseudonymOf(by),
      subject: pseudonymOf(about),
      outcome,
      request_id: ctx.requestId ?? null,
      facts: JSON.stringify(facts),
    })
    .execute()
}

/** Fails where the account is not to be seen: an entry about nobody would be worse than none. */
const pseudonymOf = (id: AccountId | undefined): RawBuilder<string | null> => (id === undefined ? sql`null` : sql`strict_audit_id(${id})`)
