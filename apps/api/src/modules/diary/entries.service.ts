import { type DiaryEntry, diaryFields, invalidRequest, Problem } from '@gymgenius/contracts'
import { type AthleteId, type DiaryEntryId, type DiaryKind, type DiarySource, type Instant, instantOf, isoOf } from '@gymgenius/domain'
import { canonical } from '../../platform/canonical.ts'
import { nextChangeSeq } from '../../platform/changes.ts'
import type { Ctx } from '../../platform/context.ts'
import { faultsOf } from '../../platform/http/validate.ts'
import { entriesChangedSince, type EntryRecord, findEntry, insertEntry, listEntries, type Said, updateEntry } from './diary.repository.ts'

/** More than anyone does beside lifting. */
export const MOST_ACTIVITIES = 200

/** What is said of an entry: when, by whom, and what its kind says beside. */
export interface Saying extends Said {
  readonly at?: string | undefined
  readonly source?: DiarySource | undefined
  readonly note?: string | null | undefined
}

/** Keeps a new entry. The same again changes nothing. `taken`: they have something else by this id. */
export async function makeEntry(
  ctx: Ctx,
  athleteId: AthleteId,
  id: DiaryEntryId,
  kind: DiaryKind,
  saying: Saying,
): Promise<EntryRecord | 'taken' | 'not_theirs'> {
  const changeSeq = await nextChangeSeq(ctx, athleteId)
  const now = ctx.clock.now()
  const known = await findEntry(ctx.db, athleteId, id)
  const { at, source, note, ...said } = saying
  const when = at === undefined ? (known?.at ?? now) : instantOf(at)
  const entry: EntryRecord = {
    id,
    kind,
    at: when,
    earliestAt: when,
    source: source ?? 'manual',
    note: note ?? null,
    said: fitting(kind, said),
    deletedAt: null,
    changeSeq,
  }
  if (known !== undefined) return canonical(told(known)) === canonical(told(entry)) && known.deletedAt === null ? known : 'taken'
  if (kind === 'activity' && (await listEntries(ctx.db, athleteId, kind, MOST_ACTIVITIES)).length >= MOST_ACTIVITIES)
    throw new Problem('diary.too_many_activities')
  return (await insertEntry(ctx.db, athleteId, entry, now)) ? entry : 'not_theirs'
}

/**
 * Writes what is said of an entry; undefined where there is none. `isWhole`: what is not said is no longer so. One that was deleted comes
 * back only where that is said.
 */
export async function changeEntry(
  ctx: Ctx,
  athleteId: AthleteId,
  id: DiaryEntryId,
  saying: Saying,
  how: { readonly kind?: DiaryKind; readonly isWhole?: boolean; readonly takesDeletionBack?: boolean } = {},
): Promise<EntryRecord | undefined> {
  const changeSeq = await nextChangeSeq(ctx, athleteId)
  const before = await findEntry(ctx.db, athleteId, id)
  if (before === undefined || (how.kind ?? before.kind) !== before.kind) return undefined
  if (before.deletedAt !== null && how.takesDeletionBack !== true) return undefined
  const { at, source, note, ...said } = saying
  const when = at === undefined ? before.at : instantOf(at)
  const after: EntryRecord = {
    ...before,
    at: when,
    earliestAt: Math.min(before.earliestAt, when) as Instant,
    source: source ?? before.source,
    note: note === undefined && how.isWhole !== true ? before.note : (note ?? null),
    said: fitting(before.kind, how.isWhole === true ? said : { ...before.said, ...said }),
    deletedAt: null,
    changeSeq,
  }
  await updateEntry(ctx.db, athleteId, after, ctx.clock.now())
  return after
}

/** Leaves a tombstone, so that every device hears of it; false where there is no such entry. */
export async function removeEntry(ctx: Ctx, athleteId: AthleteId, id: DiaryEntryId, kind?: DiaryKind): Promise<boolean> {
  const changeSeq = await nextChangeSeq(ctx, athleteId)
  const before = await findEntry(ctx.db, athleteId, id)
  if (before === undefined || (kind ?? before.kind) !== before.kind) return false
  const now = ctx.clock.now()
  if (before.deletedAt === null) await updateEntry(ctx.db, athleteId, { ...before, deletedAt: now, changeSeq }, now)
  return true
}

/** An entry as it is now, or that it is gone, under the number of its newest change. */
export interface EntryMoved {
  readonly seq: number
  readonly row: DiaryEntry | { readonly id: DiaryEntryId; readonly deleted: true }
}

export async function diaryChangesSince(ctx: Ctx, athleteId: AthleteId, seq: number, limit: number): Promise<EntryMoved[]> {
  const entries = await entriesChangedSince(ctx.db, athleteId, seq, limit)
  return entries.map((entry) => ({
    seq: entry.changeSeq,
    row: entry.deletedAt === null ? entryShown(entry) : { id: entry.id, deleted: true },
  }))
}

export const entryShown = (entry: EntryRecord) => ({ ...kindless(entry), kind: entry.kind }) as DiaryEntry

/** Of one kind, so that it need not be said. */
export function kindless<Shown = never>({ id, at, source, note, said }: EntryRecord): Shown {
  return { id, at: isoOf(at), source, ...(note !== null && { note }), ...said } as Shown
}

/** What is said, where it fits the kind. */
function fitting(kind: DiaryKind, said: Said): Said {
  const spoken = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const read = diaryFields[kind].safeParse(spoken)
  if (!read.success) throw invalidRequest(...read.error.issues.flatMap((issue) => faultsOf(issue, '')).slice(0, 20))
  return read.data
}

const told = ({ kind, at, source, note, said }: EntryRecord) => ({ kind, at, source, note, said })
