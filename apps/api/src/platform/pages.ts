import { invalidRequest } from '@gymgenius/contracts'
import { type Instant, isUuidV7 } from '@gymgenius/domain'

export interface Page {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** Where a page of something newest-first ended. */
export interface End {
  readonly at: Instant
  readonly id: string
}

const USUAL = 50

/** One page of a list: reads one more than asked, to know whether there is a next one. */
export async function pageOf<Item>(
  { limit = USUAL, cursor }: Page,
  read: (limit: number, before: End | undefined) => Promise<Item[]>,
  endOf: (item: Item) => End,
): Promise<{ items: Item[]; nextCursor?: string }> {
  const found = await read(limit + 1, cursor === undefined ? undefined : endFrom(cursor))
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return found.length > limit && last !== undefined ? { items, nextCursor: cursorTo(endOf(last)) } : { items }
}

const cursorTo = ({ at, id }: End) => Buffer.from(`${at} ${id}`).toString('base64url')

function endFrom(cursor: string): End {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (!/^-?\d{1,15}$/.test(at) || !isUuidV7(id))
    throw invalidRequest({ pointer: '/query/cursor', code: 'invalid_query', message: 'The cursor is not one of ours' })
  return { at: Number(at) as Instant, id }
}
