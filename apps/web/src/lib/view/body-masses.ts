import type { DiaryEntry } from '@gymgenius/contracts'
import { bodyMassAt, type Instant, instantOf, type Kilograms, type WeighedAt } from '@gymgenius/domain'
import type { View } from './schema.ts'

export type EntryOf<Kind extends DiaryEntry['kind']> = Extract<DiaryEntry, { kind: Kind }>

/** Entries of one kind, oldest first. */
export async function entriesOf<Kind extends DiaryEntry['kind']>(view: View, kind: Kind, from = ''): Promise<EntryOf<Kind>[]> {
  return (await view.getAllFromIndex('diary', 'byKind', IDBKeyRange.bound([kind, from], [kind, '\uffff']))) as EntryOf<Kind>[]
}

/** What the lifter weighed when, as this phone knows it. */
export async function bodyMassesIn(view: View, undated: Kilograms | null): Promise<(at: Instant) => Kilograms | null> {
  const weighings = await weighingsIn(view, undated)
  return (at) => bodyMassAt(weighings, at, null)
}

/** The same as a list, oldest first: what was said without a date holds from before the first weighing. */
export async function weighingsIn(view: View, undated: Kilograms | null): Promise<readonly WeighedAt[]> {
  const weighed = (await entriesOf(view, 'body_weight')).map(({ at, weightKg }) => ({ at: instantOf(at), weight: weightKg }))
  return undated === null ? weighed : [{ at: 0 as Instant, weight: undated }, ...weighed]
}
