import { allowed, type LibraryMovement, library, likeness, likenessLine, likenessReasons, likestFirst } from '@gymgenius/catalog'
import { Problem, type substituteMovements } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import type { z } from 'zod'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { constraintsOf } from './constraints.ts'
import type { KeptMovement } from './movements.repository.ts'
import { ownShelf } from './own-shelf.ts'
import { seen } from './movements.service.ts'
import { mineOf, whatISaid } from './my-word.service.ts'
import { shown } from './shown.ts'

const USUAL = 10

/** What may stand in for a movement under what the lifter has and what hurts, the likest first; what shares nothing is left out. */
export async function substitutesFor(
  ctx: Ctx,
  actor: Athlete,
  id: MovementId,
  { limit = USUAL, rules, ...said }: z.output<typeof substituteMovements.query>,
): Promise<z.input<typeof substituteMovements.reply>> {
  const movement = await seen(ctx, actor.athleteId, id)
  if (movement === undefined) throw new Problem('movements.not_found', { movementId: id })
  const own = await ownShelf(ctx, actor.athleteId)
  const constraints = await constraintsOf(ctx, actor.athleteId, said)
  const word = await whatISaid(ctx, actor.athleteId)
  const possible = [...own, ...library().movements].filter((other) => allowed(other, constraints) && likeness(movement, other) > 0)
  const others = rules === 'mark' ? possible : possible.filter((other) => word.verdictOf(other).allowed)
  const likest = likestFirst<LibraryMovement | KeptMovement>(movement, others, [], word.likingOf)
  return {
    items: likest.slice(0, limit).map(({ movement: other, likeness, liking }) => {
      const reasons = likenessReasons(movement, other, liking)
      const mine = mineOf(word, other)
      return {
        movement: shown(other),
        likeness,
        reasons: reasons.map((reason) => ({ ...reason })),
        explanation: likenessLine(reasons),
        ...(mine === undefined ? {} : { mine }),
      }
    }),
    leftOut: possible.length - others.length,
  }
}
