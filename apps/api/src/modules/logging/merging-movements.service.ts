import type { MergedMovement } from '@gymgenius/contracts'
import type { AthleteId, MovementId, RoutineId } from '@gymgenius/domain'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Athlete, Ctx } from '../../platform/context.ts'
import { mergeable, mergeAway, unmerge } from '../movements/index.ts'
import { countSetsOf, moveSets, routinesWith } from './merging-movements.repository.ts'
import { findRoutine, updateRoutine } from './routines.repository.ts'

/**
 * A movement of the lifter's own turns out to be another: its sets, plans, rules and name become the other's, in one unit. Every set
 * takes a number of its own, so devices fetch it, and what is believed is read again from the first of them. It can be taken back.
 */
export async function mergeMovement(ctx: Ctx, { athleteId }: Athlete, from: MovementId, into: MovementId): Promise<MergedMovement> {
  const own = await mergeable(ctx, athleteId, from, into)
  const routineIds = await routinesWith(ctx.db, athleteId, from)
  const sets = await countSetsOf(ctx.db, athleteId, from)
  const firstSeq = (await nextChangeSeq(ctx, athleteId, sets)) - sets + 1
  const setIds = await moveSets(ctx.db, athleteId, { from, into, firstSeq, at: ctx.clock.now() })
  const replaced: RoutineId[] = []
  for (const id of routineIds) if (await replaceIn(ctx, athleteId, id, from, into)) replaced.push(id)
  await mergeAway(ctx, athleteId, own, { from, into, setIds, routineIds: replaced })
  return { movementId: into, sets: setIds.length, routines: routineIds.length }
}

/** Takes a merge back: what came with the movement goes with it, and what was done with the other stays there. */
export async function unmergeMovement(ctx: Ctx, { athleteId }: Athlete, from: MovementId): Promise<MergedMovement> {
  const { into, setIds, routineIds } = await unmerge(ctx, athleteId, from)
  const sets = await countSetsOf(ctx.db, athleteId, into, setIds)
  const firstSeq = (await nextChangeSeq(ctx, athleteId, sets)) - sets + 1
  const back = await moveSets(ctx.db, athleteId, { from: into, into: from, ids: setIds, firstSeq, at: ctx.clock.now() })
  for (const id of routineIds) await replaceIn(ctx, athleteId, id, into, from)
  return { movementId: from, sets: back.length, routines: routineIds.length }
}

/** False where the routine had both: then nobody can say later which of its items was which. */
async function replaceIn(ctx: Ctx, athleteId: AthleteId, id: RoutineId, from: MovementId, into: MovementId): Promise<boolean> {
  const routine = await findRoutine(ctx.db, athleteId, id)
  if (routine === undefined) return false
  const hadBoth = routine.items.some(({ movementId }) => movementId === into)
  const items = routine.items.map((item) => (item.movementId === from ? { ...item, movementId: into } : item))
  await updateRoutine(ctx.db, athleteId, { ...routine, items }, await nextChangeSeq(ctx, athleteId), ctx.clock.now())
  return !hadBoth
}
