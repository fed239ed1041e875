import { type Gym, type GymChange, Problem } from '@gymgenius/contracts'
import type { AthleteId, GymId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { changeGym, gymChangesSince, makeGym, removeGym } from '../equipment/index.ts'
import type { Applied, Clocks, DeviceChange } from '../logging/index.ts'

/** A gym as it is now, under the number of its newest change. */
export interface GymMovedHere {
  readonly seq: number
  readonly clocks: Clocks
  readonly of: 'gyms'
  readonly row: Gym | { readonly id: GymId; readonly deleted: true }
}

/** Applies what a device says of a gym. These are written rarely: the last to arrive wins. */
export async function applyGymOp(
  ctx: Ctx,
  athleteId: AthleteId,
  { id, change }: DeviceChange<GymId, GymChange, GymChange>,
): Promise<Applied> {
  if (change.kind === 'delete') {
    await removeGym(ctx, athleteId, id)
    return { outcome: 'applied' }
  }
  if (change.kind === 'put') {
    if (change.isDeletedAlready) return { outcome: 'superseded' }
    const made = await makeGym(ctx, athleteId, id, change.fields)
    if (made === 'not_theirs') throw new Problem('logging.id_taken')
    // Made before, and said anew.
    if (made === 'taken' && (await changeGym(ctx, athleteId, id, change.fields)) === undefined) return { outcome: 'superseded' }
    return { outcome: 'applied' }
  }
  if ((await changeGym(ctx, athleteId, id, change.fields, change.takesDeletionBack)) === undefined) {
    throw new Problem('equipment.gym_not_found')
  }
  return { outcome: 'applied' }
}

export async function gymsSince(ctx: Ctx, athleteId: AthleteId, seq: number, limit: number): Promise<GymMovedHere[]> {
  const changes = await gymChangesSince(ctx, athleteId, seq, limit)
  return changes.map(({ seq, row }) => ({ seq, clocks: {}, of: 'gyms', row }))
}
