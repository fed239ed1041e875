import type { ProgramReason } from '@gymgenius/domain'
import {
  type AthleteId,
  dateOf,
  type Instant,
  instant,
  type PatchAuthor,
  type PatchId,
  type PatchOp,
  type PatchState,
  type ProgramId,
} from '@gymgenius/domain'
import type { Selectable } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.generated.ts'
import type { ProgramRecord } from './programs.repository.ts'

/** One change of a plan. */
export interface PatchRecord {
  readonly id: PatchId
  readonly programId: ProgramId
  readonly number: number
  readonly author: PatchAuthor
  readonly state: PatchState
  readonly reason: ProgramReason
  readonly note: string | null
  readonly ops: readonly PatchOp[]
  readonly diff: readonly ProgramReason[]
  /** What the program was made from before; null: the change left it. */
  readonly askedBefore: { readonly request: ProgramRecord['request'] } | null
  readonly createdAt: Instant
  readonly decidedAt: Instant | null
}

/** Newest first. */
export async function patchesOf(db: Db, athleteId: AthleteId, programId: ProgramId): Promise<PatchRecord[]> {
  const rows = await db
    .selectFrom('program_patch')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('program_id', '=', programId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(recordOf)
}

export async function findPatch(db: Db, athleteId: AthleteId, programId: ProgramId, id: PatchId): Promise<PatchRecord | undefined> {
  const row = await db
    .selectFrom('program_patch')
    .selectAll()
    .where('athlete_id', '=', athleteId)
    .where('program_id', '=', programId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && recordOf(row)
}

/** Keeps a patch under the next number of its program; false where its id exists, here or anywhere. */
export async function insertPatch(db: Db, athleteId: AthleteId, patch: Omit<PatchRecord, 'number'>): Promise<boolean> {
  const { last } = await db
    .selectFrom('program_patch')
    .select((q) => q.fn.max('number').as('last'))
    .where('athlete_id', '=', athleteId)
    .where('program_id', '=', patch.programId)
    .executeTakeFirstOrThrow()
  const row = await db
    .insertInto('program_patch')
    .values({
      id: patch.id,
      program_id: patch.programId,
      athlete_id: athleteId,
      number: ((last as number | null) ?? 0) + 1,
      author: patch.author,
      state: patch.state,
      reason: patch.reason.code,
      facts: JSON.stringify(patch.reason.facts ?? {}),
      note: patch.note,
      ops: JSON.stringify(patch.ops),
      diff: JSON.stringify(patch.diff),
      asked_before: patch.askedBefore === null ? null : JSON.stringify(patch.askedBefore),
      created_at: dateOf(patch.createdAt),
      decided_at: patch.decidedAt === null ? null : dateOf(patch.decidedAt),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function decide(db: Db, athleteId: AthleteId, id: PatchId, state: PatchState, at: Instant): Promise<void> {
  await db
    .updateTable('program_patch')
    .set({ state, decided_at: dateOf(at) })
    .where('athlete_id', '=', athleteId)
    .where('id', '=', id)
    .execute()
}

/** Of a proposal that nobody decided on, and that fits no more. */
export async function dropPatch(db: Db, athleteId: AthleteId, id: PatchId): Promise<void> {
  await db.deleteFrom('program_patch').where('athlete_id', '=', athleteId).where('id', '=', id).where('state', '=', 'proposed').execute()
}

const recordOf = (row: Selectable<Tables['program_patch']>): PatchRecord => {
  const facts = row.facts as NonNullable<ProgramReason['facts']>
  return {
    id: row.id as PatchId,
    programId: row.program_id as ProgramId,
    number: row.number,
    author: row.author as PatchAuthor,
    state: row.state as PatchState,
    reason: Object.keys(facts).length === 0 ? { code: row.reason } : { code: row.reason, facts },
    note: row.note,
    ops: JSON.parse(row.ops) as readonly PatchOp[],
    diff: row.diff as readonly ProgramReason[],
    askedBefore: row.asked_before as PatchRecord['askedBefore'],
    createdAt: instant(row.created_at),
    decidedAt: row.decided_at === null ? null : instant(row.decided_at),
  }
}
