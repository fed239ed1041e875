import { createHash } from 'node:crypto'
import { type Endpoint, invalidRequest, Problem } from '@gymgenius/contracts'
import { dateOf, daysBefore } from '@gymgenius/domain'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { type Athlete, actingAs, type Ctx, system } from '../context.ts'
import { takesIdempotencyKey } from './possible-problems.ts'
import type { Parts } from './validate.ts'

export interface Answer {
  readonly status: number
  /** JSON text; undefined for an answer without a body. */
  readonly text: string | undefined
  /** The route answered by itself; such an answer is not remembered. */
  readonly isSent?: boolean
}

const KEY = /^[\x21-\x7e]{1,128}$/
const REMEMBERED_FOR_DAYS = 7

/** The idempotency key of a request that has one and whose endpoint takes one. */
export function idempotencyKey(endpoint: Endpoint, request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined || !takesIdempotencyKey(endpoint)) return undefined
  if (typeof key === 'string' && KEY.test(key)) return key
  throw invalidRequest({ pointer: '/headers/idempotency-key', code: 'invalid_key', message: 'Must be 1 to 128 visible ASCII characters' })
}

/** Two requests are the same when they ask the same endpoint the same thing, by whatever alias and in whatever order of keys. */
export const fingerprintOf = ({ name }: Endpoint, { params, query, body }: Parts) =>
  createHash('sha256')
    .update(JSON.stringify([name, params ?? null, query ?? null, body ?? null]))
    .digest('hex')

/**
 * Answers a request once: what was answered the first time is answered again, and nothing happens twice.
 * Runs inside the transaction of the effect, so that effect and memory are kept together or not at all; a failure is not remembered.
 */
export async function answerOnce(
  ctx: Ctx,
  { athleteId }: Athlete,
  { key, fingerprint }: { readonly key: string; readonly fingerprint: string },
  answer: () => Promise<Answer>,
): Promise<Answer & { readonly isReplay: boolean }> {
  await holdAlone(ctx, `${athleteId} ${key}`)

  const earlier = await ctx.db
    .selectFrom('remembered_request')
    .select(['fingerprint', 'status', 'reply'])
    .where('account_id', '=', athleteId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (earlier !== undefined) {
    if (earlier.fingerprint !== fingerprint) throw new Problem('request.idempotency_mismatch')
    return { status: earlier.status, text: earlier.reply ?? undefined, isReplay: true }
  }

  const answered = await answer()
  if (answered.isSent === true) return { ...answered, isReplay: false }
  const { status, text } = answered
  await ctx.db
    .insertInto('remembered_request')
    .values({ account_id: athleteId, key, fingerprint, status, reply: text ?? null, made_at: dateOf(ctx.clock.now()) })
    .execute()
  return { status, text, isReplay: false }
}

/** One request of a key at a time, until this transaction ends. Whoever comes meanwhile is told so, and holds no connection waiting. */
async function holdAlone(ctx: Ctx, name: string) {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as held`.execute(ctx.db)
  if (rows[0]?.held !== true) throw new Problem('request.in_progress', { retryAfter: 1 })
}

/** Chore: a phone retries for hours, not for weeks. */
export async function forgetOldRequests(ctx: Ctx): Promise<void> {
  const before = dateOf(daysBefore(ctx.clock.now(), REMEMBERED_FOR_DAYS))
  await actingAs(ctx, system, (ctx) => ctx.db.deleteFrom('remembered_request').where('made_at', '<', before).execute())
}
