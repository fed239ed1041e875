import { Problem, type ProblemCode } from '@gymgenius/contracts'
import { record } from '../../platform/audit.ts'
import { actingAs, type Ctx, system } from '../../platform/context.ts'
import { limitRate, rateRules } from '../../platform/rate-limit.ts'
import { noteEnded } from './authenticate.service.ts'
import { hashOf } from './keys.ts'
import { judge, nextRefreshToken } from './refresh-tokens.ts'
import {
  type EndReason,
  endSessions,
  holdSessionOf,
  insertRefreshToken,
  markSessionUsed,
  markTokenUsed,
  shownToken,
} from './sessions.repository.ts'
import { admit, type Admission, idleEnd } from './sign-in.service.ts'

/** Who said that this device is not to be signed in any more. It may then forget what it keeps; one that is only asked for a password must not. */
const SENT_AWAY: { readonly [R in EndReason]?: 'owner' | 'admin' } = { ended_by_owner: 'owner', ended_by_admin: 'admin' }

/** Exchanges a refresh token for the next one. One that was used before ends the whole sign-in (docs/decisions/0021). */
export async function refresh(ctx: Ctx, shown: string | undefined): Promise<Admission> {
  if (shown === undefined) throw new Problem('auth.invalid_token')
  const outcome = await actingAs(ctx, system, (ctx) => exchange(ctx, shown))
  if (typeof outcome === 'string') throw new Problem(outcome) // thrown here, so that what ended stays ended
  if (outcome instanceof Problem) throw outcome
  return outcome
}

/** Ends the sign-in that a refresh token belongs to. A token that is not known has nothing to end. */
export async function signOut(ctx: Ctx, shown: string | undefined): Promise<void> {
  if (shown === undefined) return
  const held = await holdSessionOf(ctx.db, hashOf(shown))
  if (held === undefined) return
  await end(ctx, held, 'signed_out')
}

async function exchange(ctx: Ctx, shown: string): Promise<Admission | Problem | ProblemCode> {
  const now = ctx.clock.now()
  const hash = hashOf(shown)
  const held = await holdSessionOf(ctx.db, hash)
  const token = held && (await shownToken(ctx.db, hash))
  if (held === undefined || token === undefined) return 'auth.invalid_token'
  const { session, account, isDisabled } = held
  if (session.endReason === 'token_reused') return 'auth.token_reused'
  const endedBy = session.endReason && SENT_AWAY[session.endReason]
  if (endedBy !== undefined) return new Problem('auth.session_ended', { endedBy })
  if (session.endReason !== undefined || isDisabled || session.expiresAt <= now) return 'auth.session_ended'
  await limitRate(ctx, rateRules.refresh, session.id)

  const verdict = judge(token, now)
  if (verdict === 'expired') return 'auth.session_ended'
  if (verdict === 'stolen') {
    await end(ctx, held, 'token_reused')
    ctx.log.warn({ accountId: account.id, loginSessionId: session.id }, 'a used refresh token was shown again: the sign-in was ended')
    return 'auth.token_reused'
  }
  const next = nextRefreshToken(ctx, shown)
  const refreshTokenExpiresAt = token.next?.expiresAt ?? idleEnd(ctx, session.expiresAt)
  if (verdict === 'fresh') {
    const hashOfNext = hashOf(next)
    await insertRefreshToken(ctx.db, { hash: hashOfNext, loginSessionId: session.id, issuedAt: now, expiresAt: refreshTokenExpiresAt })
    await markTokenUsed(ctx.db, hash, hashOfNext, now)
    await markSessionUsed(ctx.db, session.id, now)
  }
  const { id: loginSessionId, client, expiresAt } = session
  return admit(ctx, { account, client, loginSessionId, expiresAt, refreshToken: next, refreshTokenExpiresAt })
}

async function end(ctx: Ctx, { session, account }: NonNullable<Awaited<ReturnType<typeof holdSessionOf>>>, reason: EndReason) {
  const ended = await endSessions(ctx.db, account.id, { only: session.id }, reason, ctx.clock.now())
  const act = reason === 'token_reused' ? 'accounts.token_reused' : 'accounts.signed_out'
  if (ended.length > 0)
    await record(ctx, {
      act,
      as: reason === 'token_reused' ? 'nobody' : 'athlete',
      by: reason === 'token_reused' ? undefined : account.id,
      about: account.id,
    })
  await noteEnded(ctx, ended)
}
