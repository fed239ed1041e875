import { createHash, randomBytes } from 'node:crypto'
import { Problem } from '@gymgenius/contracts'
import { DAY_MS } from '@gymgenius/domain'
import { type Ctx, request } from './context.ts'
import type { BlobKey, BlobStore, Shelf } from './ports/blobs.ts'

/** What a row keeps of a blob. */
export interface BlobRecord {
  readonly key: BlobKey
  readonly sha256: string
  readonly bytes: number
}

/**
 * Writes bytes into the store before a row names them: a row never leads to nothing. What no row came to name is swept away a day later.
 */
export async function keepBlob(ctx: Ctx, shelf: Shelf, bytes: Uint8Array): Promise<BlobRecord> {
  const key: BlobKey = `${shelf}/${Buffer.from(ctx.secretBytes(16)).toString('hex')}`
  await ctx.blobs.put(key, bytes).catch((error: unknown) => {
    throw unavailable(ctx, error)
  })
  return { key, sha256: sha256Of(bytes), bytes: bytes.length }
}

/** The bytes as they were kept, or a problem: never others. What came damaged is asked for once more. */
export async function readBlob(ctx: Ctx, { key, sha256 }: Pick<BlobRecord, 'key' | 'sha256'>): Promise<Uint8Array> {
  for (let triesLeft = 2; triesLeft > 0; triesLeft--) {
    const bytes = await ctx.blobs.get(key).catch((error: unknown) => {
      throw unavailable(ctx, error)
    })
    if (bytes !== undefined && sha256Of(bytes) === sha256) return bytes
    ctx.log.warn({ key, length: bytes?.length }, bytes === undefined ? 'a kept file is missing' : 'a kept file is damaged')
  }
  throw new Problem('server.file_damaged')
}

/** Asks, with the data that let go of it, that a blob be removed: at once if the store answers, else for two days. */
export const forgetBlob = (ctx: Ctx, key: BlobKey): Promise<void> => request(ctx, 'house.remove_blob', { key })

export async function removeBlob(ctx: Ctx, { key }: { readonly key: BlobKey }): Promise<void> {
  await ctx.blobs.remove(key)
}

const KEYS_AT_ONCE = 500

/** Removes what has lain on a shelf for a day and no row names. `known` answers which of these keys rows name. */
export async function sweepShelf(
  ctx: Ctx,
  shelf: Shelf,
  known: (keys: readonly BlobKey[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  let swept = 0
  const sweep = async (keys: readonly BlobKey[]) => {
    const named = await known(keys)
    for (const key of keys.filter((key) => !named.has(key))) {
      await ctx.blobs.remove(key)
      swept++
    }
  }
  let old: BlobKey[] = []
  for await (const { key, keptAt } of ctx.blobs.list(shelf)) {
    if (keptAt > ctx.clock.now() - DAY_MS) continue // its row may be on its way
    old.push(key)
    if (old.length === KEYS_AT_ONCE) await sweep(old.splice(0))
  }
  if (old.length > 0) await sweep(old)
  return swept
}

/** Writes, reads and removes something: rejects with what is wrong where that does not work. */
export async function tryBlobs(blobs: BlobStore): Promise<void> {
  const key: BlobKey = `checks/${randomBytes(16).toString('hex')}`
  const bytes = randomBytes(64)
  await blobs.put(key, bytes)
  const read = await blobs.get(key)
  await blobs.remove(key)
  if (read === undefined || !bytes.equals(read)) throw new Error('what was written came back changed')
  for await (const _ of blobs.list('checks')) break
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function unavailable(ctx: Ctx, cause: unknown) {
  ctx.log.error({ err: cause }, 'the store of files does not answer')
  return new Problem('server.files_unavailable', { retryAfter: 5 }, { cause })
}
