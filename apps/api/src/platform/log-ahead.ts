import { link, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The log of the embedded database is written in files of this size. */
const FILE_BYTES = 16 * 2 ** 20
/** So many lie ready behind the one that is written to. */
const AHEAD = 2
/** Postgres removes files of this beginning when it recovers from a crash. */
const UNFINISHED = 'xlogtemp.ahead'
const NAME = /^([0-9A-F]{8})([0-9A-F]{8})000000([0-9A-F]{2})$/

/**
 * Makes files of the log before they are needed, in the background, as a process of a Postgres server does. Where one is missing the database
 * makes it in the middle of a transaction, and everybody waits while 16 MB of zeros are written.
 */
export function logAhead(databaseFolder: string): (current: string) => Promise<void> {
  const folder = join(databaseFolder, 'pg_wal')
  let isMaking = false
  return async (current) => {
    if (isMaking) return
    isMaking = true
    for (let name = next(current), made = 0; made < AHEAD; name = next(name), made++) await make(folder, name).catch(() => undefined) // the database makes its own
    isMaking = false
  }
}

function next(name: string): string {
  const [, timeline, high, low] = NAME.exec(name)!
  const place = Number.parseInt(high! + low!, 16) + 1
  const hex = place.toString(16).toUpperCase().padStart(10, '0')
  return `${timeline}${hex.slice(0, 8)}000000${hex.slice(8)}`
}

/** Whole, or not at all: it has its name only when all of it is on the disk, and never takes the place of one that is there. */
async function make(folder: string, name: string): Promise<void> {
  const path = join(folder, name)
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  if (isThere) return
  const unfinished = join(folder, UNFINISHED)
  try {
    const file = await open(unfinished, 'w', 0o600)
    try {
      const zeros = new Uint8Array(2 ** 20)
      for (let written = 0; written < FILE_BYTES; written += zeros.length) await file.write(zeros)
      await file.sync()
    } finally {
      await file.close()
    }
    await link(unfinished, path)
    await syncFolder(folder)
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
