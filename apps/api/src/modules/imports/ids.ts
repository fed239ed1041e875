import { createHash } from 'node:crypto'
import type { Id, ImportId } from '@gymgenius/domain'

/** An import, and which try at keeping it: what an earlier try made and took back stays taken back. */
export interface BatchName {
  readonly importId: ImportId
  readonly attempt: number
}

/**
 * The id of something an import makes: a UUIDv7 with the time of the import, whose other bits are a hash of the try and
 * the line in the file, and the place in the line where it holds several. Whoever goes on with a try that broke off makes the same ids, and the database keeps one of each.
 */
export function importedId<Of extends string>({ importId, attempt }: BatchName, of: Of, line: number, part?: number): Id<Of> {
  const place = part === undefined ? line : `${line}.${part}`
  const hash = createHash('sha256').update(`${importId} ${attempt} ${of} ${place}`).digest('hex')
  const variant = ((Number.parseInt(hash[3]!, 16) & 0x3) | 0x8).toString(16)
  return `${importId.slice(0, 13)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}` as Id<Of>
}
