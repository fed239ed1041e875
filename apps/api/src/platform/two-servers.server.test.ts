import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { uuidV7Maker } from '@gymgenius/domain'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer, withDatabase } from '../testing/global-setup.ts'
import { type ServerProcess, startServer } from '../testing/server-process.ts'
import { migrate, openPool, readMigrations } from './database.ts'
import { migrationFolder } from './world.ts'

const server = process.env['TEST_DATABASE_URL']!
const name = `gymgenius_two_${randomBytes(6).toString('hex')}`
const database = withDatabase(server, name)
const nextId = uuidV7Maker(Date.now, (into) => crypto.getRandomValues(into))

let folder: string
let a: ServerProcess
let b: ServerProcess
let lifter: Lifter

interface Lifter {
  readonly token: string
  readonly movementId: string
}

// Two machines, as it were: a data folder each, and one secret. They meet an empty database at the same moment.
beforeAll(async () => {
  await onServer(server, `create database ${name}`)
  folder = await mkdtemp(join(tmpdir(), 'gg-two-'))
  const secret = randomBytes(32).toString('base64url')
  const started = await Promise.allSettled(
    ['a', 'b'].map(async (machine) => {
      const data = join(folder, machine)
      await mkdir(data, { mode: 0o700 })
      await writeFile(join(data, 'secret'), secret, { mode: 0o600 })
      return startServer(data, { DATABASE_URL: database, REGISTRATION: 'open' })
    }),
  )
  ;[a, b] = started.map((one) => (one as PromiseFulfilledResult<ServerProcess>).value) as [ServerProcess, ServerProcess]
  expect(started.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  ;[lifter] = (await Promise.all([a, b, a, b].map(signUp))) as [Lifter]
})

afterAll(async () => {
  await Promise.all([a?.kill(), b?.kill()])
  await onServer(server, `drop database if exists ${name} with (force)`)
  await rm(folder, { recursive: true })
})

test('servers that meet an empty database at once migrate it once', async () => {
  const empty = `${name}_empty`
  await onServer(server, `create database ${empty}`)
  const pools = Array.from({ length: 8 }, () => openPool({ connection: { connectionString: withDatabase(server, empty) }, size: 1 }))
  try {
    const migrations = await readMigrations(migrationFolder)
    const applied = await Promise.all(pools.map((pool) => migrate(pool, migrations)))
    expect(applied.flat().sort()).toEqual(migrations.map((migration) => migration.name))
  } finally {
    await Promise.all(pools.map((pool) => pool.destroy()))
    await onServer(server, `drop database ${empty} with (force)`)
  }
})

test('one key sent to both servers at once makes one set, and both give the one answer', async () => {
  const before = await setsKept()
  for (let round = 0; round < 20; round++) {
    const key = { 'idempotency-key': `round-${round}` }
    const set = { movementId: lifter.movementId, loadKg: 100, reps: 5 }
    const replies = await Promise.all([a, b, a, b].map((one) => persist(() => ask(one, 'POST', '/v1/sets', set, key))))
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  }
  expect((await setsKept()) - before).toBe(20)
})

test('sets logged at both servers at once are each kept once, in one workout, with a place and a change number of their own', async () => {
  const [other, ids] = [await signUp(b), Array.from({ length: 60 }, () => nextId())]
  await Promise.all(
    ids.flatMap((id) =>
      [a, b].map((one) => ask(one, 'POST', '/v1/sets', { id, movementId: other.movementId, loadKg: 60, reps: 8 }, {}, other.token)),
    ),
  )
  const { rows } = await query<{ id: string; workout_id: string; position: number; change_seq: number }>(
    'select id::text, workout_id::text, position, change_seq from performed_set where id = any($1::uuid[])',
    [ids],
  )
  expect(rows).toHaveLength(60)
  const distinct = (key: keyof (typeof rows)[number]) => new Set(rows.map((row) => row[key])).size
  expect([distinct('workout_id'), distinct('position'), distinct('change_seq')]).toEqual([1, 60, 60])
})

test('one batch of changes pushed through both servers is applied once', async () => {
  const [other, deviceId] = [await signUp(a), nextId()]
  const ops = Array.from({ length: 50 }, (_, i) => ({
    opId: nextId(),
    deviceId,
    deviceSeq: i + 1,
    hlc: `${Date.now()}-${i.toString(16).padStart(4, '0')}`,
    entity: 'set',
    entityId: nextId(),
    kind: 'put',
    fields: { movementId: other.movementId, loadKg: 60, reps: 8 },
  }))
  const replies = await Promise.all([a, b].map((one) => ask(one, 'POST', '/v1/sync', { ops }, {}, other.token)))
  const outcomes = replies.flatMap(({ text }) => (JSON.parse(text) as { results: { outcome: string }[] }).results)
  expect(Map.groupBy(outcomes, ({ outcome }) => outcome)).toMatchObject(
    new Map([
      ['applied', { length: 50 }],
      ['duplicate', { length: 50 }],
    ]),
  )
})

test('work in the background is done once, by one of them', async () => {
  const other = await signUp(b)
  const previewed = await upload(a, other.token, strong(12_000))
  const commits = await Promise.all([a, b].map((one) => ask(one, 'POST', `/v1/imports/${previewed}/commit`, undefined, {}, other.token)))
  expect(commits.map(({ status }) => status).sort()).toEqual([202, 202])
  await until(async () => (await ask(b, 'GET', `/v1/imports/${previewed}`, undefined, {}, other.token)).text.includes('"committed"'))
  const { rows } = await query<{ attempts: number; done: boolean }>(
    `select attempts, done_at is not null as done from outbox where topic = 'job:imports.commit'`,
  )
  expect(rows).toEqual([{ attempts: 1, done: true }])
  expect((await query('select 1 from performed_set where import_id = $1', [previewed])).rowCount).toBe(12_000)
})

test('a sign-in ended at one server is refused at the other', async () => {
  const other = await signUp(a)
  expect((await ask(b, 'GET', '/v1/me', undefined, {}, other.token)).status).toBe(200)
  const { items } = JSON.parse((await ask(b, 'GET', '/v1/auth/sessions', undefined, {}, other.token)).text) as { items: { id: string }[] }
  expect((await ask(a, 'DELETE', `/v1/auth/sessions/${items[0]!.id}`, undefined, {}, other.token)).status).toBe(204)
  await until(async () => (await ask(b, 'GET', '/v1/me', undefined, {}, other.token)).text.includes('auth.session_ended'))
})

test('of those who open the first accounts at once, one is the super admin', async () => {
  const { rows } = await query<{ count: number }>(`select count(*)::int as count from account where role = 'super_admin'`)
  expect(rows).toEqual([{ count: 1 }])
})

test('one server goes, and the other goes on with the work', async () => {
  await a.kill()
  const set = { id: nextId(), movementId: lifter.movementId, loadKg: 100, reps: 5 }
  expect((await ask(b, 'POST', '/v1/sets', set)).status).toBe(201)
  expect((await ask(b, 'GET', '/readyz')).status).toBe(200)
})

interface Heard {
  readonly status: number
  readonly text: string
}

async function ask(one: ServerProcess, method: string, path: string, body?: object, headers = {}, token = lifter?.token): Promise<Heard> {
  const reply = await fetch(one.address + path, {
    method,
    headers: { ...headers, authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: reply.status, text: await reply.text() }
}

/** As a phone does: it is told that its request is being answered, and asks again. */
async function persist(work: () => Promise<Heard>): Promise<Heard> {
  for (;;) {
    const heard = await work()
    if (!heard.text.includes('request.in_progress')) return heard
    await sleep(20)
  }
}

async function until(holds: () => Promise<boolean>) {
  while (!(await holds())) await sleep(50)
}

async function signUp(one: ServerProcess): Promise<Lifter> {
  const account = { email: `${nextId()}@example.test`, password: 'a long enough password', client: 'cli' }
  const { accessToken: token } = JSON.parse((await ask(one, 'POST', '/v1/auth/register', account)).text) as { accessToken: string }
  const found = await ask(one, 'GET', '/v1/movements?q=squat&limit=1', undefined, {}, token)
  return { token, movementId: (JSON.parse(found.text) as { items: { id: string }[] }).items[0]!.id }
}

async function upload(one: ServerProcess, token: string, csv: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'strong.csv')
  const reply = await fetch(`${one.address}/v1/imports`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form })
  return ((await reply.json()) as { id: string }).id
}

/** A history as Strong exports it: a workout a day of a hundred sets. */
function strong(sets: number): string {
  const rows = Array.from({ length: sets }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(i / 100))).toISOString().slice(0, 10)
    return `${day} 18:00:00,Day,1h,Squat (Barbell),${(i % 100) + 1},100,kg,5,0,0,,,`
  })
  return `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n${rows.join('\n')}\n`
}

const setsKept = async () => (await query('select 1 from performed_set')).rowCount!

async function query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    return await client.query<Row>(text, values)
  } finally {
    await client.end()
  }
}
