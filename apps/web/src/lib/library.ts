import { call } from './api.ts'
import type { StoredSnapshot, View } from './view/schema.ts'

/** What the phone keeps beside the log, so that a workout needs no network: movements, loads of the gym, engine snapshots. */
const LIBRARY_MS = 24 * 3_600_000
const SNAPSHOTS_MS = 10 * 60_000

export async function refreshLibrary(view: View, now: number, onChanged: () => void) {
  if (await isOlder(view, 'libraryAt', now - LIBRARY_MS)) {
    await loadMovements(view)
    await view.put('meta', now, 'libraryAt')
    onChanged()
  }
  if (await isOlder(view, 'snapshotsAt', now - SNAPSHOTS_MS)) {
    await loadSnapshots(view)
    await view.put('meta', now, 'snapshotsAt')
    onChanged()
  }
}

async function isOlder(view: View, key: string, than: number) {
  const at = await view.get('meta', key)
  return typeof at !== 'number' || at < than
}

async function loadMovements(view: View) {
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const page = await call('GET /v1/movements', { query: { limit: '200', ...(cursor !== undefined && { cursor }) } })
    const writing = view.transaction('movements', 'readwrite')
    await Promise.all([...page.items.map((movement) => writing.store.put(movement)), writing.done])
    cursor = page.nextCursor
  }
}

async function loadSnapshots(view: View) {
  const [{ items, strengths, reading }, loads] = await Promise.all([
    call('GET /v1/snapshots', {}),
    call('GET /v1/equipment/load-steps', {}),
  ])
  const writing = view.transaction(['snapshots', 'meta'], 'readwrite')
  for (const item of items) void writing.objectStore('snapshots').put(item as StoredSnapshot)
  await writing.objectStore('meta').put(loads.items, 'loadSteps')
  await writing.objectStore('meta').put(strengths, 'strengths')
  await writing.objectStore('meta').put(reading, 'reading')
  await writing.done
}
