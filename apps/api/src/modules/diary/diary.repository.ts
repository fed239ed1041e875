import { type AthleteId, dateOf, type DiaryEntryId, type DiaryKind, type DiarySource, type Instant, instant } from '@gymgenius/domain'
import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { End } from '../../platform/pages.ts'
import type { Tables } from '../../platform/tables.generated.ts'

/** What a kind says, as the API names it. */
export type Said = Readonly<Record<string, unknown>>

export interface EntryRecord {
  readonly id: DiaryEntryId
  readonly kind: DiaryKind
  readonly at: Instant
  /** The earliest time it ever said. */
  readonly earliestAt: Instant
  readonly source: DiarySource
  readonly note: string | null
  readonly said: Said
  readonly deletedAt: Instant | null
  readonly changeSeq: number
}

/** The entry of this id, deleted ones too. */
export async function findEntry(db: Db, athleteId: AthleteId, id: DiaryEntryId): Promise<EntryRecord | undefined> {
  const row = await db.selectFrom('diary_entry').selectAll().where('athlete_id', '=', athleteId).where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

export interface Span {
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** Entries of one kind, newest first. */
export async function listEntries(
  db: Db,
  athleteId: AthleteId,
  kind: DiaryKind,
  limit: number,
  { from, to, before }: Span & { readonly before?: End | undefined } = {},
): Promise<EntryRecord[]> {
  const rows = await db
    .selectFrom('diary_entry')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('kind', '=', kind)
    .where('deleted_at', 'is', null)
    .$if(from !== undefined, (query) => query.where('at', '>=', dateOf(from!)))
    .$if(to !== undefined, (query) => query.where('at', '<=', dateOf(to!)))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${dateOf(before!.at)}, ${before!.id}::uuid)`))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

/** Keeps a new entry; false where the id exists, here or anywhere. */
export async function insertEntry(db: Db, athleteId: AthleteId, entry: EntryRecord, now: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('diary_entry')
    .values({ ...columnsOf(entry), id: entry.id, athlete_id: athleteId, created_at: dateOf(now), updated_at: dateOf(now) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateEntry(db: Db, athleteId: AthleteId, entry: EntryRecord, now: Instant): Promise<void> {
  await db
    .updateTable('diary_entry')
    .set({ ...columnsOf(entry), updated_at: dateOf(now) })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', entry.id)
    .execute()
}

/** Entries that changed after `seq`, in the order of their changes, tombstones included. */
export async function entriesChangedSince(db: Db, athleteId: AthleteId, seq: number, limit: number): Promise<EntryRecord[]> {
  const rows = await db
    .selectFrom('diary_entry')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('change_seq', '>', seq)
    .orderBy('change_seq')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

/** The earliest time of which something of this kind was said, changed or taken back after `seq`. */
export async function earliestChange(db: Db, athleteId: AthleteId, kind: DiaryKind, seq: number): Promise<Instant | undefined> {
  const { first } = await db
    .selectFrom('diary_entry')
    .select(({ fn }) => fn.min('earliest_at').as('first'))
    .where('athlete_id', '=', athleteId)
    .where('kind', '=', kind)
    .where('change_seq', '>', seq)
    .executeTakeFirstOrThrow()
  return first === null || first === undefined ? undefined : instant(first)
}

/** Every weighing, and what was said of nights and soreness from `from` on, newest first: all that a set is advised on, in one question. */
export async function entriesToAdviseOn(db: Db, athleteId: AthleteId, from: Instant, limit: number): Promise<EntryRecord[]> {
  const rows = await db
    .selectFrom('diary_entry')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('deleted_at', 'is', null)
    .where(({ or, and, eb }) =>
      or([eb('kind', '=', 'body_weight'), and([eb('kind', 'in', ['recovery', 'soreness']), eb('at', '>=', dateOf(from))])]),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

export async function weighingsOf(db: Db, athleteId: AthleteId): Promise<{ at: Instant; weightKg: number }[]> {
  const { rows } = await sql<{ at: Date; kg: number }>`
    select at, (said->>'weightKg')::double precision as kg from diary_entry
    where athlete_id = ${athleteId} and kind = 'body_weight' and deleted_at is null order by at, id`.execute(db)
  return rows.map(({ at, kg }) => ({ at: instant(at), weightKg: kg }))
}

const columnsOf = ({ kind, at, earliestAt, source, note, said, deletedAt, changeSeq }: EntryRecord) => ({
  kind,
  at: dateOf(at),
  earliest_at: dateOf(earliestAt),
  source,
  note,
  said: JSON.stringify(said),
  deleted_at: deletedAt === null ? null : dateOf(deletedAt),
  change_seq: changeSeq,
})

const recordOf = (row: Selectable<Tables['diary_entry']>): EntryRecord => ({
  id: row.id as DiaryEntryId,
  kind: row.kind as DiaryKind,
  at: instant(row.at),
  earliestAt: instant(row.earliest_at),
  source: row.source as DiarySource,
  note: row.note,
  said: row.said as Said,
  deletedAt: row.deleted_at === null ? null : instant(row.deleted_at),
  changeSeq: row.change_seq,
})
