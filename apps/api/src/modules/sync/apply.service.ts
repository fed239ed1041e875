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
import { applyDiaryOp } from './diary.service.ts'
import { applyGymOp } from './gyms.service.ts'
import { applyMovementOp } from './movements.service.ts'
import { fieldsOf, takesDeletionBack } from './ops.ts'

/** A change whose clock was held against ours. One that runs too far ahead says only "late": it comes after what the record has seen. */
export type TimedOp = SyncOp & { readonly hlc: Hlc; readonly isHeldBack: boolean }

/** What a batch knows of an op's subject before it is applied. */
export interface Foreknown {
  /** It was told to be deleted before. */
  readonly isDeletedAlready: boolean
  /** The lifter has nothing of this id. */
  readonly isUnknown: boolean
}

export type Apply = (ctx: Ctx, athleteId: AthleteId) => Promise<Applied>

/** Reads what an op says, or throws a Problem; answers how the room that keeps such things applies it. */
export function applicationOf(op: TimedOp, known: Foreknown): Apply {
  switch (op.entity) {
    case 'set': {
      const change = changeOf<'set', 'performed_set'>('set', op, known)
      return (ctx, athleteId) => applySetOp(ctx, athleteId, change)
    }
    case 'workout': {
      const change = changeOf<'workout', 'workout'>('workout', op, known)
      return (ctx, athleteId) => applyWorkoutOp(ctx, athleteId, change)
    }
    case 'routine': {
      const change = changeOf<'routine', 'routine'>('routine', op, known)
      return (ctx, athleteId) => applyRoutineOp(ctx, athleteId, change)
    }
    case 'gym': {
      const change = changeOf<'gym', 'gym'>('gym', op, known)
      return (ctx, athleteId) => applyGymOp(ctx, athleteId, change)
    }
    case 'diary': {
      const change = changeOf<'diary', 'diary_entry'>('diary', op, known)
      return (ctx, athleteId) => applyDiaryOp(ctx, athleteId, change)
    }
    case 'movement': {
      const change = changeOf<'movement', 'movement'>('movement', op, known)
      return (ctx, athleteId) => applyMovementOp(ctx, athleteId, change)
    }
  }
}

type Said<E extends SyncOp['entity'], K extends 'put' | 'patch'> = ReturnType<typeof fieldsOf<E, K>>

function changeOf<E extends SyncOp['entity'], Of extends string>(
  entity: E,
  op: TimedOp,
  { isDeletedAlready, isUnknown }: Foreknown,
): DeviceChange<Id<Of>, Said<E, 'put'>, Said<E, 'patch'>> {
  const stamp = (seen: Clocks) => stampOf(op.isHeldBack ? laterThan(seen, op.hlc) : op.hlc, op.deviceId)
  const whom = { id: op.entityId as Id<Of>, isUnknown, stamp }
  if (op.kind === 'delete') return { ...whom, change: { kind: 'delete' } }
  if (op.kind === 'put') return { ...whom, change: { kind: 'put', fields: fieldsOf(entity, 'put', op.fields), isDeletedAlready } }
  return { ...whom, change: { kind: 'patch', fields: fieldsOf(entity, 'patch', op.fields), takesDeletionBack: takesDeletionBack(op) } }
}
