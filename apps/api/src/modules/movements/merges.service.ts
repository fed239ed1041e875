import { Problem } from '@gymgenius/contracts'
import { type AthleteId, dateOf, type Movement, type MovementId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Ctx } from '../../platform/context.ts'
import { libraryMovement } from './library-movements.ts'
import { dropMerge, findMerge, insertMerge, type Merge, mergesOf, moveLikings } from './merges.repository.ts'
import { deleteOwn, movementsByIds, restoreOwn } from './movements.repository.ts'
import { movementFor } from './movements.service.ts'
import { forget, pointElsewhere } from './remembered-names.repository.ts'
import { rememberNames } from './remembered-names.service.ts'

export type { Merge } from './merges.repository.ts'

/** Refuses what cannot be one movement, before anything is moved. Answers the movement that goes. */
export async function mergeable(ctx: Ctx, athleteId: AthleteId, from: MovementId, into: MovementId): Promise<Movement> {
  const [own] = libraryMovement(from) === undefined ? await movementsByIds(ctx.db, athleteId, [from]) : []
  if (own === undefined || own.isDeleted || !own.isCustom) throw new Problem('movements.not_found', { movementId: from })
  const other = await movementFor(ctx, athleteId, into)
  if (other === undefined) throw new Problem('movements.unknown', { movementId: into })
  if (from === into) throw new Problem('movements.cannot_merge', { because: 'same_movement' })
  // Kilograms of help are not kilograms of load: their sets cannot stand in one history.
  if ((own.loadKind === 'assisted') !== (other.loadKind === 'assisted'))
    throw new Problem('movements.cannot_merge', { because: 'load_kind' })
  return own
}

/** The movement leaves the lists; its name, rules and hearts follow to the other, and what its sets were is written down. */
export async function mergeAway(ctx: Ctx, athleteId: AthleteId, own: Movement, merge: Merge): Promise<void> {
  const now = ctx.clock.now()
  await dropMerge(ctx.db, athleteId, merge.from) // of an earlier merge that was taken back by hand
  await insertMerge(ctx.db, athleteId, merge, now)
  await moveLikings(ctx.db, athleteId, merge.from, merge.into)
  await pointElsewhere(ctx.db, athleteId, merge.from, merge.into)
  await rememberNames(ctx, athleteId, { [own.name]: merge.into })
  await deleteOwn(ctx.db, athleteId, [merge.from], await nextChangeSeq(ctx, athleteId), dateOf(now))
}

/** Brings a merged movement back, and answers what was moved with it. */
export async function unmerge(ctx: Ctx, athleteId: AthleteId, from: MovementId): Promise<Merge> {
  const merge = await findMerge(ctx.db, athleteId, from)
  if (merge === undefined) throw new Problem('movements.not_found', { movementId: from })
  if ((await findMerge(ctx.db, athleteId, merge.into)) !== undefined) throw new Problem('movements.cannot_merge', { because: 'merged_on' })
  const [own] = await movementsByIds(ctx.db, athleteId, [from])
  await restoreOwn(ctx.db, athleteId, from, await nextChangeSeq(ctx, athleteId))
  await dropMerge(ctx.db, athleteId, from)
  await forget(ctx.db, athleteId, [own!.name.trim().replaceAll(/\s+/g, ' ').toLowerCase()])
  return merge
}

const MOST_STEPS = 10

/** The movement that a set or a plan of this id is of now: a phone that was away may still say the one that was merged. */
export async function settledMovement(ctx: Ctx, athleteId: AthleteId, id: MovementId): Promise<MovementId> {
  let settled = id
  for (let step = 0; step < MOST_STEPS && libraryMovement(settled) === undefined; step++) {
    const merge = await findMerge(ctx.db, athleteId, settled)
    if (merge === undefined) return settled
    settled = merge.into
  }
  return settled
}

/** The movement of this id, or the one it was merged into. The usual one costs no more than looking it up. */
export async function movementNow(ctx: Ctx, athleteId: AthleteId, id: MovementId): Promise<Movement | undefined> {
  const movement = await movementFor(ctx, athleteId, id)
  if (movement !== undefined) return movement
  const settled = await settledMovement(ctx, athleteId, id)
  return settled === id ? undefined : movementFor(ctx, athleteId, settled)
}

export async function mergesCopy(ctx: Ctx, athleteId: AthleteId) {
  const merges = await mergesOf(ctx.db, athleteId)
  return {
    movementMerges: merges.map(({ from, into, setIds }): { from: MovementId; into: MovementId; sets: number } => ({
      from,
      into,
      sets: setIds.length,
    })),
  }
}
