import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DAY_MS, type Instant } from '@gymgenius/domain'
import { type BlobKey, type BlobStore, isBlobKey, type KeptBlob, type Shelf } from '../platform/ports/blobs.ts'

/** Blobs as files of a folder. A file has its name only when all of it is on the disk. */
export function folderBlobs(folder: string): BlobStore {
  return {
    kind: 'folder',
    put: async (key, bytes) => {
      const path = pathOf(folder, key)
      const shelf = join(folder, shelfOf(key))
      await mkdir(shelf, { recursive: true, mode: 0o700 })
      const part = `${path}.part`
      try {
        await writeFile(part, bytes, { mode: 0o600, flush: true })
        await rename(part, path)
      } finally {
        await rm(part, { force: true })
      }
      await flushNames(shelf)
    },
    get: (key) => readFile(pathOf(folder, key)).catch(absent),
    remove: async (key) => {
      await rm(pathOf(folder, key), { force: true })
    },
    list: (shelf) => filesOf(folder, shelf),
    isUp: () => true,
    close: () => {},
  }
}

/** Nothing but a key of ours becomes a path: none of its letters can lead out of the folder. */
function pathOf(folder: string, key: BlobKey): string {
  if (!isBlobKey(key)) throw new TypeError('not a key of a blob')
  return join(folder, key)
}

const shelfOf = (key: BlobKey) => key.slice(0, key.indexOf('/'))

/** A new name is safe from a power cut when its folder is written too. */
async function flushNames(folder: string) {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

async function* filesOf(folder: string, shelf: Shelf): AsyncGenerator<KeptBlob> {
  for (const name of (await readdir(join(folder, shelf)).catch(absent)) ?? []) {
    const path = join(folder, shelf, name)
    const changedMs = (await stat(path).catch(absent))?.mtimeMs
    if (changedMs === undefined) continue
    const key = `${shelf}/${name}` as const
    if (isBlobKey(key)) yield { key, keptAt: Math.floor(changedMs) as Instant }
    else if (name.endsWith('.part') && changedMs < Date.now() - DAY_MS) await rm(path, { force: true }) // whoever wrote it was killed
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
