import { type AthleteId, dateOf, type DeviceId, type Instant, type OpId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'

/** An op that was answered, so that it is never applied again. */
export interface AnsweredOp {
  readonly opId: OpId
  readonly deviceId: DeviceId
  readonly deviceSeq: number
  readonly entityId: string
  readonly kind: 'put' | 'patch' | 'delete'
  readonly fingerprint: string
  readonly outcome: 'applied' | 'superseded' | 'rejected'
  readonly code: string | undefined
}

export async function answeredBefore(
  db: Db,
  athleteId: AthleteId,
  opIds: readonly string[],
): Promise<Map<string, Pick<AnsweredOp, 'fingerprint' | 'outcome'>>> {
  if (opIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('applied_op')
    .select(['op_id', 'fingerprint', 'outcome'])
    .where('athlete_id', '=', athleteId)
    .where('op_id', 'in', opIds)
    .execute()
  return new Map(rows.map((row) => [row.op_id, { fingerprint: row.fingerprint, outcome: row.outcome as AnsweredOp['outcome'] }]))
}

/** Which of these were told to be deleted before, also by a deletion that found nothing to delete yet. */
export async function deletedBefore(db: Db, athleteId: AthleteId, entityIds: readonly string[]): Promise<Set<string>> {
  if (entityIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('applied_op')
    .select('entity_id')
    .where('athlete_id', '=', athleteId)
    .where('entity_id', 'in', entityIds)
    .where('kind', '=', 'delete')
    .where('outcome', '<>', 'rejected')
    .execute()
  return new Set(rows.map((row) => row.entity_id))
}

/** Remembers what was answered. A rejected op may be tried again, and the new answer counts. */
export async function remember(db: Db, athleteId: AthleteId, ops: readonly AnsweredOp[], now: Instant): Promise<void> {
  if (ops.length === 0) return
  const rows = ops.map((op) => ({
    athlete_id: athleteId,
    op_id: op.opId,
    device_id: op.deviceId,
    device_seq: op.deviceSeq,
    entity_id: op.entityId,
    kind: op.kind,
    fingerprint: op.fingerprint,
    outcome: op.outcome,
    code: op.code ?? null,
    applied_at: dateOf(now),
  }))
  await db
    .insertInto('applied_op')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['athlete_id', 'op_id']).doUpdateSet((q) => ({
        fingerprint: q.ref('excluded.fingerprint'),
        outcome: q.ref('excluded.outcome'),
        code: q.ref('excluded.code'),
        applied_at: q.ref('excluded.applied_at'),
      })),
    )
    .execute()
}

/** The gaps in what a device has sent so far, as first and last missing number. Relies on `applied_op_device`. */
export async function gapsOf(db: Db, athleteId: AthleteId, deviceId: DeviceId, limit: number): Promise<{ from: number; to: number }[]> {
  const { rows } = await sql<{ from: number; to: number }>`
    select before + 1 as "from", device_seq - 1 as "to" from (
      select device_seq, coalesce(lag(device_seq) over (order by device_seq), 0) as before
      from applied_op where athlete_id = ${athleteId}::uuid and device_id = ${deviceId}::uuid
    ) arrived where device_seq > before + 1 order by device_seq limit ${limit}`.execute(db)
  return rows
}
