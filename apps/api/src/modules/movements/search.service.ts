import { allowed, type LibraryMovement, library, searchMovements } from '@gymgenius/catalog'
import type { searchMovements as searchEndpoint } from '@gymgenius/contracts'
import type { z } from 'zod'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { constraintsOf } from './constraints.ts'
import { type KeptMovement, ownMovements } from './movements.repository.ts'
import { shown } from './shown.ts'

const USUAL = 20

/** What a lifter may mean by these words, best first, each with its reasons. */
export async function foundMovements(
  ctx: Ctx,
  actor: Athlete,
  { q, limit = USUAL, ...said }: z.output<typeof searchEndpoint.query>,
): Promise<z.input<typeof searchEndpoint.reply>> {
  const constraints = constraintsOf(said)
  const all = [...(await ownMovements(ctx.db, actor.athleteId)), ...library().movements].filter((movement) =>
    allowed(movement, constraints),
  )
  const named = searchMovements<LibraryMovement | KeptMovement>(q, all)
  return {
    items: named
      .slice(0, limit)
      .map((movement) => ({ movement: shown(movement), reasons: [{ code: 'name' }], explanation: 'the name fits' })),
    understood: [],
    searched: 'names_only',
  }
}
