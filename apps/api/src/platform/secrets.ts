import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const BYTES = 32

/** The secret of the configuration, or else the data folder's own: made at the first start, then read back. Only the account that runs the server may read the file. */
export async function serverSecret(dataFolder: string, given?: string): Promise<Uint8Array> {
  if (given !== undefined) return bytesOf(given)!
  const path = join(dataFolder, 'secret')
  const bytes = bytesOf((await keptOrMade(path, () => `${newSecret()}\n`)).trim())
  if (bytes === undefined) throw new Error(`${path} is damaged: delete it (everybody then signs in again) or bring it back from a copy`)
  return bytes
}

/** One key of those that secrets in the database are sealed with. */
export interface SealingKey {
  /** Written beside what it seals; no secret. */
  readonly id: string
  readonly bytes: Uint8Array
}

const RING = 'sealing-keys'

/** The keys that secrets are sealed with, newest first: those of the configuration, or else the data folder's own, made at the first start. */
export async function sealingKeys(dataFolder: string, given: string | undefined): Promise<readonly SealingKey[]> {
  if (given !== undefined) return readRing(given.split(','), 'SEALING_KEYS')
  const path = join(dataFolder, RING)
  return readRing((await keptOrMade(path, () => `${newKeyLine()}\n`)).trim().split('\n'), path)
}

/** Puts a new key before the others of the data folder; what they sealed can be read still. The whole ring, newest first. */
export async function addSealingKey(dataFolder: string): Promise<readonly SealingKey[]> {
  await sealingKeys(dataFolder, undefined)
  const path = join(dataFolder, RING)
  await replaceWhole(path, `${newKeyLine()}\n${await readFile(path, 'utf8')}`)
  return sealingKeys(dataFolder, undefined)
}

/** Leaves only the newest key of the data folder, when nothing is sealed with the others any more. */
export async function dropOldSealingKeys(dataFolder: string): Promise<void> {
  const path = join(dataFolder, RING)
  await replaceWhole(path, `${(await readFile(path, 'utf8')).split('\n')[0]!}\n`)
}

const newSecret = () => randomBytes(BYTES).toString('base64url')
const newKeyLine = () => `${randomBytes(4).toString('hex')}:${newSecret()}`

function readRing(lines: readonly string[], where: string): readonly SealingKey[] {
  return lines.map((line) => {
    const [id = '', text = ''] = line.trim().split(':')
    const bytes = bytesOf(text)
    if (!/^[\w-]{1,32}$/.test(id) || bytes === undefined)
      throw new Error(`${where} is damaged: each key is NAME:SECRET, the secret 32 bytes as base64url. Bring it back from a copy`)
    return { id, bytes }
  })
}

const bytesOf = (text: string): Uint8Array | undefined => {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === BYTES ? new Uint8Array(bytes) : undefined
}

/** What the file says; made whole under another name first, so that no process can read half of it and the first of two wins. */
async function keptOrMade(path: string, make: () => string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const kept = await readIfThere(path)
  if (kept !== undefined) return kept
  const fresh = `${path}.${process.pid}`
  await writeFile(fresh, make(), { mode: 0o600, flush: true })
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(fresh)
  return readFile(path, 'utf8')
}

async function replaceWhole(path: string, text: string): Promise<void> {
  const fresh = `${path}.${process.pid}`
  await writeFile(fresh, text, { mode: 0o600, flush: true })
  await rename(fresh, path)
}

const readIfThere = (path: string) =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
