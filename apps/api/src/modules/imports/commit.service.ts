import { type Import, Problem } from '@gymgenius/contracts'
import type { AthleteId, ImportId, LoginSessionId } from '@gymgenius/domain'
import { actingAs, announce, type Athlete, type Ctx, request } from '../../platform/context.ts'
import { refreshStatistics } from '../../platform/database.ts'
import { batchOf } from './batches.ts'
import type { ReadWorkout } from './formats/logbook.ts'
import {
  fileOf,
  findImport,
  forgetFile,
  type ImportRecord,
  lockImport,
  type Mapping,
  setProgress,
  setStatus,
} from './imports.repository.ts'
import { existingSetKeys, insertImportedWorkouts } from '../logging/index.ts'
import { refuseUnknownChoices, settledTargets, type Target } from './matching.ts'
import { shownTarget, windowOf } from './preview.service.ts'
import { type OpenBook, withBook } from './reading.ts'
import { shown } from './shown.ts'
import { takeBack } from './undo.service.ts'

/** Up to so many sets are written while the caller waits; more are written in the background. */
const WHILE_WAITING = 5000
/** Sets written in one unit: other requests take their turn between units. */
const PORTION = 500
/** After so many sets, and each time there are four times as many, the planner is told how the tables look now. */
const FIRST_LOOK = 2000
/** When to look whether a commit that somebody waited for was cut off. */
const SECOND_LOOK_MS = 120_000

/** Keeps an import as one batch. Asked again, it changes nothing and tells how far the batch is. */
export async function commitImport(ctx: Ctx, actor: Athlete, id: ImportId, choices: Mapping = {}): Promise<Import> {
  const { athleteId } = actor
  const begun = await actingAs(ctx, actor, async (ctx) => {
    const record = await lockImport(ctx.db, athleteId, id)
    if (record === undefined) throw new Problem('imports.not_found', { id })
    if (record.status === 'undone') throw new Problem('imports.not_ready', { id, status: record.status })
    if (record.status !== 'previewed' && record.status !== 'failed') return undefined
    await refuseUnknownChoices(ctx, athleteId, choices)
    await setStatus(ctx.db, athleteId, id, 'committing', { mapping: choices, progress: 0, attempt: record.attempt + 1 })
    const waits = record.preview.sets <= WHILE_WAITING
    await request(ctx, 'imports.commit', { athleteId, importId: id }, waits ? SECOND_LOOK_MS : 0)
    return { waits }
  })
  if (begun?.waits === true) await writeImport(ctx, athleteId, id)
  return actingAs(ctx, actor, async (ctx) => shown((await findImport(ctx.db, athleteId, id))!))
}

/** Writes a batch that was asked for, from wherever an earlier try left it. When it cannot, nothing of it stays. */
export async function writeImport(ctx: Ctx, athleteId: AthleteId, id: ImportId): Promise<void> {
  const actor = inTheNameOf(athleteId)
  const asked = await actingAs(ctx, actor, async (ctx) => {
    const record = await findImport(ctx.db, athleteId, id)
    return record?.status === 'committing' ? { record, bytes: await fileOf(ctx.db, athleteId, id) } : undefined
  })
  if (asked === undefined) return
  const { record, bytes } = asked
  try {
    if (bytes === undefined) throw new Error('The file of the import is gone')
    const { unit, timeZone, dateOrder, createdAt } = record
    await withBook(bytes, { unit, settingsUnit: unit, timeZone, dateOrder, now: createdAt }, (book) => writeBook(ctx, actor, record, book))
  } catch (error) {
    ctx.log.error({ err: error, importId: id }, 'an import could not be kept')
    await takeBack(ctx, actor, id)
    await actingAs(ctx, actor, (ctx) =>
      setStatus(ctx.db, athleteId, id, 'failed', { failure: 'The import broke off; nothing of it was kept' }),
    )
  }
}

async function writeBook(ctx: Ctx, actor: Athlete, record: ImportRecord, book: OpenBook): Promise<void> {
  const { athleteId } = actor
  const { id, mapping, preview } = record
  const names = book.summary.movements.map(({ name }) => name)
  const targets = await actingAs(ctx, actor, (ctx) => settledTargets(ctx, athleteId, id, names, mapping))
  let written = 0
  let duplicates = 0
  let lookAgainAt = FIRST_LOOK
  for await (const workouts of book.portions(PORTION)) {
    const portion = await actingAs(ctx, actor, (ctx) => writePortion(ctx, athleteId, record, workouts, targets, written))
    written += portion.written
    duplicates += portion.duplicates
    if (written < lookAgainAt) continue
    await refreshStatistics(ctx.db)
    lookAgainAt = written * 4
  }
  await actingAs(ctx, actor, async (ctx) => {
    const movements = preview.movements.map(({ name, sets }) => ({ name, ...shownTarget(targets.get(name)!), sets }))
    const finishedAt = ctx.clock.now()
    await setStatus(ctx.db, athleteId, id, 'committed', { progress: written, finishedAt, preview: { ...preview, duplicates, movements } })
    await forgetFile(ctx.db, athleteId, id)
    await announce(ctx, 'imports.import_finished', { athleteId, importId: id })
  })
}

async function writePortion(
  ctx: Ctx,
  athleteId: AthleteId,
  { id, attempt }: ImportRecord,
  workouts: readonly ReadWorkout[],
  targets: ReadonlyMap<string, Target>,
  before: number,
): Promise<{ written: number; duplicates: number }> {
  const record = await lockImport(ctx.db, athleteId, id)
  if (record?.status !== 'committing') throw new Error('The import was ended by somebody else')
  const known = await existingSetKeys(ctx, athleteId, ...windowOf(workouts), id)
  const batch = batchOf({ importId: id, attempt }, workouts, (name) => targets.get(name)?.movement, known)
  if (batch.sets.length > 0) await insertImportedWorkouts(ctx, athleteId, id, batch)
  await setProgress(ctx.db, athleteId, id, before + batch.sets.length)
  return { written: batch.sets.length, duplicates: batch.duplicates }
}

/** Work that goes on when nobody is signed in any more has its owner's rights, and no sign-in. */
export const inTheNameOf = (athleteId: AthleteId): Athlete => ({
  kind: 'athlete',
  athleteId,
  loginSessionId: athleteId as string as LoginSessionId,
})
