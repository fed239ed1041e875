import type { Instant } from '@gymgenius/domain'

/** What blobs are about; a folder, or a prefix of a bucket. */
export const shelves = ['pictures', 'erased', 'checks'] as const
export type Shelf = (typeof shelves)[number]

/** `pictures/` and 128 bits by chance: says nothing about anybody, and leads nowhere but into the store. */
export type BlobKey = `${Shelf}/${string}`

const KEY = new RegExp(`^(${shelves.join('|')})/[0-9a-f]{32}$`)

export const isBlobKey = (text: string): text is BlobKey => KEY.test(text)

export interface KeptBlob {
  readonly key: BlobKey
  readonly keptAt: Instant
}

/** Where bytes are kept that are too large for a row. Each is written once, whole or not at all, and never changed. */
export interface BlobStore {
  readonly kind: 'folder' | 's3'
  put(key: BlobKey, bytes: Uint8Array): Promise<void>
  /** Undefined where there is none. */
  get(key: BlobKey): Promise<Uint8Array | undefined>
  /** Also where there is none. */
  remove(key: BlobKey): Promise<void>
  list(shelf: Shelf): AsyncIterable<KeptBlob>
  /** Whether it answered when it was last asked. */
  isUp(): boolean
  close(): void
}
