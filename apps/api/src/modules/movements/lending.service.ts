import type { AthleteId, Movement, MovementId } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { movementsByIds, ownMovements } from './movements.repository.ts'
import { makeMovement } from './movements.service.ts'

/** A movement that somebody made and lends with a plan: what it is, and no more. */
export type LentMovement = Omit<Movement, 'aliases'>

/** Those of these ids that are this lifter's own, and still there. Asked as the system: the plan that names them is shared. */
export async function lentMovements(ctx: Ctx, lender: AthleteId, ids: Iterable<MovementId>): Promise<LentMovement[]> {
  const movements = await movementsByIds(ctx.db, lender, [...new Set(ids)])
  return movements.filter(({ isCustom, isDeleted }) => isCustom && !isDeleted)
}

/**
 * Makes what was lent the lifter's own: one of theirs by the same name and of the same kind stands in, else a movement like it is made. By the id that it
 * was lent under.
 */
export async function borrowMovements(
  ctx: Ctx,
  athleteId: AthleteId,
  lent: readonly LentMovement[],
): Promise<Map<MovementId, LentMovement>> {
  if (lent.length === 0) return new Map()
  const own = (await ownMovements(ctx.db, athleteId)).filter(({ isDeleted }) => !isDeleted)
  const borrowed = new Map<MovementId, LentMovement>()
  for (const { id, name, pattern, equipment, laterality, loadKind, muscles, baseId } of lent) {
    const alike = own.find((one) => one.name.toLowerCase() === name.toLowerCase() && one.pattern === pattern && one.equipment === equipment)
    const like = { name, pattern, equipment, laterality, loadKind, muscles: [...muscles], ...(baseId !== undefined && { baseId }) }
    const made = alike ?? (await makeMovement(ctx, athleteId, like))
    if (made !== undefined) borrowed.set(id, { ...like, id: made.id as MovementId, name: made.name })
  }
  return borrowed
}
