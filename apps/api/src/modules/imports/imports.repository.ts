import type { Settings } from '@gymgenius/contracts'
import { type AthleteId, dateOf, type ImportId, type Instant, instant, type LoadUnit, type MovementId, type OpId } from '@gymgenius/domain'
import type { Selectable } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.generated.ts'
import type { Preview } from './preview.ts'

export type ImportStatus = 'previewed' | 'committing' | 'committed' | 'failed' | 'undoing' | 'undone'

/** The lifter's choices: a movement, or null for a new one of their own. */
export type Mapping = Readonly<Record<string, MovementId | null>>

/** Settings as they were before an import; null where one had not been said. */
export type SettingsBefore = { readonly [Name in keyof Settings]?: Settings[Name] | null }

export interface ImportRecord {
  readonly id: ImportId
  readonly status: ImportStatus
  readonly fileName: string
  readonly fileHash: string
  /** As the file was read, and will be read again. */
  readonly unit: LoadUnit
  readonly timeZone: string
  readonly dateOrder: 'dmy' | 'mdy' | undefined
  readonly preview: Preview
  readonly mapping: Mapping
  /** How often a commit was begun. */
  readonly attempt: number
  readonly progress: number
  /** Who is writing the batch, and until when. */
  readonly lease: Lease | undefined
  readonly failure: string | undefined
  readonly settingsBefore: SettingsBefore | undefined
  readonly createdAt: Instant
}

export async function findImport(db: Db, athleteId: AthleteId, id: ImportId): Promise<ImportRecord | undefined> {
  const row = await importOf(db, athleteId, id).executeTakeFirst()
  return row && recordOf(row)
}

/** As `findImport`, and nobody else changes it until this unit ends. */
export async function lockImport(db: Db, athleteId: AthleteId, id: ImportId): Promise<ImportRecord | undefined> {
  const row = await importOf(db, athleteId, id).forUpdate().executeTakeFirst()
  return row && recordOf(row)
}

const importOf = (db: Db, athleteId: AthleteId, id: ImportId) =>
  db.selectFrom('import').selectAll().where('athlete_id', '=', athleteId).where('id', '=', id)

/** Newest first. */
export async function importsOf(db: Db, athleteId: AthleteId, limit: number): Promise<ImportRecord[]> {
  const rows = await db
    .selectFrom('import')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

/** The preview of the same file that was not decided on yet, so that a repeated upload makes no second one. */
export async function findPreviewOf(db: Db, athleteId: AthleteId, fileHash: string): Promise<ImportRecord | undefined> {
  const row = await db
    .selectFrom('import')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('file_hash', '=', fileHash)
    .where('status', '=', 'previewed')
    .executeTakeFirst()
  return row && recordOf(row)
}

export async function savePreview(db: Db, athleteId: AthleteId, record: ImportRecord, content: Uint8Array): Promise<void> {
  const row = {
    format: record.preview.format,
    file_name: record.fileName,
    unit: record.unit,
    time_zone: record.timeZone,
    date_order: record.dateOrder ?? null,
    preview: JSON.stringify(record.preview),
  }
  await db
    .insertInto('import')
    .values({
      ...row,
      id: record.id,
      athlete_id: athleteId,
      status: 'previewed',
      file_hash: record.fileHash,
      created_at: dateOf(record.createdAt),
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  await db
    .insertInto('import_file')
    .values({ import_id: record.id, athlete_id: athleteId, content })
    .onConflict((conflict) => conflict.column('import_id').doNothing())
    .execute()
}

export async function fileOf(db: Db, athleteId: AthleteId, id: ImportId): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('import_file')
    .select('content')
    .where('athlete_id', '=', athleteId)
    .where('import_id', '=', id)
    .executeTakeFirst()
  return row?.content
}

export async function forgetFile(db: Db, athleteId: AthleteId, id: ImportId): Promise<void> {
  await db.deleteFrom('import_file').where('athlete_id', '=', athleteId).where('import_id', '=', id).execute()
}

export async function setStatus(
  db: Db,
  athleteId: AthleteId,
  id: ImportId,
  status: ImportStatus,
  more: {
    readonly mapping?: Mapping
    readonly attempt?: number
    readonly failure?: string
    readonly finishedAt?: Instant
    readonly progress?: number
    readonly preview?: Preview
    readonly settingsBefore?: SettingsBefore
  } = {},
): Promise<void> {
  await db
    .updateTable('import')
    .set({
      status,
      failure: more.failure ?? null,
      leased_by: null,
      leased_until: null,
      ...(more.attempt === undefined ? {} : { attempt: more.attempt }),
      ...(more.mapping === undefined ? {} : { mapping: JSON.stringify(more.mapping) }),
      ...(more.preview === undefined ? {} : { preview: JSON.stringify(more.preview) }),
      ...(more.settingsBefore === undefined ? {} : { settings_before: JSON.stringify(more.settingsBefore) }),
      ...(more.progress === undefined ? {} : { progress: more.progress }),
      ...(more.finishedAt === undefined ? {} : { finished_at: dateOf(more.finishedAt) }),
    })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', id)
    .execute()
}

/** Says that `by` is writing the batch until `until`, and how far it is. */
export async function giveLease(db: Db, athleteId: AthleteId, id: ImportId, { by, until }: Lease): Promise<void> {
  await importToChange(db, athleteId, id)
    .set({ progress: 0, leased_by: by, leased_until: dateOf(until) })
    .execute()
}

/** Keeps the lease, and the row locked until the unit ends; false where the batch is not, or no longer, theirs to write. */
export async function renewLease(db: Db, athleteId: AthleteId, id: ImportId, { by, until }: Lease, progress: number): Promise<boolean> {
  const { numUpdatedRows } = await importToChange(db, athleteId, id)
    .set({ progress, leased_until: dateOf(until) })
    .where('status', '=', 'committing')
    .where('leased_by', '=', by)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** So many sets more were taken back. Says nothing of a commit that could not go on. */
export async function noteTakenBack(db: Db, athleteId: AthleteId, id: ImportId, sets: number): Promise<void> {
  await importToChange(db, athleteId, id)
    .set((is) => ({ progress: is('progress', '+', sets) }))
    .where('status', '=', 'undoing')
    .execute()
}

interface Lease {
  readonly by: OpId
  readonly until: Instant
}

const importToChange = (db: Db, athleteId: AthleteId, id: ImportId) =>
  db.updateTable('import').where('athlete_id', '=', athleteId).where('id', '=', id)

/** Forgets a file that nobody decided on, and what was read in it. */
export async function dropPreview(db: Db, athleteId: AthleteId, id: ImportId): Promise<void> {
  await db.deleteFrom('import').where('athlete_id', '=', athleteId).where('id', '=', id).where('status', '=', 'previewed').execute()
}

/** All but the newest previews of an athlete; nobody decides on those any more. */
export async function dropOlderPreviews(db: Db, athleteId: AthleteId, keep: number): Promise<void> {
  const older = db
    .selectFrom('import')
    .select('id')
    .where('athlete_id', '=', athleteId)
    .where('status', '=', 'previewed')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(keep)
  await db.deleteFrom('import').where('athlete_id', '=', athleteId).where('id', 'in', older).execute()
}

/** Previews of anybody that nobody decided on. Asked as the system. */
export async function dropPreviewsBefore(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('import').where('status', '=', 'previewed').where('created_at', '<', dateOf(before)).execute()
}

const recordOf = (row: Selectable<Tables['import']>): ImportRecord => ({
  id: row.id as ImportId,
  status: row.status as ImportStatus,
  fileName: row.file_name,
  fileHash: row.file_hash,
  unit: row.unit as LoadUnit,
  timeZone: row.time_zone,
  dateOrder: (row.date_order as 'dmy' | 'mdy' | null) ?? undefined,
  preview: row.preview as Preview,
  mapping: row.mapping as Mapping,
  attempt: row.attempt,
  progress: row.progress,
  lease: row.leased_by === null || row.leased_until === null ? undefined : { by: row.leased_by as OpId, until: instant(row.leased_until) },
  failure: row.failure ?? undefined,
  settingsBefore: (row.settings_before as SettingsBefore | null) ?? undefined,
  createdAt: instant(row.created_at),
})
