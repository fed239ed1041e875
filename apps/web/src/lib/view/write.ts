import type { SyncOp } from '@gymgenius/contracts'
import type { IDBPDatabase, IDBPTransaction } from 'idb'
import type { ReplyOf } from '../api.ts'
import { FIRST_HLC, laterHlc } from '../hlc.ts'
import { withPending, type Rows, type ShownRow } from './merge.ts'
import { stores, type Base, type View } from './schema.ts'

type Entity = SyncOp['entity']
type Writing = IDBPTransaction<
  ViewStores<View>,
  ('workouts' | 'sets' | 'routines' | 'movements' | 'gyms' | 'diary' | 'bases' | 'meta')[],
  'readwrite'
>
type ViewStores<V> = V extends IDBPDatabase<infer Schema> ? Schema : never

const all = ['workouts', 'sets', 'routines', 'movements', 'gyms', 'diary', 'bases', 'meta'] as (
  | 'workouts'
  | 'sets'
  | 'routines'
  | 'movements'
  | 'gyms'
  | 'diary'
  | 'bases'
  | 'meta'
)[]

/** Changes of this phone that the view must show, by the row they touch. */
export interface Pending {
  readonly ops: readonly SyncOp[]
  /** Those the server has answered: what is asked of it from then on contains them. */
  readonly answered: ReadonlySet<string>
}

/** More rows than these are read again by who shows them; fewer are told. */
const MOST_TOLD = 50

/** What a writing made of the rows it touched; undefined where they are many, or more than are known here. */
export type Told = readonly ShownRow[] | undefined

/** Shows the changes made here on the rows they touch. Doing it twice is as good as once. */
export async function showPending(view: View, touched: readonly SyncOp[], pending: Pending): Promise<Told> {
  const writing = view.transaction(all, 'readwrite')
  const shown: ShownRow[] = []
  for (const [entity, id] of rowsOf(touched)) shown.push(await rebase(writing, entity, id, pending))
  for (const op of touched) if (op.entity === 'workout' && op.kind === 'delete') await removeSetsOf(writing, op.entityId)
  await writing.done
  return toldOf(shown)
}

/** With a workout go its sets, which nobody has counted. */
function toldOf(shown: readonly ShownRow[]): Told {
  const isWhole = shown.length <= MOST_TOLD && !shown.some(({ entity, row }) => entity === 'workout' && row === undefined)
  return isWhole ? shown : undefined
}

export type Pulled = ReplyOf<'GET /v1/sync'>

/** Takes over what the server says has changed; changes made here meanwhile stay on top. */
export async function takeOver(view: View, pulled: Pulled, pending: Pending): Promise<Told> {
  const writing = view.transaction(all, 'readwrite', { durability: 'relaxed' })
  const changedHere = new Set(pending.ops.map(keyOf))
  const shown: ShownRow[] = []
  for (const [entity, rows] of rowsByEntity(pulled)) {
    for (const row of rows) {
      const key = `${entity} ${row.id}`
      if ('deleted' in row) {
        await writing.objectStore(stores[entity]).delete(row.id)
        if (changedHere.has(key)) await writing.objectStore('bases').put({ key, row: undefined, isFromServer: true })
        if (entity === 'workout') await removeSetsOf(writing, row.id)
        shown.push({ entity, id: row.id, row: undefined })
      } else if (changedHere.has(key)) {
        const holds = pending.ops.flatMap((op) => (keyOf(op) === key && pending.answered.has(op.opId) ? [op.opId] : []))
        await writing.objectStore('bases').put({ key, row, isFromServer: true, holds })
        shown.push(await rebase(writing, entity, row.id, pending))
      } else {
        void writing.objectStore(stores[entity]).put(row as never)
        shown.push({ entity, id: row.id, row } as ShownRow)
      }
    }
  }
  await writing.objectStore('meta').put(pulled.cursor, 'cursor')
  // What is done here from now on was done knowing this, and must count as later, however slow the clock of this phone.
  const seen = (await writing.objectStore('meta').get('clock')) as string | undefined
  await writing.objectStore('meta').put(laterHlc(seen ?? FIRST_HLC, pulled.clock), 'clock')
  // A later pull can be as long as the first: an import, or months on another phone.
  await writing.objectStore('meta').put(!pulled.hasMore, 'isComplete')
  await writing.done
  return toldOf(shown)
}

/**
 * Lets go of changes that have come back from the server (`settled`) or that the lifter gave up: the rows stand on the server's word again.
 * Tells those that look different for it.
 */
export async function letGo(view: View, gone: readonly SyncOp[], why: 'settled' | 'given up', pending: Pending): Promise<Told> {
  const writing = view.transaction(all, 'readwrite')
  const shown: ShownRow[] = []
  const stillChanged = new Set(pending.ops.map(keyOf))
  for (const [entity, id] of rowsOf(gone)) {
    const key = `${entity} ${id}`
    const base = await writing.objectStore('bases').get(key)
    if (why === 'given up' || base?.isFromServer === true) {
      const before = JSON.stringify(await writing.objectStore(stores[entity]).get(id))
      const after = await rebase(writing, entity, id, pending)
      if (JSON.stringify(after.row) !== before) shown.push(after)
    }
    if (!stillChanged.has(key)) await writing.objectStore('bases').delete(key)
  }
  await writing.done
  return toldOf(shown)
}

/** Forgets everything that came from the server, to ask for all of it again. */
export async function forget(view: View) {
  const writing = view.transaction(all, 'readwrite')
  await Promise.all([...all.map((store) => writing.objectStore(store).clear()), writing.done])
}

async function rebase(writing: Writing, entity: Entity, id: string, pending: Pending): Promise<ShownRow> {
  const rows = writing.objectStore(stores[entity])
  const key = `${entity} ${id}`
  let base: Base | undefined = await writing.objectStore('bases').get(key)
  if (base === undefined) {
    const row = await rows.get(id)
    base = { key, row, isFromServer: row !== undefined }
    await writing.objectStore('bases').put(base)
  }
  const held = new Set(base.holds)
  const onTop = pending.ops.filter((op) => op.entity === entity && op.entityId === id && !held.has(op.opId))
  // A row that the server has deleted does not come back because it was changed here.
  const gone = base.isFromServer && base.row === undefined
  const row = gone ? undefined : withPending(base.row as Rows[typeof entity] | undefined, onTop)
  if (row === undefined) await rows.delete(id)
  else await rows.put(row as never)
  return { entity, id, row } as ShownRow
}

async function removeSetsOf(writing: Writing, workoutId: string) {
  const sets = writing.objectStore('sets')
  for (const id of await sets.index('byWorkout').getAllKeys(workoutId)) await sets.delete(id)
}

const keyOf = (op: SyncOp) => `${op.entity} ${op.entityId}`

function rowsOf(ops: readonly SyncOp[]): readonly (readonly [Entity, string])[] {
  return [...new Map(ops.map((op) => [keyOf(op), [op.entity, op.entityId] as const])).values()]
}

const rowsByEntity = (pulled: Pulled) =>
  [
    ['workout', pulled.workouts],
    ['set', pulled.sets],
    ['routine', pulled.routines],
    ['movement', pulled.movements],
    // An older server says nothing of what it does not know.
    ['gym', pulled.gyms ?? []],
    ['diary', pulled.diary ?? []],
  ] as const
