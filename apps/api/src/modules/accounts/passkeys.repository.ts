import type { Passkey } from '@gymgenius/contracts'
import { type AccountId, dateOf, type Instant, instant, isoOf, type PasskeyId } from '@gymgenius/domain'
import type { Db } from '../../platform/database.ts'

/** What an answer is checked against. */
export interface StoredPasskey {
  readonly id: PasskeyId
  readonly accountId: AccountId
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
}

export interface NewPasskey extends StoredPasskey {
  readonly transports: readonly string[]
  readonly isSynced: boolean
  readonly name: string
  readonly createdAt: Instant
}

const SHOWN = ['id', 'name', 'created_at', 'last_used_at', 'is_synced'] as const

export async function passkeysOf(db: Db, accountId: AccountId): Promise<Passkey[]> {
  const rows = await db.selectFrom('passkey').select(SHOWN).where('account_id', '=', accountId).orderBy('id').execute()
  return rows.map(shown)
}

/** What a browser must not make a second time. */
export async function credentialsOf(db: Db, accountId: AccountId): Promise<{ readonly id: string; readonly transports: string[] }[]> {
  const rows = await db.selectFrom('passkey').select(['credential_id', 'transports']).where('account_id', '=', accountId).execute()
  return rows.map((row) => ({ id: row.credential_id, transports: row.transports }))
}

export async function passkeyByCredential(db: Db, credentialId: string): Promise<StoredPasskey | undefined> {
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'account_id', 'public_key', 'counter'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const publicKey = new Uint8Array(row.public_key)
  return { id: row.id as PasskeyId, accountId: row.account_id as AccountId, credentialId, publicKey, counter: row.counter }
}

/** False where this credential is kept already, by whomever. */
export async function insertPasskey(db: Db, passkey: NewPasskey): Promise<boolean> {
  const row = await db
    .insertInto('passkey')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
      is_synced: passkey.isSynced,
      name: passkey.name,
      created_at: dateOf(passkey.createdAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** False where it was used meanwhile with a higher count, which says that somebody has a copy, or was taken away. */
export async function markPasskeyUsed(db: Db, { id, counter: before }: StoredPasskey, counter: number, now: Instant): Promise<boolean> {
  const row = await db
    .updateTable('passkey')
    .set({ counter, last_used_at: dateOf(now) })
    .where('id', '=', id)
    .where('counter', '=', before)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function namePasskey(db: Db, accountId: AccountId, id: PasskeyId, name: string): Promise<Passkey | undefined> {
  const row = await db
    .updateTable('passkey')
    .set({ name })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning(SHOWN)
    .executeTakeFirst()
  return row && shown(row)
}

export async function removePasskey(db: Db, accountId: AccountId, id: PasskeyId): Promise<boolean> {
  const row = await db.deleteFrom('passkey').where('account_id', '=', accountId).where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** Takes a challenge, once. */
export async function takeChallenge(db: Db, challengeHash: string, expiresAt: Instant): Promise<boolean> {
  const row = await db
    .insertInto('answered_challenge')
    .values({ challenge_hash: challengeHash, expires_at: dateOf(expiresAt) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('challenge_hash')
    .executeTakeFirst()
  return row !== undefined
}

export async function forgetChallengesExpiredBefore(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('answered_challenge').where('expires_at', '<', dateOf(before)).execute()
}

interface ShownRow {
  readonly id: string
  readonly name: string
  readonly created_at: Date
  readonly last_used_at: Date | null
  readonly is_synced: boolean
}

const shown = (row: ShownRow): Passkey => ({
  id: row.id as PasskeyId,
  name: row.name,
  createdAt: isoOf(instant(row.created_at)),
  ...(row.last_used_at === null ? {} : { lastUsedAt: isoOf(instant(row.last_used_at)) }),
  isSynced: row.is_synced,
})
