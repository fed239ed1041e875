import type { Account, clientKind, LoginSession } from '@gymgenius/contracts'
import { type AccountId, dateOf, type Instant, instant, isoOf, type LoginSessionId } from '@gymgenius/domain'
import type { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import { accountOf } from './accounts.repository.ts'
import type { ShownToken } from './refresh-tokens.ts'

export type Client = z.infer<typeof clientKind>
export type EndReason = 'signed_out' | 'ended_by_owner' | 'ended_by_admin' | 'password_changed' | 'token_reused'

/** One device that is, or was, signed in. */
export interface StoredSession {
  readonly id: LoginSessionId
  readonly client: Client
  readonly expiresAt: Instant
  readonly endReason: EndReason | undefined
}

export interface NewSession {
  readonly id: LoginSessionId
  readonly accountId: AccountId
  readonly client: Client
  readonly deviceName: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  const { id, accountId, client, deviceName, createdAt, expiresAt } = session
  await db
    .insertInto('login_session')
    .values({
      id,
      account_id: accountId,
      client,
      device_name: deviceName,
      created_at: dateOf(createdAt),
      last_used_at: dateOf(createdAt),
      expires_at: dateOf(expiresAt),
      proved_at: dateOf(createdAt),
    })
    .execute()
}

/** Whom a sign-in that is alive belongs to; undefined when it ended, expired, or its account was disabled. */
export async function livingSession(db: Db, id: LoginSessionId, now: Instant): Promise<Account | undefined> {
  const row = await db
    .selectFrom('login_session')
    .innerJoin('account', 'account.id', 'login_session.account_id')
    .select(['account.id', 'account.email', 'account.role', 'account.created_at'])
    .where('login_session.id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', dateOf(now))
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return row && accountOf(row)
}

/** When the owner of a device last showed who they are; undefined when they did not, or when the sign-in has ended. */
export async function provedAt(db: Db, accountId: AccountId, id: LoginSessionId): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('login_session')
    .select('proved_at')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.proved_at ? instant(row.proved_at) : undefined
}

export async function markProved(db: Db, accountId: AccountId, id: LoginSessionId, now: Instant): Promise<void> {
  await db
    .updateTable('login_session')
    .set({ proved_at: dateOf(now) })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
}

/** Whether this sign-in goes on; if so it waits with ending for this transaction. */
export async function holdLivingSession(db: Db, accountId: AccountId, id: LoginSessionId): Promise<boolean> {
  const row = await db
    .selectFrom('login_session')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

/**
 * The sign-in a refresh token belongs to, held until the transaction ends: everything that happens to its tokens happens one
 * after the other. What is read of the tokens must be read after this, or it may be what was true before the wait.
 */
export async function holdSessionOf(db: Db, tokenHash: string) {
  const row = await db
    .selectFrom('login_session as session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['session.id', 'client', 'expires_at', 'ended_at', 'end_reason', 'disabled_at'])
    .select(['account.id as account_id', 'account.email', 'account.role', 'account.created_at'])
    .where('session.id', '=', (token) => token.selectFrom('refresh_token').select('login_session_id').where('token_hash', '=', tokenHash))
    .forUpdate('session')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const session: StoredSession = {
    id: row.id as LoginSessionId,
    client: row.client as Client,
    expiresAt: instant(row.expires_at),
    endReason: row.ended_at === null ? undefined : (row.end_reason as EndReason),
  }
  return { session, account: accountOf({ ...row, id: row.account_id }), isDisabled: row.disabled_at !== null }
}

export async function insertRefreshToken(
  db: Db,
  token: { readonly hash: string; readonly loginSessionId: LoginSessionId; readonly issuedAt: Instant; readonly expiresAt: Instant },
): Promise<void> {
  await db
    .insertInto('refresh_token')
    .values({
      token_hash: token.hash,
      login_session_id: token.loginSessionId,
      issued_at: dateOf(token.issuedAt),
      expires_at: dateOf(token.expiresAt),
    })
    .execute()
}

export async function shownToken(db: Db, tokenHash: string): Promise<ShownToken | undefined> {
  const row = await db
    .selectFrom('refresh_token as token')
    .leftJoin('refresh_token as next', 'next.token_hash', 'token.replaced_by')
    .select(['token.expires_at', 'token.used_at', 'next.expires_at as next_expires_at', 'next.used_at as next_used_at'])
    .where('token.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    expiresAt: instant(row.expires_at),
    usedAt: row.used_at === null ? undefined : instant(row.used_at),
    next:
      row.next_expires_at === null
        ? undefined
        : { expiresAt: instant(row.next_expires_at), usedAt: row.next_used_at === null ? undefined : instant(row.next_used_at) },
  }
}

export async function markTokenUsed(db: Db, tokenHash: string, replacedBy: string, now: Instant): Promise<void> {
  await db
    .updateTable('refresh_token')
    .set({ used_at: dateOf(now), replaced_by: replacedBy })
    .where('token_hash', '=', tokenHash)
    .execute()
}

export async function markSessionUsed(db: Db, id: LoginSessionId, now: Instant): Promise<void> {
  await db
    .updateTable('login_session')
    .set({ last_used_at: dateOf(now) })
    .where('id', '=', id)
    .execute()
}

/** Ends sign-ins of one account that are not ended yet: the named one, or all but the named one, or all. Says which. */
export async function endSessions(
  db: Db,
  accountId: AccountId,
  which: { readonly only: LoginSessionId } | { readonly except: LoginSessionId } | 'all',
  reason: EndReason,
  now: Instant,
): Promise<LoginSessionId[]> {
  let ending = db
    .updateTable('login_session')
    .set({ ended_at: dateOf(now), end_reason: reason })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  if (which !== 'all') ending = 'only' in which ? ending.where('id', '=', which.only) : ending.where('id', '!=', which.except)
  const rows = await ending.returning('id').execute()
  return rows.map(({ id }) => id as LoginSessionId)
}

/** The devices of an account that are signed in, last used first. */
export async function livingSessions(db: Db, accountId: AccountId, now: Instant): Promise<Omit<LoginSession, 'isCurrent'>[]> {
  const rows = await db
    .selectFrom('login_session')
    .select(['id', 'client', 'device_name', 'created_at', 'last_used_at', 'expires_at'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', dateOf(now))
    .orderBy('last_used_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as LoginSessionId,
    client: row.client as Client,
    deviceName: row.device_name,
    createdAt: isoOf(instant(row.created_at)),
    lastUsedAt: isoOf(instant(row.last_used_at)),
    expiresAt: isoOf(instant(row.expires_at)),
  }))
}

/** Sign-ins and invites that ended or expired before `before` serve nobody any more; their tokens go with them. */
export async function deleteSessionsEndedBefore(db: Db, before: Instant): Promise<void> {
  await db
    .deleteFrom('login_session')
    .where((or) => or.or([or('ended_at', '<', dateOf(before)), or('expires_at', '<', dateOf(before))]))
    .execute()
}
