import type { actorKinds } from '@gymgenius/contracts'
import { type AuditEntryId, dateOf, type Instant, instant } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { End } from '../../platform/pages.ts'

export interface StoredEntry {
  readonly id: AuditEntryId
  readonly at: Instant
  readonly act: string
  readonly as: (typeof actorKinds)[number]
  readonly actor: string | undefined
  readonly subject: string | undefined
  readonly outcome: 'done' | 'refused'
  readonly requestId: string | undefined
  readonly facts: Record<string, unknown>
}

export interface EntryFilter {
  readonly act?: string | undefined
  readonly outcome?: string | undefined
  /** Done by or about this pseudonym. */
  readonly person?: string | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** Entries that the reader may see, newest first. */
export async function entries(
  db: Db,
  { act, outcome, person, from, to }: EntryFilter,
  limit: number,
  before: End | undefined,
): Promise<StoredEntry[]> {
  let query = db.selectFrom('audit_entry').selectAll()
  if (act !== undefined) query = query.where('act', '=', act)
  if (outcome !== undefined) query = query.where('outcome', '=', outcome)
  if (person !== undefined) query = query.where((is) => is.or([is('actor', '=', person), is('subject', '=', person)]))
  if (from !== undefined) query = query.where('at', '>=', dateOf(from))
  if (to !== undefined) query = query.where('at', '<', dateOf(to))
  if (before !== undefined) {
    const at = dateOf(before.at)
    query = query.where((is) => is.or([is('at', '<', at), is.and([is('at', '=', at), is('id', '<', before.id)])]))
  }
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    id: row.id as AuditEntryId,
    at: instant(row.at),
    act: row.act,
    as: row.actor_kind as StoredEntry['as'],
    actor: row.actor ?? undefined,
    subject: row.subject ?? undefined,
    outcome: row.outcome as StoredEntry['outcome'],
    requestId: row.request_id ?? undefined,
    facts: row.facts as Record<string, unknown>,
  }))
}

export async function forgetEntriesBefore(db: Db, before: Instant): Promise<void> {
  await sql`select forget_audit(${dateOf(before)})`.execute(db)
}
