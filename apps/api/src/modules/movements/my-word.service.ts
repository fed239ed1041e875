import { headStart, likingIn, type LikingOf, type Verdict, verdictOn } from '@gymgenius/catalog'
import type { MyWord } from '@gymgenius/contracts'
import { type AthleteId, isoOf, type Movement } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { rulesAndHearts } from './rules.repository.ts'
import { livePains } from './rules.service.ts'

/** What the lifter's rules, hearts and pains say of any movement now. */
export interface WhatISaid {
  readonly verdictOf: (movement: Movement) => Verdict
  readonly likingOf: LikingOf
}

/** Read once for a whole list. */
export async function whatISaid(ctx: Ctx, athleteId: AthleteId): Promise<WhatISaid> {
  const { rules: movements, hearts: favourites } = await rulesAndHearts(ctx.db, athleteId)
  const pains = await livePains(ctx, athleteId)
  const now = ctx.clock.now()
  return {
    verdictOf: (movement) => verdictOn(movement, { movements, pains }, now),
    likingOf: likingIn(movements, favourites),
  }
}

/** The same as it is answered; undefined where nothing was said of the movement. */
export function mineOf({ verdictOf, likingOf }: WhatISaid, movement: Movement): MyWord | undefined {
  const { allowed, capped, reasons } = verdictOf(movement)
  const liking = likingOf(movement.id)
  if (reasons.length === 0 && liking === undefined) return undefined
  return {
    allowed,
    capped,
    reasons: [
      ...reasons.map((reason) => (reason.code === 'pain' ? { ...reason, until: isoOf(reason.until) } : { ...reason })),
      ...(liking === undefined ? [] : [{ code: 'liked', liking }]),
    ],
  }
}

/** The hits with those that the lifter likes further up; the order of the others stays. */
export const likedFirst = <H extends { readonly movement: Movement; readonly score: number }>(
  hits: readonly H[],
  { likingOf }: WhatISaid,
): readonly H[] => {
  const worth = ({ movement, score }: H) => score * headStart(likingOf(movement.id))
  return hits.some(({ movement }) => likingOf(movement.id) !== undefined) ? hits.toSorted((a, b) => worth(b) - worth(a)) : hits
}
