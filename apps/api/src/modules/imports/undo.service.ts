import { Problem } from '@gymgenius/contracts'
import type { AthleteId, ImportId, Instant, WorkoutId } from '@gymgenius/domain'
import { actingAs, type Athlete, type Ctx, request } from '../../platform/context.ts'
import { writingMuch } from '../../platform/long-writes.ts'
import { letOthersFirst } from '../../platform/others-first.ts'
import { routineMovements, trainedMovements, undoImportedWorkouts, workoutsOfImport } from '../logging/index.ts'
import { undoCustomMovements } from '../movements/index.ts'
import { takeBelongingsBack } from './belongings.service.ts'
import { giveSettingsBack } from './brought-settings.ts'
import { dropPreview, findImport, forgetFile, type ImportRecord, lockImport, noteTakenBack, setStatus } from './imports.repository.ts'
import { inTheNameOf, portionSizer, SECOND_LOOK_MS, unitFor, WHILE_WAITING } from './portions.ts'

/**
 * Takes a whole batch back: what was imported, and nothing the lifter added since. Undone twice is undone once. A large one is taken
 * back in the background; true when that is still to come.
 */
export async function undoImport(ctx: Ctx, actor: Athlete, id: ImportId): Promise<boolean> {
  const { athleteId } = actor
  const { status, waits } = await actingAs(ctx, actor, async (ctx) => {
    const record = await lockImport(ctx.db, athleteId, id)
    if (record === undefined) throw new Problem('imports.not_found', { id })
    const { status, preview } = record
    const waits = preview.sets <= WHILE_WAITING
    if (status === 'committing') throw new Problem('imports.not_ready', { id, status })
    if (status === 'previewed') await dropPreview(ctx.db, athleteId, id)
    if (status === 'committed' || status === 'failed') {
      await setStatus(ctx.db, athleteId, id, 'undoing', { progress: 0 })
      await request(ctx, 'imports.undo', { athleteId, importId: id }, waits ? SECOND_LOOK_MS : 0)
    }
    return { status, waits }
  })
  if (status === 'previewed' || status === 'undone') return false
  if (waits) await finishUndo(ctx, athleteId, id)
  return !waits
}

/** Takes back what is left of a batch that is being taken back, from wherever an earlier try left it. */
export async function finishUndo(ctx: Ctx, athleteId: AthleteId, id: ImportId): Promise<void> {
  const actor = inTheNameOf(athleteId)
  const record = await actingAs(ctx, actor, (ctx) => findImport(ctx.db, athleteId, id))
  if (record?.status !== 'undoing') return
  await takeBack(ctx, actor, record)
  await actingAs(ctx, actor, async (ctx) => {
    await setStatus(ctx.db, athleteId, id, 'undone', { finishedAt: ctx.clock.now() })
    await forgetFile(ctx.db, athleteId, id)
  })
}

/** Everything of a batch; movements that a set or a routine still uses stay. Cut off, it is taken up where it was left. */
export async function takeBack(ctx: Ctx, actor: Athlete, record: ImportRecord): Promise<void> {
  const { athleteId } = actor
  const { id, attempt, preview } = record
  await writingMuch(athleteId, () => takeWorkoutsBack(ctx, actor, record))
  if (preview.also !== undefined) await takeBelongingsBack(ctx, actor, { importId: id, attempt }, preview.also)
  await giveSettingsBack(ctx, actor, record)
  await actingAs(ctx, actor, async (ctx) => {
    const trained = await trainedMovements(ctx, athleteId, 0 as Instant)
    const used = [...trained.map(({ movementId }) => movementId), ...(await routineMovements(ctx, athleteId))]
    await undoCustomMovements(ctx, athleteId, id, used)
  })
}

/** Some workouts a unit, with all their sets: a workout is then written once, and nothing that is gone is looked through again. */
async function takeWorkoutsBack(ctx: Ctx, actor: Athlete, { id, preview }: ImportRecord): Promise<void> {
  const { athleteId } = actor
  const portion = portionSizer(unitFor(ctx))
  const take = async (among?: readonly WorkoutId[]) => {
    await letOthersFirst()
    const begunAt = performance.now()
    const { sets, workouts } = await actingAs(ctx, actor, async (ctx) => {
      const taken = await undoImportedWorkouts(ctx, athleteId, id, among ?? portion.size())
      await noteTakenBack(ctx.db, athleteId, id, taken.sets)
      return taken
    })
    portion.took(performance.now() - begunAt)
    return sets + workouts
  }
  const workouts = await actingAs(ctx, actor, (ctx) => workoutsOfImport(ctx, athleteId, id))
  const setsEach = Math.max(1, preview.sets / Math.max(1, preview.workouts))
  for (let from = 0; from < workouts.length;) {
    const to = from + Math.max(1, Math.round(portion.size() / setsEach))
    await take(workouts.slice(from, to))
    from = to
  }
  // What went into workouts that were there before.
  for (let taken = 1; taken > 0;) taken = await take()
}
