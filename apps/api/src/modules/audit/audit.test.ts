import type { AuditEntry } from '@gymgenius/contracts'
import type { AccountId, AthleteId } from '@gymgenius/domain'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { record } from '../../platform/audit.ts'
import { actingAs, system } from '../../platform/context.ts'
import { type Door, PASSWORD, type SignedInHere, test } from '../../testing/front-door.ts'
import { forgetOldEntries } from './retention.service.ts'

const told = async (door: Door, token: string, query = '') =>
  (await door.ask('GET', `/v1/audit${query}`, { token })).json<{ items: AuditEntry[]; nextCursor?: string }>()
const mine = async (door: Door, token: string) => (await door.ask('GET', '/v1/me/audit', { token })).json<{ items: AuditEntry[] }>().items
const acts = (items: readonly AuditEntry[]) => items.map(({ act, outcome }) => (outcome === 'done' ? act : `${act} refused`))

const admin = async (door: Door) => (await door.register('owner@example.test')).json<SignedInHere>()

test('who came in, who was refused and what was changed is told to an admin, with the request it came in', async ({ door }) => {
  const { accessToken: token } = await admin(door)
  const ann = await door.lifter('ann@example.test')
  await door.logIn('ann@example.test', { password: 'wrong horse battery' })
  await door.logIn('nobody@example.test')
  const body = { currentPassword: PASSWORD, newPassword: 'another good password' }
  await door.ask('POST', '/v1/auth/password', { token: ann.accessToken, body, headers: { 'x-request-id': 'the-change' } })
  await door.ask('GET', '/v1/export', { token: ann.accessToken })

  const { items } = await told(door, token, '?email=ann@example.test')
  expect(acts(items)).toEqual([
    'logging.exported',
    'accounts.password_changed',
    'accounts.signed_in refused',
    'accounts.signed_in',
    'accounts.opened',
  ])
  expect(items[1]).toMatchObject({ as: 'athlete', by: { email: 'ann@example.test' }, requestId: 'the-change' })
  expect(items[2]).toMatchObject({ as: 'nobody', about: { email: 'ann@example.test' } })
  expect(items[2]).not.toHaveProperty('by')
  const unknown = await told(door, token, '?outcome=refused&act=accounts.signed_in&limit=1')
  expect(unknown.items[0]).not.toHaveProperty('about')
  expect(JSON.stringify(await told(door, token))).not.toContain('nobody@example.test')
})

test('a lifter is told what concerns them and nothing else', async ({ door }) => {
  await admin(door)
  const ann = await door.lifter('ann@example.test')
  const bob = await door.lifter('bob@example.test')
  await door.logIn('ann@example.test', { password: 'wrong horse battery' })
  await door.ask('DELETE', '/v1/auth/sessions', { token: ann.accessToken })
  expect(acts(await mine(door, ann.accessToken))).toEqual([
    'accounts.devices_ended',
    'accounts.signed_in refused',
    'accounts.signed_in',
    'accounts.opened',
  ])
  expect(acts(await mine(door, bob.accessToken))).toEqual(['accounts.signed_in', 'accounts.opened'])
  expect((await door.ask('GET', '/v1/audit', { token: bob.accessToken })).statusCode).toBe(403)
  expect((await door.ask('GET', '/v1/audit/export', { token: bob.accessToken })).statusCode).toBe(403)
})

test('who asks for what their role does not allow is written down, with what it was, and cannot fill the log by asking on', async ({
  door,
}) => {
  const { accessToken: token } = await admin(door)
  const bob = await door.lifter('bob@example.test')
  const knock = () => door.ask('GET', '/v1/accounts', { token: bob.accessToken, headers: { 'x-request-id': 'the-knock' } })
  expect((await knock()).json()).toMatchObject({ status: 403, code: 'auth.forbidden' })
  const refused = async () => (await told(door, token, '?act=accounts.access_refused&limit=100')).items
  expect(await refused()).toMatchObject([
    {
      outcome: 'refused',
      as: 'athlete',
      by: { email: 'bob@example.test' },
      requestId: 'the-knock',
      facts: { endpoint: 'accounts.list_accounts' },
    },
  ])
  for (let i = 0; i < 30; i++) await knock()
  expect(await refused()).toHaveLength(10)
  expect(acts(await mine(door, bob.accessToken))).toContain('accounts.access_refused refused')
})

test('an admin who would appoint whom only a super admin may is written down', async ({ ctx, door }) => {
  const { accessToken: token } = await admin(door)
  const [ann, bob] = [await door.lifter('ann@example.test'), await door.lifter('bob@example.test')]
  const appoint = (by: string, whom: string, role: string) => door.ask('PATCH', `/v1/accounts/${whom}`, { token: by, body: { role } })
  await appoint(token, ann.account.id, 'admin')
  ctx.clock.advance(2000)
  expect((await appoint(ann.accessToken, bob.account.id, 'admin')).statusCode).toBe(403)
  expect((await told(door, token, '?act=accounts.access_refused')).items).toMatchObject([
    { as: 'admin', by: { email: 'ann@example.test' }, facts: { endpoint: 'accounts.change_role' } },
  ])
})

test('an act that fails leaves no entry that says it was done', async ({ ctx }) => {
  const failing = actingAs(ctx, system, async (ctx) => {
    await record(ctx, { act: 'accounts.signed_out', as: 'house' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await ctx.db.selectFrom('audit_entry').select('id').execute()).toEqual([])
})

test('nobody who serves requests changes or removes an entry, and nobody writes in the name of another', async ({ ctx, door }) => {
  const ann = await door.lifter('ann@example.test')
  const bob = await door.lifter('bob@example.test')
  const athleteId = ann.account.id as AthleteId
  const athlete = { kind: 'athlete', athleteId, loginSessionId: athleteId as never } as const
  const before = await ctx.db.selectFrom('audit_entry').selectAll().execute()
  for (const actor of [athlete, system]) {
    const changed = actingAs(ctx, actor, ({ db }) => db.updateTable('audit_entry').set({ act: 'nothing' }).execute())
    await expect(changed).rejects.toMatchObject({ code: '42501' })
    const removed = actingAs(ctx, actor, ({ db }) => db.deleteFrom('audit_entry').execute())
    await expect(removed).rejects.toMatchObject({ code: '42501' })
  }
  const forged = (by: string, about: string) =>
    actingAs(ctx, athlete, (ctx) => record(ctx, { act: 'accounts.proved', as: 'athlete', by: by as AccountId, about: about as AccountId }))
  await expect(forged(bob.account.id, athleteId)).rejects.toMatchObject({ code: 'P0002' })
  await expect(forged(athleteId, bob.account.id)).rejects.toMatchObject({ code: 'P0002' })
  expect(await ctx.db.selectFrom('audit_entry').selectAll().execute()).toEqual(before)
})

test('when an account is gone its entries stay, and lead to nobody', async ({ ctx, door }) => {
  const { accessToken: token } = await admin(door)
  const ann = await door.lifter('ann@example.test')
  await ctx.db.deleteFrom('account').where('id', '=', ann.account.id).execute()
  const { items } = await told(door, token, '?act=accounts.opened&limit=1')
  expect(items[0]).toMatchObject({ by: { pseudonym: expect.any(String) as string } })
  expect(JSON.stringify(items)).not.toMatch(new RegExp(`ann@|${ann.account.id}`))
  expect((await told(door, token, '?email=ann@example.test')).items).toEqual([])
})

test('pages go on where they ended, and a span is a span', async ({ ctx, door }) => {
  const { accessToken: token } = await admin(door)
  for (const name of ['ann', 'bob', 'cid']) {
    ctx.clock.advance(60_000)
    await door.lifter(`${name}@example.test`)
  }
  const whole = (await told(door, token)).items
  const first = await told(door, token, '?limit=3')
  const second = await told(door, token, `?limit=200&cursor=${first.nextCursor}`)
  expect([...first.items, ...second.items]).toEqual(whole)
  const span = await told(door, token, '?from=2026-03-02T18:01:00Z&to=2026-03-02T18:02:00Z')
  expect(acts(span.items)).toEqual(['accounts.signed_in', 'accounts.opened'])
  const backwards = await door.ask('GET', '/v1/audit?from=2026-03-03T00:00:00Z&to=2026-03-02T00:00:00Z', { token })
  expect(backwards.json()).toMatchObject({ status: 422, facts: { errors: [{ pointer: '/query/from', code: 'invalid_query' }] } })
})

test('the log leaves as JSON lines and as CSV, and that it did is in it', async ({ door }) => {
  const { accessToken: token } = await admin(door)
  await door.lifter('=cmd@example.test')
  const lines = await door.ask('GET', '/v1/audit/export?act=accounts.opened', { token })
  expect(lines.headers['content-type']).toBe('application/x-ndjson')
  const entries = lines.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditEntry)
  expect(entries.map(({ by }) => by?.email)).toEqual(['=cmd@example.test', 'owner@example.test'])
  const csv = await door.ask('GET', '/v1/audit/export?format=csv', { token })
  expect(csv.headers['content-disposition']).toBe('attachment; filename="gymgenius-audit.csv"')
  expect(csv.body.split('\r\n')[0]).toBe('at,act,outcome,as,by,by_email,about,about_email,request_id,facts')
  expect(csv.body).toContain(",'=cmd@example.test,")
  expect(acts((await told(door, token, '?act=audit.exported')).items)).toHaveLength(2)
})

test('entries go when they are older than promised, and nothing younger can be made to', async ({ ctx, door }) => {
  await admin(door)
  const write = async (at: string) => {
    const id = ctx.ids.next()
    await ctx.db
      .insertInto('audit_entry')
      .values({ id, at: new Date(at), act: 'accounts.opened', actor_kind: 'house', outcome: 'done' })
      .execute()
    return id
  }
  const old = await write('2024-02-01T00:00:00Z')
  const kept = await write('2024-04-01T00:00:00Z')
  const fresh = await write(new Date().toISOString()) // the 90 days are the database's own, by its own clock
  await forgetOldEntries(ctx)
  const left = (await ctx.db.selectFrom('audit_entry').select('id').execute()).map(({ id }) => id)
  expect(left).toContain(kept)
  expect(left).not.toContain(old)
  await actingAs(ctx, system, ({ db }) => sql`select forget_audit(now() + interval '1 day')`.execute(db))
  expect(await ctx.db.selectFrom('audit_entry').select('id').where('id', '=', fresh).execute()).toHaveLength(1)
})
