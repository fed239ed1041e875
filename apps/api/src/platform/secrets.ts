import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const BYTES = 32

/** The server's own secret: made at the first start, then read back. Only the account that runs the server may read the file. */
export async function serverSecret(dataFolder: string): Promise<Uint8Array> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const path = join(dataFolder, 'secret')
  const kept = await readSecret(path)
  if (kept !== undefined) return kept
  // Written whole under another name first, so that no process can read half of it and the first of two wins.
  const fresh = `${path}.${process.pid}`
  await writeFile(fresh, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600, flush: true })
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(fresh)
  return (await readSecret(path))!
}

async function readSecret(path: string): Promise<Uint8Array | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const bytes = Buffer.from(text.trim(), 'base64url')
  if (bytes.length !== BYTES) throw new Error(`${path} is damaged: delete it (everybody then signs in again) or bring it back from a copy`)
  return new Uint8Array(bytes)
}
