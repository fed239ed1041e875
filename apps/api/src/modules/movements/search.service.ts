import { allowed, type Described, hitLine, hitReasons, libraryFinder, meantMovements } from '@gymgenius/catalog'
import type { searchMovements as searchEndpoint } from '@gymgenius/contracts'
import type { z } from 'zod'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { constraintsOf } from './constraints.ts'
import { among, isReady, nearest, vectorOfQuestion } from './near.service.ts'
import { ownShelf } from './own-shelf.ts'
import { shown } from './shown.ts'

const USUAL = 20

/** What a lifter may mean by these words, by name and by meaning, best first, each with its reasons. Opens its own unit: a model may be asked first. */
export async function foundMovements(
  ctx: Ctx,
  actor: Athlete,
  { q, limit = USUAL, ...said }: z.output<typeof searchEndpoint.query>,
): Promise<z.input<typeof searchEndpoint.reply>> {
  const finder = libraryFinder()
  const asked = finder.ask(q)
  const question = await vectorOfQuestion(ctx, q, asked)
  return actingAs(ctx, actor, async (ctx) => {
    const constraints = await constraintsOf(ctx, actor.athleteId, said)
    const own = await ownShelf(ctx, actor.athleteId)
    const all: readonly Described[] = [...own, ...finder.movements].filter((movement) => allowed(movement, constraints))
    const byId = new Map(all.map((movement) => [movement.id, movement]))
    // A model whose vectors are still being made is as good as away.
    const isUsable = question.kind === 'built_in' || (await isReady(ctx, question.space))
    const usable = isUsable ? question : { space: finder.space, kind: 'built_in' as const, vector: asked.vector }
    const near = among(await nearest(ctx, actor, usable), byId)
    const hits = meantMovements(asked, q, all, near, finder).slice(0, limit)
    const { facets, sparedJoints, named, intent } = asked
    return {
      items: hits.map(({ movement, isNamed }) => {
        const reasons = hitReasons(asked, movement, finder.featuresOf(movement), isNamed)
        return { movement: shown(movement), reasons: reasons.map((reason) => ({ ...reason })), explanation: hitLine(reasons) }
      }),
      understood: {
        asked: facets.map(({ said }) => said),
        spare: [...sparedJoints],
        ...(named === undefined ? {} : { named: { id: named.id, name: named.name } }),
        ...(intent === undefined ? {} : { intent }),
      },
      foundBy: usable.kind,
    }
  })
}
