import type { LibraryMovement } from '@gymgenius/catalog'
import type {
  AthleteId,
  Equipment,
  ImportId,
  Laterality,
  LoadKind,
  Movement,
  MovementId,
  MovementPattern,
  MuscleInvolvement,
} from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { inherited } from './library-movements.ts'

/** What a lifter says of a movement of their own. */
export type MovementFields = Pick<Movement, 'name' | 'pattern' | 'muscles' | 'equipment' | 'laterality' | 'loadKind' | 'baseId'>

export interface OwnMovement extends MovementFields {
  readonly id: MovementId
  readonly changeSeq: number
  readonly importId?: ImportId
}

export interface KeptMovement extends Movement, Partial<Pick<LibraryMovement, 'contraindications' | 'needs'>> {
  readonly isCustom: boolean
  readonly isDeleted: boolean
}

/** A movement of the lifter's own as devices pull it: whole, or gone. */
export type MovementChange =
  | { readonly changeSeq: number; readonly movement: Movement }
  | { readonly changeSeq: number; readonly id: MovementId; readonly deleted: true }

const columns = [
  'id',
  'athlete_id',
  'name',
  'aliases',
  'pattern',
  'muscles',
  'equipment',
  'laterality',
  'load_kind',
  'base_id',
  'deleted_at',
  'change_seq',
] as const

/** The movements of these ids that the athlete may see: the library's, retired ones too, and their own, deleted ones too. */
export async function movementsByIds(db: Db, athleteId: AthleteId, ids: readonly MovementId[]): Promise<KeptMovement[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('movement')
    .select(columns)
    .where('id', 'in', ids)
    .where((q) => q.or([q('athlete_id', 'is', null), q('athlete_id', '=', athleteId)]))
    .execute()
  return rows.map(keptMovement)
}

/** The number of the latest change to the athlete's own movements, 0 for who has none; the index on it answers. */
export async function lastChange(db: Db, athleteId: AthleteId): Promise<number> {
  const row = await db
    .selectFrom('movement')
    .select(({ fn }) => fn.max('change_seq').as('last'))
    .where('athlete_id', '=', athleteId)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** The athlete's own, by name. */
export async function ownMovements(db: Db, athleteId: AthleteId): Promise<KeptMovement[]> {
  const rows = await db
    .selectFrom('movement')
    .select(columns)
    .where('athlete_id', '=', athleteId)
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(keptMovement)
}

/** Keeps movements of the athlete's own; those whose id exists already, anybody's, are left out. Answers the ids kept. */
export async function insertOwn(db: Db, athleteId: AthleteId, movements: readonly OwnMovement[], at: Date): Promise<MovementId[]> {
  const kept: MovementId[] = []
  for (let start = 0; start < movements.length; start += 1000) {
    const rows = await db
      .insertInto('movement')
      .values(
        movements.slice(start, start + 1000).map(({ id, importId, changeSeq, ...fields }) => ({
          id,
          athlete_id: athleteId,
          import_id: importId ?? null,
          created_at: at,
          change_seq: changeSeq,
          ...rowOf(fields),
        })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute()
    kept.push(...rows.map(({ id }) => id as MovementId))
  }
  return kept
}

export async function updateOwn(db: Db, athleteId: AthleteId, { id, changeSeq, ...fields }: OwnMovement): Promise<void> {
  await db
    .updateTable('movement')
    .set({ change_seq: changeSeq, ...rowOf(fields) })
    .where('id', '=', id)
    .where('athlete_id', '=', athleteId)
    .where('deleted_at', 'is', null)
    .execute()
}

/** Leaves tombstones, so that every device hears of it; they take the changes from `firstSeq` on. */
export async function deleteOwn(db: Db, athleteId: AthleteId, ids: readonly MovementId[], firstSeq: number, at: Date): Promise<void> {
  await sql`
    update movement set deleted_at = ${at}, change_seq = ${firstSeq}::integer + gone.place::integer - 1
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as gone (id, place)
    where movement.id = gone.id::uuid and athlete_id = ${athleteId} and deleted_at is null`.execute(db)
}

/** Brings a tombstone back. */
export async function restoreOwn(db: Db, athleteId: AthleteId, id: MovementId, changeSeq: number): Promise<void> {
  await db
    .updateTable('movement')
    .set({ deleted_at: null, change_seq: changeSeq })
    .where('id', '=', id)
    .where('athlete_id', '=', athleteId)
    .execute()
}

/** What an import made and is still there. */
export async function idsMadeByImport(db: Db, athleteId: AthleteId, importId: ImportId): Promise<MovementId[]> {
  const rows = await db
    .selectFrom('movement')
    .select('id')
    .where('athlete_id', '=', athleteId)
    .where('import_id', '=', importId)
    .where('deleted_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id as MovementId)
}

/** Changes to the athlete's own movements after `since`, in order. */
export async function changesSince(db: Db, athleteId: AthleteId, since: number, limit: number): Promise<MovementChange[]> {
  const rows = await db
    .selectFrom('movement')
    .select(columns)
    .where('athlete_id', '=', athleteId)
    .where('change_seq', '>', since)
    .orderBy('change_seq')
    .limit(limit)
    .execute()
  return rows.map((row) =>
    row.deleted_at === null
      ? { changeSeq: row.change_seq, movement: movementOf(row) }
      : { changeSeq: row.change_seq, id: row.id as MovementId, deleted: true },
  )
}

interface Row {
  readonly id: string
  readonly athlete_id: string | null
  readonly name: string
  readonly aliases: string[]
  readonly pattern: string
  readonly muscles: unknown
  readonly equipment: string
  readonly laterality: string
  readonly load_kind: string
  readonly base_id: string | null
  readonly deleted_at: Date | null
}

const keptMovement = (row: Row): KeptMovement => ({
  ...movementOf(row),
  isCustom: row.athlete_id !== null,
  isDeleted: row.deleted_at !== null,
})

const movementOf = (row: Row): Movement => ({
  id: row.id as MovementId,
  name: row.name,
  aliases: row.aliases,
  pattern: row.pattern as MovementPattern,
  muscles: row.muscles as MuscleInvolvement[],
  equipment: row.equipment as Equipment,
  laterality: row.laterality as Laterality,
  loadKind: row.load_kind as LoadKind,
  ...inherited((row.base_id ?? undefined) as MovementId | undefined),
})

const rowOf = ({ name, pattern, muscles, equipment, laterality, loadKind, baseId }: MovementFields) => ({
  name,
  pattern,
  muscles: JSON.stringify(muscles),
  equipment,
  laterality,
  load_kind: loadKind,
  base_id: baseId ?? null,
})
