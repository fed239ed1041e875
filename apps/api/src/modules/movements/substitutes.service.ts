import { allowed, type LibraryMovement, library, likenessLine, likenessReasons, likestFirst } from '@gymgenius/catalog'
import { Problem, type substituteMovements } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import type { z } from 'zod'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { constraintsOf, together } from './constraints.ts'
import type { KeptMovement } from './movements.repository.ts'
import { ownShelf } from './own-shelf.ts'
import { seen } from './movements.service.ts'
import { closedNow } from './rules.service.ts'
import { shown } from './shown.ts'

const USUAL = 10

/** What may stand in for a movement under what the lifter has and what hurts, the likest first; what shares nothing is left out. */
export async function substitutesFor(
  ctx: Ctx,
  actor: Athlete,
  id: MovementId,
  { limit = USUAL, ...said }: z.output<typeof substituteMovements.query>,
): Promise<z.input<typeof substituteMovements.reply>> {
  const movement = await seen(ctx, actor.athleteId, id)
  if (movement === undefined) throw new Problem('movements.not_found', { movementId: id })
  const own = await ownShelf(ctx, actor.athleteId)
  const constraints = together(await constraintsOf(ctx, actor.athleteId, said), await closedNow(ctx, actor.athleteId))
  const others = [...own, ...library().movements].filter((other) => allowed(other, constraints))
  const likest = likestFirst<LibraryMovement | KeptMovement>(movement, others).filter(({ likeness }) => likeness > 0)
  return {
    items: likest.slice(0, limit).map(({ movement: other, likeness }) => {
      const reasons = likenessReasons(movement, other)
      return { movement: shown(other), likeness, reasons: reasons.map((reason) => ({ ...reason })), explanation: likenessLine(reasons) }
    }),
  }
}
