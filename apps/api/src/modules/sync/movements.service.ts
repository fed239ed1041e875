import { type createMovement as createEndpoint, type Movement, type OutputOf, Problem } from '@gymgenius/contracts'
import type { AthleteId, MovementId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import type { Applied, Clocks, DeviceChange } from '../logging/index.ts'
import { changeMovement, makeMovement, movementChangesSince, movementFor, movementShown, removeMovement } from '../movements/index.ts'

/** One of the lifter's own movements as it is now, under the number of its newest change. */
export interface MovementMoved {
  readonly seq: number
  readonly clocks: Clocks
  readonly of: 'movements'
  readonly row: Movement | { readonly id: MovementId; readonly deleted: true }
}

type Said = Omit<OutputOf<typeof createEndpoint, 'body'>, 'id'>
type Patch = { readonly [K in keyof Said]?: Said[K] | undefined }

/** Applies what a device says of a movement of the lifter's own. These are written rarely: the last to arrive wins. */
export async function applyMovementOp(
  ctx: Ctx,
  athleteId: AthleteId,
  { id, change }: DeviceChange<MovementId, Said, Patch>,
): Promise<Applied> {
  const isThere = (await movementFor(ctx, athleteId, id)) !== undefined
  if (change.kind === 'delete') {
    if (isThere) await removeMovement(ctx, athleteId, id)
  } else if (change.kind === 'patch') {
    await changeMovement(ctx, athleteId, id, spoken(change.fields))
  } else if (change.isDeletedAlready) {
    return { outcome: 'superseded' }
  } else {
    const made = await makeMovement(ctx, athleteId, { ...change.fields, id })
    if (made === undefined) throw new Problem('logging.id_taken')
  }
  return { outcome: 'applied' }
}

export async function movementsSince(ctx: Ctx, athleteId: AthleteId, seq: number, limit: number): Promise<MovementMoved[]> {
  const changes = await movementChangesSince(ctx, athleteId, seq, limit)
  return changes.map((change) => ({
    seq: change.changeSeq,
    clocks: {},
    of: 'movements',
    row: 'movement' in change ? movementShown({ ...change.movement, isCustom: true }) : { id: change.id, deleted: true },
  }))
}

const spoken = (fields: Patch) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof Said]?: Exclude<Said[K], undefined>
  }
