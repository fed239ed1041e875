import type { SyncOp } from '@gymgenius/contracts'
import type { AthleteId, Id } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import {
  type Applied,
  applyRoutineOp,
  applySetOp,
  applyWorkoutOp,
  type DeviceChange,
  type Clocks,
  type Hlc,
  laterThan,
  stampOf,
} from '../logging/index.ts'
import { applyMovementOp } from './movements.service.ts'
import { fieldsOf, takesDeletionBack } from './ops.ts'

/** A change whose clock was held against ours. One that runs too far ahead says only "late": it comes after what the record has seen. */
export type TimedOp = SyncOp & { readonly hlc: Hlc; readonly isHeldBack: boolean }

/** Hands a change to the room that keeps such things. */
export async function applyOp(ctx: Ctx, athleteId: AthleteId, op: TimedOp, isDeletedAlready: boolean): Promise<Applied> {
  switch (op.entity) {
    case 'set':
      return applySetOp(ctx, athleteId, changeOf('set', op, isDeletedAlready))
    case 'workout':
      return applyWorkoutOp(ctx, athleteId, changeOf('workout', op, isDeletedAlready))
    case 'routine':
      return applyRoutineOp(ctx, athleteId, changeOf('routine', op, isDeletedAlready))
    case 'movement':
      return applyMovementOp(ctx, athleteId, changeOf('movement', op, isDeletedAlready))
  }
}

type Said<E extends SyncOp['entity'], K extends 'put' | 'patch'> = ReturnType<typeof fieldsOf<E, K>>

function changeOf<E extends SyncOp['entity'], Of extends string>(
  entity: E,
  op: TimedOp,
  isDeletedAlready: boolean,
): DeviceChange<Id<Of>, Said<E, 'put'>, Said<E, 'patch'>> {
  const stamp = (seen: Clocks) => stampOf(op.isHeldBack ? laterThan(seen, op.hlc) : op.hlc, op.deviceId)
  const whom = { id: op.entityId as Id<Of>, stamp }
  if (op.kind === 'delete') return { ...whom, change: { kind: 'delete' } }
  if (op.kind === 'put') return { ...whom, change: { kind: 'put', fields: fieldsOf(entity, 'put', op.fields), isDeletedAlready } }
  return { ...whom, change: { kind: 'patch', fields: fieldsOf(entity, 'patch', op.fields), takesDeletionBack: takesDeletionBack(op) } }
}
