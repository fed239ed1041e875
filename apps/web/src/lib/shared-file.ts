/** Where the service worker leaves a file that another app shared, until the import screen takes it. */
export const SHARED = { cache: 'shared-file', key: '/shared-file', name: 'x-file-name', at: 'x-shared-at' } as const

/** A file nobody came for is somebody else's business by then. */
const KEPT_MS = 60 * 60_000

/** The file that was shared to the app, once; undefined: none was, or too long ago. */
export async function takeSharedFile(now: number): Promise<File | undefined> {
  if (!('caches' in globalThis)) return undefined
  const cache = await caches.open(SHARED.cache)
  const kept = await cache.match(SHARED.key)
  if (kept === undefined) return undefined
  await cache.delete(SHARED.key)
  if (now - Number(kept.headers.get(SHARED.at)) > KEPT_MS) return undefined
  const name = decodeURIComponent(kept.headers.get(SHARED.name) ?? '') || 'shared.csv'
  return new File([await kept.blob()], name)
}
