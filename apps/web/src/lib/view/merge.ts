import type { DiaryEntry, Gym, Movement, PerformedSet, Routine, SyncOp, Workout } from '@gymgenius/contracts'
import { isoOf, timeOfUuidV7, type Instant } from '@gymgenius/domain'

export interface Rows {
  readonly workout: Workout
  readonly set: PerformedSet
  readonly routine: Routine
  readonly movement: Movement
  readonly gym: Gym
  readonly diary: DiaryEntry
}

/** A row as the view has it since a change; undefined where it is gone. */
export type ShownRow = {
  readonly [E in SyncOp['entity']]: { readonly entity: E; readonly id: string; readonly row: Rows[E] | undefined }
}[SyncOp['entity']]

type Op = Pick<SyncOp, 'entity' | 'entityId' | 'kind' | 'fields'>

/** A row after one change made here; undefined when there is none (any more). A deleted row stays deleted. */
export function afterOp<E extends SyncOp['entity']>(row: Rows[E] | undefined, op: Op & { readonly entity: E }): Rows[E] | undefined {
  if (op.kind === 'delete') return undefined
  if (op.kind === 'patch' && row === undefined) return undefined
  const known = row ?? (births[op.entity](op.entityId) as Rows[E])
  return changed(op.entity, known, op.fields ?? {})
}

/** What the lifter should see of a row: what the server says, and on top what was changed here and has not come back yet. */
export const withPending = <E extends SyncOp['entity']>(row: Rows[E] | undefined, ops: readonly (Op & { readonly entity: E })[]) =>
  ops.reduce<Rows[E] | undefined>(afterOp, row)

/** What a new row is before its first fields. Times come from its id, which was made when it was. */
const births = {
  workout: (id: string) => ({ id, name: '', startedAt: bornAt(id), setCount: 0, tonnageKg: 0 }),
  set: (id: string) => ({ id, kind: 'working', position: timeOfUuidV7(id), performedAt: bornAt(id), toFailure: false }),
  routine: (id: string) => ({ id, name: '', position: timeOfUuidV7(id), items: [] }),
  movement: (id: string) => ({ id, name: '', aliases: [], muscles: [], isCustom: true }),
  diary: (id: string) => ({ id, kind: 'recovery', at: bornAt(id), source: 'manual' }),
  gym: (id: string) => ({ id, name: '', items: [], hasTheRest: false }),
}

const bornAt = (id: string) => isoOf(timeOfUuidV7(id) as Instant)

function changed<E extends SyncOp['entity']>(entity: E, row: Rows[E], fields: Readonly<Record<string, unknown>>): Rows[E] {
  const next: Record<string, unknown> = { ...row }
  for (const [name, value] of Object.entries(entity === 'set' ? withEffort(fields) : fields)) {
    if (value === undefined) continue
    if (value === null) delete next[name]
    else next[name] = value
  }
  return next as Rows[E]
}

/** Effort is kept as RIR, with RPE beside it where the lifter answered on that scale. */
function withEffort(fields: Readonly<Record<string, unknown>>) {
  const { rir, rpe } = fields
  if (typeof rpe === 'number') return { ...fields, rir: 10 - rpe, effortScale: 'rpe' }
  if (rpe === null || rir === null) return { ...fields, rir: null, rpe: null, effortScale: null }
  if (typeof rir === 'number') return { ...fields, rpe: null, effortScale: 'rir' }
  return fields
}
