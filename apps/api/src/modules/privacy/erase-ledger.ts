import { createHash } from 'node:crypto'
import { type AccountId, isoOf } from '@gymgenius/domain'
import { actingAs, type Ctx, request, system } from '../../platform/context.ts'
import type { JobRequests } from '../../platform/events.ts'
import type { BlobKey } from '../../platform/ports/blobs.ts'
import { accountIds } from '../accounts/index.ts'
import { eraseNow } from './erasing.service.ts'

/**
 * Who was erased, beside the database, so that a backup from before does not bring them back. An entry is a hash of the account's id, of
 * which 74 bits are chance: it leads to nobody, except for who holds that backup.
 */
const entryOf = (id: AccountId): BlobKey =>
  `erased/${createHash('sha256').update(`gymgenius erased account ${id}`).digest('hex').slice(0, 32)}`

/** Asks for the entry in the unit that erases: there is none for an account that lives. */
export const noteErased = (ctx: Ctx, id: AccountId): Promise<void> =>
  request(ctx, 'privacy.note_erased', { key: entryOf(id), at: ctx.clock.now() })

export async function keepNote(ctx: Ctx, { key, at }: JobRequests['privacy.note_erased']): Promise<void> {
  await ctx.blobs.put(key, Buffer.from(JSON.stringify({ erasedAt: isoOf(at) })))
}

/** After a restore: erases who was erased since the backup was made. Answers how many. */
export async function eraseAgain(ctx: Ctx): Promise<number> {
  const entries = new Set<string>()
  for await (const { key } of ctx.blobs.list('erased')) entries.add(key)
  if (entries.size === 0) return 0
  return actingAs(ctx, system, async (ctx) => {
    const back = (await accountIds(ctx.db)).filter((id) => entries.has(entryOf(id)))
    for (const id of back) await eraseNow(ctx, id)
    return back.length
  })
}
