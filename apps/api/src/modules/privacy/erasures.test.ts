import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { anEvening, type Asking } from '../../testing/evening.ts'
import { type Door, PASSWORD, type SignedInHere, test } from '../../testing/front-door.ts'
import { rooms } from '../../rooms.ts'
import { eraseNext } from './erasures.service.ts'

const HOUR_MS = 3_600_000

/** Ann has trained, shared, exported and been refused. */
async function aLife(door: Door): Promise<SignedInHere> {
  await door.register('owner@example.test')
  const ann = await door.lifter('ann@example.test')
  const ask: Asking = (options) =>
    door.http.inject({ ...options, headers: { ...options.headers, authorization: `Bearer ${ann.accessToken}` } })
  await anEvening(ask, 'Xanadu')
  await ask({ method: 'POST', url: '/v1/goals', headers: { 'idempotency-key': 'again' }, payload: { kind: 'habit', title: 'Sleep' } })
  await ask({ url: '/v1/export' })
  await door.logIn('ann@example.test', { password: 'wrong horse battery' })
  return ann
}

/** Every row of every table in which one of these words stands, whatever its column. */
async function rowsWith(ctx: Ctx, words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`.execute(ctx.db)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(ctx.db)
    for (const { row } of rows) if (words.some((word) => row.includes(word))) found.push(`${name}: ${row.slice(0, 200)}`)
  }
  return found
}

/** Every id that a row of this lifter has. */
async function idsOf(ctx: Ctx, athleteId: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string; owner: string }>`
    select table_name as name, column_name as owner from information_schema.columns
    where table_schema = 'public' and column_name in ('athlete_id', 'account_id')`.execute(ctx.db)
  const ids = new Set([athleteId])
  for (const { name, owner } of tables) {
    const { rows } = await sql<{ id: string | null }>`
      select to_jsonb(t) ->> 'id' as id from ${sql.table(name)} t where ${sql.ref(owner)} = ${athleteId}`.execute(ctx.db)
    for (const { id } of rows) if (id !== null) ids.add(id)
  }
  return [...ids]
}

test('an erased account leaves nothing in any table but entries of the audit log that lead to nobody', async ({ ctx, door }) => {
  const ann = await aLife(door)
  const { accessToken: token } = ann
  const words = [...(await idsOf(ctx, ann.account.id)), 'ann@example.test', 'Xanadu']
  expect(words.length).toBeGreaterThan(15)
  expect((await rowsWith(ctx, words)).length).toBeGreaterThan(25)
  const asked = await door.ask('POST', '/v1/me/erasure', { token })
  expect(asked.json()).toMatchObject({ askedAt: '2026-03-02T18:00:00.000Z', dueAt: '2026-03-03T18:00:00.000Z' })
  ctx.clock.advance(24 * HOUR_MS - 1)
  expect(await eraseNext(ctx)).toBeUndefined()
  expect((await rowsWith(ctx, [ann.account.id])).length).toBeGreaterThan(20)
  ctx.clock.advance(1)
  expect(await eraseNext(ctx)).toBe('more')
  expect(await eraseNext(ctx)).toBeUndefined()
  expect(await rowsWith(ctx, words)).toEqual([])
  const { rows } = await sql<{ acts: string[] }>`
    select array_agg(act order by at, id) as acts from audit_entry
    where subject = (select subject from audit_entry where act = 'privacy.erased')`.execute(ctx.db)
  expect(rows[0]!.acts).toEqual(expect.arrayContaining(['accounts.opened', 'logging.exported', 'privacy.erasure_asked', 'privacy.erased']))
  expect((await door.logIn('ann@example.test')).json()).toMatchObject({ code: 'auth.invalid_credentials' })
  expect((await door.lifter('ann@example.test')).account.id).not.toBe(ann.account.id)
})

test('B89 an export during the grace has the whole log, also when erasing is due, and afterwards there is none', async ({ ctx, door }) => {
  const ann = await aLife(door)
  const exported = async (token: string) => (await door.ask('GET', '/v1/export', { token })).json<{ logging: object }>()
  const { logging } = await exported(ann.accessToken)
  expect(JSON.stringify(logging)).toContain('Xanadu')
  await door.ask('POST', '/v1/me/erasure', { token: ann.accessToken })
  expect((await exported(ann.accessToken)).logging).toEqual(logging)
  ctx.clock.advance(24 * HOUR_MS)
  const { accessToken: late } = (await door.refresh(ann.refreshToken)).json<SignedInHere>()
  expect((await exported(late)).logging).toEqual(logging)
  while ((await eraseNext(ctx)) === 'more');
  ctx.clock.advance(2000) // a sign-in that was alive a second ago is believed
  expect(await exported(late)).toMatchObject({ status: 401, code: 'auth.session_ended' })
})

test('during the grace other devices and trainers are out, this device may keep the account, and another’s is untouched', async ({
  ctx,
  door,
}) => {
  const ann = await aLife(door)
  const other = (await door.logIn('ann@example.test')).json<SignedInHere>()
  const { accessToken: token } = ann
  expect((await door.ask('GET', '/v1/me/erasure', { token })).json()).toEqual({ graceHours: 24 })
  const asked = (await door.ask('POST', '/v1/me/erasure', { token })).json<object>()
  ctx.clock.advance(60_000)
  expect((await door.ask('POST', '/v1/me/erasure', { token })).json()).toEqual(asked)
  expect((await door.ask('GET', '/v1/me/erasure', { token })).json()).toEqual({ graceHours: 24, erasure: asked })
  expect((await door.ask('GET', '/v1/me', { token: other.accessToken })).json()).toMatchObject({ code: 'auth.session_ended' })
  const grants = (await door.ask('GET', '/v1/grants', { token })).json<{ items: { state: string }[] }>().items
  expect(grants.map(({ state }) => state)).toEqual(['ended'])
  expect((await door.ask('DELETE', '/v1/me/erasure', { token })).statusCode).toBe(204)
  ctx.clock.advance(48 * HOUR_MS)
  expect(await eraseNext(ctx)).toBeUndefined()
  expect((await door.logIn('ann@example.test')).statusCode).toBe(200)
})

test('erasing asks for the password, when it was not shown for a while', async ({ ctx, door }) => {
  const ann = await door.lifter('ann@example.test')
  ctx.clock.advance(6 * 60_000)
  const { accessToken: token } = ann
  const ask = () => door.ask('POST', '/v1/me/erasure', { token })
  expect((await ask()).json()).toMatchObject({ status: 403, code: 'auth.proof_required' })
  expect((await door.ask('POST', '/v1/auth/step-up', { token, body: { password: PASSWORD } })).statusCode).toBe(204)
  expect((await ask()).statusCode).toBe(202)
})

/** Kept for the machine's sake: secrets that nobody is told again, and what can be worked out from the rest. */
const nobodysToRead: Readonly<Record<string, string>> = {
  refresh_token: 'hashes of secrets',
  totp: 'a sealed secret',
  backup_code: 'hashes of secrets',
  invite: 'hashes of secrets',
  remembered_request: 'answers given a second time, for a week',
  applied_op: 'numbers of changes that devices sent',
  sync_horizon: 'a number',
  fit_visit: 'when a fit was looked for',
  movement_vector: 'worked out from movements',
  lifter_belief: 'worked out from sets',
  movement_belief: 'worked out from sets',
  belief_milestone: 'worked out from sets',
  set_forecast: 'worked out from sets',
}

test('every table with rows of a lifter is answered by a room, or says why nobody would want it', async ({ ctx }) => {
  const { rows: tables } = await sql<{ name: string; room: string }>`
    select c.relname as name, substring(obj_description(c.oid) from 'room: ([a-z]+)') as room from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname in ('athlete_id', 'account_id', 'created_by'))`.execute(ctx.db)
  const answering = new Set(rooms.filter(({ personalData }) => personalData !== undefined).map(({ name }) => name))
  const unanswered = tables.filter(({ name, room }) => !answering.has(room) && nobodysToRead[name] === undefined)
  expect(tables.length).toBeGreaterThan(25)
  expect(unanswered).toEqual([])
})
