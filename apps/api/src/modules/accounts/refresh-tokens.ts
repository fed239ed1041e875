import { createHmac } from 'node:crypto'
import type { Instant } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { asText, keyFor } from './keys.ts'

/** How long the answer to a refresh may have got lost on its way, and the same token may be shown once more. */
export const SECOND_CHANCE_MS = 30_000

/** The first refresh token of a sign-in: 256 bits of chance. */
export const firstRefreshToken = (ctx: Ctx) => asText(ctx.secretBytes(32))

/**
 * The token that follows: worked out from the one shown and a key of the server, so that twenty tabs that show the same
 * token get the same next one, though only hashes are kept.
 */
export const nextRefreshToken = (ctx: Ctx, shown: string) =>
  createHmac('sha256', keyFor(ctx.config, 'refresh-token')).update(shown).digest('base64url')

/** What is known of a token that was shown, and of the one that followed it. */
export interface ShownToken {
  readonly expiresAt: Instant
  readonly usedAt: Instant | undefined
  readonly next: { readonly expiresAt: Instant; readonly usedAt: Instant | undefined } | undefined
}

/** fresh: give the next · again: its answer got lost, give the same next · stolen: somebody has a copy, end the sign-in · expired. */
export type Verdict = 'fresh' | 'again' | 'stolen' | 'expired'

/** A token works once. Shown again it may only be the echo of its one use: at once after it, and before the next one was used. */
export function judge({ expiresAt, usedAt, next }: ShownToken, now: Instant): Verdict {
  if (usedAt === undefined) return now < expiresAt ? 'fresh' : 'expired'
  const isEcho = next !== undefined && next.usedAt === undefined && now - usedAt <= SECOND_CHANCE_MS
  return isEcho ? 'again' : 'stolen'
}
