import { createHash } from 'node:crypto'
import { type Import, Problem } from '@gymgenius/contracts'
import { type ImportId, type Instant, isoOf, type LoadUnit } from '@gymgenius/domain'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { countOf } from './belongings.service.ts'
import { batchOf } from './batches.ts'
import { SAME_START_MS } from './known-workouts.ts'
import type { ReadWorkout } from './formats/logbook.ts'
import { dropOlderPreviews, findPreviewOf, type ImportRecord, savePreview } from './imports.repository.ts'
import { settingsOf } from '../accounts/index.ts'
import { existingSetKeys } from '../logging/index.ts'
import { suggestionsFor } from '../movements/index.ts'
import { proposedTargets, type Target } from './matching.ts'
import type { Preview } from './preview.ts'
import { type OpenBook, withBook } from './reading.ts'
import { shown } from './shown.ts'

export interface Upload {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly unit?: LoadUnit | undefined
  readonly dateOrder?: 'dmy' | 'mdy' | undefined
}

/** Reads a file and says what it holds. Nothing of it is kept but the file itself, until the lifter decides. */
export async function previewImport(ctx: Ctx, actor: Athlete, upload: Upload): Promise<Import> {
  const { athleteId } = actor
  const settings = await actingAs(ctx, actor, (ctx) => settingsOf(ctx, athleteId))
  const { unit: settingsUnit, timeZone } = settings
  const { unit, dateOrder } = upload
  const preview = await withBook(upload.bytes, { unit, settingsUnit, timeZone, dateOrder, now: ctx.clock.now() }, async (book) => {
    const names = book.summary.movements.map(({ name }) => name)
    if (names.length > MOST_MOVEMENTS) throw new Problem('imports.too_large', { limit: 'movements', allowed: MOST_MOVEMENTS })
    const matches = await actingAs(ctx, actor, (ctx) => proposedTargets(ctx, athleteId, names))
    const { belongings } = book.summary
    const also = belongings === undefined ? undefined : countOf(belongings, ctx.clock.now(), settings)
    return previewOf(book, matches, await countDuplicates(ctx, actor, book, matches), also)
  })

  const fileHash = createHash('sha256').update(upload.bytes).digest('hex')
  return actingAs(ctx, actor, async (ctx) => {
    const before = await findPreviewOf(ctx.db, athleteId, fileHash)
    const record: ImportRecord = {
      id: before?.id ?? ctx.ids.next<ImportId>(),
      status: 'previewed',
      fileName: upload.fileName,
      fileHash,
      unit: preview.unit,
      timeZone,
      dateOrder,
      preview: preview.rest,
      mapping: {},
      attempt: 0,
      progress: 0,
      lease: undefined,
      failure: undefined,
      settingsBefore: undefined,
      createdAt: before?.createdAt ?? ctx.clock.now(),
    }
    await savePreview(ctx.db, athleteId, record, upload.bytes)
    await dropOlderPreviews(ctx.db, athleteId, MOST_PREVIEWS)
    return shown(record)
  })
}

/** More names than anybody trains movements: such a file would fill the lifter's library with noise. */
const MOST_MOVEMENTS = 2000
const MOST_PREVIEWS = 3
const PORTION = 5000

function previewOf(
  { summary }: OpenBook,
  matches: ReadonlyMap<string, Target>,
  duplicates: number,
  also: Preview['also'],
): { unit: LoadUnit; rest: Preview } {
  const { unit, firstAt, lastAt, notUnderstood, movements, belongings: _, ...counted } = summary
  const rest: Preview = {
    ...counted,
    duplicates,
    ...(also === undefined ? {} : { also }),
    notUnderstood: [...notUnderstood],
    ...(firstAt === undefined ? {} : { firstAt: isoOf(firstAt as Instant) }),
    ...(lastAt === undefined ? {} : { lastAt: isoOf(lastAt as Instant) }),
    movements: movements.map(({ name, sets }) => {
      const match = matches.get(name)
      return match === undefined ? { name, confidence: 0, sets, ...offered(name) } : { name, ...shownTarget(match), sets }
    }),
  }
  return { unit, rest }
}

/** A preview makes no rows, so theirs are the ids of nothing. */
const UNWRITTEN = { importId: '00000000-0000-7000-8000-000000000000' as ImportId, attempt: 0 }

async function countDuplicates(ctx: Ctx, actor: Athlete, book: OpenBook, matches: ReadonlyMap<string, Target>): Promise<number> {
  let duplicates = 0
  for await (const workouts of book.portions(() => PORTION)) {
    const known = await actingAs(ctx, actor, (ctx) => existingSetKeys(ctx, actor.athleteId, ...windowOf(workouts)))
    if (known.length > 0) duplicates += batchOf(UNWRITTEN, workouts, (name) => matches.get(name)?.movement, known).duplicates
  }
  return duplicates
}

export const shownTarget = ({ movement, confidence, reason }: Target) => ({
  movementId: movement.id,
  movementName: movement.name,
  confidence,
  ...(reason === undefined ? {} : { reason }),
})

function offered(name: string) {
  const suggestions = suggestionsFor(name)
  if (suggestions.length === 0) return {}
  return {
    suggestions: suggestions.map(({ movement, confidence }) => ({ movementId: movement.id, movementName: movement.name, confidence })),
  }
}

/** The times between which a workout could be the same as one of these. */
export const windowOf = (workouts: readonly ReadWorkout[]): [from: Instant, to: Instant] => [
  (workouts[0]!.startedAt - SAME_START_MS) as Instant,
  (workouts.at(-1)!.startedAt + SAME_START_MS) as Instant,
]
