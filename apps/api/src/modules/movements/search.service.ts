import { allowed, type Described, hitLine, hitReasons, libraryFinder, likingWords, meantMovements } from '@gymgenius/catalog'
import type { searchMovements as searchEndpoint } from '@gymgenius/contracts'
import type { z } from 'zod'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { constraintsOf } from './constraints.ts'
import { among, isReady, nearest, vectorOfQuestion } from './near.service.ts'
import { likedFirst, mineOf, whatISaid } from './my-word.service.ts'
import { ownShelf } from './own-shelf.ts'
import { shown } from './shown.ts'

const USUAL = 20

/** What a lifter may mean by these words, by name and by meaning, best first, each with its reasons. Opens its own unit: a model may be asked first. */
export async function foundMovements(
  ctx: Ctx,
  actor: Athlete,
  { q, limit = USUAL, rules, ...said }: z.output<typeof searchEndpoint.query>,
): Promise<z.input<typeof searchEndpoint.reply>> {
  const finder = libraryFinder()
  const asked = finder.ask(q)
  const question = await vectorOfQuestion(ctx, q, asked)
  return actingAs(ctx, actor, async (ctx) => {
    const constraints = await constraintsOf(ctx, actor.athleteId, said)
    const own = await ownShelf(ctx, actor.athleteId)
    const all: readonly Described[] = [...own, ...finder.movements].filter((movement) => allowed(movement, constraints))
    // A model whose vectors are still being made is as good as away.
    const isUsable = question.kind === 'built_in' || (await isReady(ctx, question.space))
    const usable = isUsable ? question : { space: finder.space, kind: 'built_in' as const, vector: asked.vector }
    const near = among(await nearest(ctx, actor, usable), all)
    const word = await whatISaid(ctx, actor.athleteId)
    const found = likedFirst(meantMovements(asked, q, all, near, finder), word)
    const left = rules === 'mark' ? found : found.filter(({ movement }) => word.verdictOf(movement).allowed)
    const hits = left.slice(0, limit)
    // Of those that would have stood among these, so that the number says something.
    const leftOut = found.slice(0, limit).filter((hit) => !left.includes(hit)).length
    const { facets, sparedJoints, named, intent } = asked
    return {
      items: hits.map(({ movement, isNamed }) => {
        const reasons = hitReasons(asked, movement, finder.featuresOf(movement), isNamed)
        const liking = word.likingOf(movement.id)
        const mine = mineOf(word, movement)
        return {
          movement: shown(movement),
          reasons: reasons.map((reason) => ({ ...reason })),
          explanation: liking === undefined ? hitLine(reasons) : `${likingWords[liking]}, ${hitLine(reasons)}`,
          ...(mine === undefined ? {} : { mine }),
        }
      }),
      understood: {
        asked: facets.map(({ said }) => said),
        spare: [...sparedJoints],
        ...(named === undefined ? {} : { named: { id: named.id, name: named.name } }),
        ...(intent === undefined ? {} : { intent }),
      },
      foundBy: usable.kind,
      leftOut,
    }
  })
}
