import { Problem } from '@gymgenius/contracts'
import type { ImportId, Instant } from '@gymgenius/domain'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { routineMovements, trainedMovements, undoImportedWorkouts } from '../logging/index.ts'
import { undoCustomMovements } from '../movements/index.ts'
import { dropPreview, forgetFile, lockImport, setStatus } from './imports.repository.ts'

/** Takes a whole batch back: what was imported, and nothing the lifter added since. Undone twice is undone once. */
export const undoImport = (ctx: Ctx, actor: Athlete, id: ImportId): Promise<void> => actingAs(ctx, actor, (ctx) => undo(ctx, actor, id))

async function undo(ctx: Ctx, actor: Athlete, id: ImportId): Promise<void> {
  const { athleteId } = actor
  const record = await lockImport(ctx.db, athleteId, id)
  if (record === undefined) throw new Problem('imports.not_found', { id })
  if (record.status === 'committing') throw new Problem('imports.not_ready', { id, status: record.status })
  if (record.status === 'undone') return
  if (record.status === 'previewed') return dropPreview(ctx.db, athleteId, id)
  await takeBack(ctx, actor, id)
  await setStatus(ctx.db, athleteId, id, 'undone', { finishedAt: ctx.clock.now() })
  await forgetFile(ctx.db, athleteId, id)
}

/** Everything of a batch, in one unit; movements that a set or a routine still uses stay. */
export async function takeBack(ctx: Ctx, actor: Athlete, id: ImportId): Promise<void> {
  const { athleteId } = actor
  await undoImportedWorkouts(ctx, athleteId, id)
  const trained = await trainedMovements(ctx, athleteId, 0 as Instant)
  const used = [...trained.map(({ movementId }) => movementId), ...(await routineMovements(ctx, athleteId))]
  await undoCustomMovements(ctx, athleteId, id, used)
}
