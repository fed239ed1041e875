import { Problem } from '@gymgenius/contracts'
import type { ImportId, Instant } from '@gymgenius/domain'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { writingMuch } from '../../platform/long-writes.ts'
import { routineMovements, trainedMovements, undoImportedWorkouts } from '../logging/index.ts'
import { undoCustomMovements } from '../movements/index.ts'
import { takeBelongingsBack } from './belongings.service.ts'
import { dropPreview, forgetFile, type ImportRecord, lockImport, setStatus } from './imports.repository.ts'

/** Sets taken back in one unit: other requests take their turn between units. Smaller ones look for the rest too often. */
const PORTION = 500

/** Takes a whole batch back: what was imported, and nothing the lifter added since. Undone twice is undone once. */
export async function undoImport(ctx: Ctx, actor: Athlete, id: ImportId): Promise<void> {
  const { athleteId } = actor
  const record = await actingAs(ctx, actor, async (ctx) => {
    const record = await lockImport(ctx.db, athleteId, id)
    if (record === undefined) throw new Problem('imports.not_found', { id })
    if (record.status === 'committing') throw new Problem('imports.not_ready', { id, status: record.status })
    if (record.status === 'previewed') await dropPreview(ctx.db, athleteId, id)
    return record
  })
  if (record.status === 'previewed' || record.status === 'undone') return
  await takeBack(ctx, actor, record)
  await actingAs(ctx, actor, async (ctx) => {
    await setStatus(ctx.db, athleteId, id, 'undone', { finishedAt: ctx.clock.now() })
    await forgetFile(ctx.db, athleteId, id)
  })
}

/** Everything of a batch; movements that a set or a routine still uses stay. Cut off, it is taken up where it was left. */
export async function takeBack(ctx: Ctx, actor: Athlete, { id, attempt, preview }: ImportRecord): Promise<void> {
  const { athleteId } = actor
  await writingMuch(athleteId, () => takeWorkoutsBack(ctx, actor, id))
  if (preview.also !== undefined) await takeBelongingsBack(ctx, actor, { importId: id, attempt }, preview.also)
  await actingAs(ctx, actor, async (ctx) => {
    const trained = await trainedMovements(ctx, athleteId, 0 as Instant)
    const used = [...trained.map(({ movementId }) => movementId), ...(await routineMovements(ctx, athleteId))]
    await undoCustomMovements(ctx, athleteId, id, used)
  })
}

async function takeWorkoutsBack(ctx: Ctx, actor: Athlete, id: ImportId): Promise<void> {
  for (;;) {
    const taken = await actingAs(ctx, actor, (ctx) => undoImportedWorkouts(ctx, actor.athleteId, id, PORTION))
    if (taken === 0) return
  }
}
