import { type Import, Problem } from '@gymgenius/contracts'
import type { AthleteId, ImportId, Instant, OpId } from '@gymgenius/domain'
import { actingAs, announce, type Athlete, type Ctx, request } from '../../platform/context.ts'
import { refreshStatistics } from '../../platform/database.ts'
import { refuseFullDisk } from '../../platform/disk.ts'
import { type Batch, batchOf } from './batches.ts'
import { bringBelongings, saidMovements } from './belongings.service.ts'
import type { NotUnderstood, ReadWorkout } from './formats/logbook.ts'
import {
  fileOf,
  findImport,
  forgetFile,
  giveLease,
  type ImportRecord,
  lockImport,
  type Mapping,
  renewLease,
  setStatus,
} from './imports.repository.ts'
import { writingMuch } from '../../platform/long-writes.ts'
import { letOthersFirst } from '../../platform/others-first.ts'
import { rememberNames } from '../movements/index.ts'
import { existingSetKeys, insertImportedWorkouts } from '../logging/index.ts'
import { refuseUnknownChoices, settledTargets, type Target } from './matching.ts'
import { inTheNameOf, portionSizer, SECOND_LOOK_MS, unitFor, WHILE_WAITING } from './portions.ts'
import type { Preview } from './preview.ts'
import { shownTarget, windowOf } from './preview.service.ts'
import { type OpenBook, withBook } from './reading.ts'
import { takeSettings } from './brought-settings.ts'
import { shown } from './shown.ts'
import { takeBack } from './undo.service.ts'

/** After so many sets, and each time there are four times as many, the planner is told how the tables look now. */
const FIRST_LOOK = 2000
/** A writer that says nothing for so long is taken for dead. Reading the file takes at most half of it. */
const LEASE_MS = 120_000

/** Keeps an import as one batch. Asked again, it changes nothing and tells how far the batch is. */
export async function commitImport(
  ctx: Ctx,
  actor: Athlete,
  id: ImportId,
  choices: Mapping = {},
  { takesSettings = false }: { readonly takesSettings?: boolean } = {},
): Promise<Import> {
  const { athleteId } = actor
  const begun = await actingAs(ctx, actor, async (ctx) => {
    const record = await lockImport(ctx.db, athleteId, id)
    if (record === undefined) throw new Problem('imports.not_found', { id })
    if (record.status === 'undone' || record.status === 'undoing') throw new Problem('imports.not_ready', { id, status: record.status })
    if (record.status !== 'previewed' && record.status !== 'failed') return undefined
    await refuseUnknownChoices(ctx, athleteId, choices)
    await rememberNames(ctx, athleteId, choices)
    const { settings } = record.preview.also ?? {}
    const settingsBefore = takesSettings && settings !== undefined ? await takeSettings(ctx, actor, settings) : {}
    await setStatus(ctx.db, athleteId, id, 'committing', { mapping: choices, progress: 0, attempt: record.attempt + 1, settingsBefore })
    const waits = record.preview.sets <= WHILE_WAITING
    await request(ctx, 'imports.commit', { athleteId, importId: id }, waits ? SECOND_LOOK_MS : 0)
    return { waits }
  })
  if (begun?.waits === true) await writeImport(ctx, athleteId, id)
  return actingAs(ctx, actor, async (ctx) => shown((await findImport(ctx.db, athleteId, id))!))
}

/**
 * Writes a batch that was asked for, from wherever an earlier try left it. When it cannot, nothing of it stays.
 * One writer at a time: whoever comes second leaves, and has it looked at again in case the first one dies.
 */
export async function writeImport(ctx: Ctx, athleteId: AthleteId, id: ImportId): Promise<void> {
  const actor = inTheNameOf(athleteId)
  const writer = ctx.ids.next<OpId>()
  const record = await actingAs(ctx, actor, (ctx) => takeLease(ctx, athleteId, id, writer))
  if (record === undefined) return
  try {
    const bytes = await actingAs(ctx, actor, (ctx) => fileOf(ctx.db, athleteId, id))
    if (bytes === undefined) throw new Error('The file of the import is gone')
    const { unit, timeZone, dateOrder, createdAt } = record
    await withBook(bytes, { unit, settingsUnit: unit, timeZone, dateOrder, now: createdAt }, (book) =>
      writingMuch(athleteId, () => writeBook(ctx, actor, { record, writer }, book)),
    )
  } catch (error) {
    if (error instanceof LeaseLost) return
    ctx.log.error({ err: error, importId: id }, 'an import could not be kept')
    await actingAs(ctx, actor, (ctx) => holdLease(ctx, athleteId, id, writer, 0))
    await takeBack(ctx, actor, record)
    const failure = 'The import broke off; nothing of it was kept'
    await actingAs(ctx, actor, (ctx) => setStatus(ctx.db, athleteId, id, 'failed', { failure }))
  }
}

interface Writing {
  readonly record: ImportRecord
  readonly writer: OpId
}

async function takeLease(ctx: Ctx, athleteId: AthleteId, id: ImportId, writer: OpId): Promise<ImportRecord | undefined> {
  const record = await lockImport(ctx.db, athleteId, id)
  if (record?.status !== 'committing') return undefined
  const now = ctx.clock.now()
  if (record.lease !== undefined && record.lease.until > now) {
    await request(ctx, 'imports.commit', { athleteId, importId: id }, record.lease.until - now)
    return undefined
  }
  await giveLease(ctx.db, athleteId, id, { by: writer, until: (now + LEASE_MS) as Instant })
  return record
}

/** Another writer took over, or the import was ended: what is written is theirs to finish. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

async function holdLease(ctx: Ctx, athleteId: AthleteId, id: ImportId, writer: OpId, progress: number): Promise<void> {
  const until = (ctx.clock.now() + LEASE_MS) as Instant
  if (!(await renewLease(ctx.db, athleteId, id, { by: writer, until }, progress))) throw new LeaseLost()
}

async function writeBook(ctx: Ctx, actor: Athlete, { record, writer }: Writing, book: OpenBook): Promise<void> {
  const { athleteId } = actor
  const { id, mapping, preview } = record
  const { belongings } = book.summary
  const said = belongings === undefined ? undefined : saidMovements(belongings)
  const names = [...new Set([...book.summary.movements.map(({ name }) => name), ...(said?.keys() ?? [])])]
  const targets = await actingAs(ctx, actor, (ctx) => settledTargets(ctx, athleteId, id, names, mapping, said))
  let written = 0
  let duplicates = 0
  let lookAgainAt = FIRST_LOOK
  const portion = portionSizer(unitFor(ctx))
  for await (const workouts of book.portions(portion.size)) {
    await letOthersFirst()
    await refuseFullDisk(ctx)
    const begunAt = performance.now()
    const batch = await actingAs(ctx, actor, async (ctx) => {
      await holdLease(ctx, athleteId, id, writer, written)
      return writePortion(ctx, athleteId, record, workouts, targets)
    })
    portion.took(performance.now() - begunAt)
    written += batch.sets.length
    duplicates += batch.duplicates
    if (written < lookAgainAt) continue
    await refreshStatistics(ctx.db)
    lookAgainAt = written * 4
  }
  const batch = { importId: id, attempt: record.attempt }
  const notKept = belongings === undefined ? [] : await bringBelongings(ctx, actor, batch, belongings, targets)
  await actingAs(ctx, actor, async (ctx) => {
    await holdLease(ctx, athleteId, id, writer, written)
    const movements = preview.movements.map(({ name, sets }) => ({ name, ...shownTarget(targets.get(name)!), sets }))
    const finishedAt = ctx.clock.now()
    await setStatus(ctx.db, athleteId, id, 'committed', {
      progress: written,
      finishedAt,
      preview: { ...told(preview, notKept), duplicates, movements },
    })
    await forgetFile(ctx.db, athleteId, id)
    await announce(ctx, 'imports.import_finished', { athleteId, importId: id })
  })
}

const told = (preview: Preview, notKept: readonly NotUnderstood[]): Preview => ({
  ...preview,
  notUnderstood: [...preview.notUnderstood, ...notKept],
  notUnderstoodCount: preview.notUnderstoodCount + notKept.length,
})

async function writePortion(
  ctx: Ctx,
  athleteId: AthleteId,
  { id, attempt }: ImportRecord,
  workouts: readonly ReadWorkout[],
  targets: ReadonlyMap<string, Target>,
): Promise<Batch> {
  const known = await existingSetKeys(ctx, athleteId, ...windowOf(workouts), id)
  const batch = batchOf({ importId: id, attempt }, workouts, (name) => targets.get(name)?.movement, known)
  if (batch.sets.length > 0) await insertImportedWorkouts(ctx, athleteId, id, batch)
  return batch
}
