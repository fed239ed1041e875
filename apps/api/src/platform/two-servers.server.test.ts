import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer, withDatabase } from '../testing/global-setup.ts'
import { ask, type Heard, type Lifter, type Machines, nextId, openMachines, signUp, strong, until, upload } from '../testing/machines.ts'
import { type ServerProcess, startServer } from '../testing/server-process.ts'
import { migrate, openPool, readMigrations } from './database.ts'
import { WHOLE_RUN_LOCK } from './migrate-safely.ts'
import { migrationFolder } from './world.ts'

let machines: Machines
let a: ServerProcess
let b: ServerProcess
let lifter: Lifter

// They meet an empty database at the same moment.
beforeAll(async () => {
  machines = await openMachines()
  ;[a, b] = (await Promise.all([machines.start(), machines.start()])) as [ServerProcess, ServerProcess]
  ;[lifter] = (await Promise.all([a, b, a, b].map(signUp))) as [Lifter]
})
afterAll(() => machines?.close())

test('servers that meet an empty database at once migrate it once', async () => {
  const server = process.env['TEST_DATABASE_URL']!
  const empty = `gymgenius_empty_${nextId().replaceAll('-', '')}`
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

test('a server that meets another half-way through its migrations waits for the end, and backs up nothing half-made', async () => {
  const server = process.env['TEST_DATABASE_URL']!
  const halfWay = `gymgenius_half_way_${nextId().replaceAll('-', '')}`
  await onServer(server, `create database ${halfWay}`)
  const url = withDatabase(server, halfWay)
  const other = openPool({ connection: { connectionString: url }, size: 2 })
  const folder = await mkdtemp(join(tmpdir(), 'gg-half-way-'))
  try {
    const migrations = await readMigrations(migrationFolder)
    await migrate(other, migrations.slice(0, 12)) // the thirteenth drops a table
    let starting: Promise<ServerProcess> | undefined
    await other.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(${WHOLE_RUN_LOCK}::bigint)`.execute(tx)
      starting = startServer(folder, { DATABASE_URL: url })
      starting.catch(() => {})
      await until(
        async () => (await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(other)).rows.length > 0,
      )
      await migrate(other, migrations)
    })
    await (await starting!).kill()
    expect(await readdir(folder)).not.toContain('backups')
  } finally {
    await other.destroy()
    await onServer(server, `drop database ${halfWay} with (force)`)
    await rm(folder, { recursive: true })
  }
})

test('one key sent to both servers at once makes one set, and both give the one answer', async () => {
  const before = await setsKept()
  for (let round = 0; round < 20; round++) {
    const key = { 'idempotency-key': `round-${round}` }
    const set = { movementId: lifter.movementId, loadKg: 100, reps: 5 }
    const replies = await Promise.all(
      [a, b, a, b].map((one) => persist(() => ask(one, 'POST', '/v1/sets', { body: set, headers: key, token: lifter.token }))),
    )
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  }
  expect((await setsKept()) - before).toBe(20)
})

test('sets logged at both servers at once are each kept once, in one workout, with a place and a change number of their own', async () => {
  const [other, ids] = [await signUp(b), Array.from({ length: 60 }, () => nextId())]
  await Promise.all(
    ids.flatMap((id) =>
      [a, b].map((one) =>
        ask(one, 'POST', '/v1/sets', { body: { id, movementId: other.movementId, loadKg: 60, reps: 8 }, token: other.token }),
      ),
    ),
  )
  const { rows } = await machines.query<{ id: string; workout_id: string; position: number; change_seq: number }>(
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
  const replies = await Promise.all([a, b].map((one) => ask(one, 'POST', '/v1/sync', { body: { ops }, token: other.token })))
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
  const commits = await Promise.all([a, b].map((one) => ask(one, 'POST', `/v1/imports/${previewed}/commit`, { token: other.token })))
  expect(commits.map(({ status }) => status).sort()).toEqual([202, 202])
  await until(async () => (await ask(b, 'GET', `/v1/imports/${previewed}`, { token: other.token })).text.includes('"committed"'))
  // The import says so itself before its job is crossed off.
  const jobs = () =>
    machines.query<{ attempts: number; done: boolean }>(
      `select attempts, done_at is not null as done from outbox where topic = 'job:imports.commit'`,
    )
  await until(async () => (await jobs()).rows.some(({ done }) => done))
  expect((await jobs()).rows).toEqual([{ attempts: 1, done: true }])
  expect((await machines.query('select 1 from performed_set where import_id = $1', [previewed])).rowCount).toBe(12_000)
})

test('a sign-in ended at one server is refused at the other', async () => {
  const other = await signUp(a)
  expect((await ask(b, 'GET', '/v1/me', { token: other.token })).status).toBe(200)
  const { items } = JSON.parse((await ask(b, 'GET', '/v1/auth/sessions', { token: other.token })).text) as { items: { id: string }[] }
  expect((await ask(a, 'DELETE', `/v1/auth/sessions/${items[0]!.id}`, { token: other.token })).status).toBe(204)
  await until(async () => (await ask(b, 'GET', '/v1/me', { token: other.token })).text.includes('auth.session_ended'))
})

test('of those who open the first accounts at once, one is the super admin', async () => {
  const { rows } = await machines.query<{ count: number }>(`select count(*)::int as count from account where role = 'super_admin'`)
  expect(rows).toEqual([{ count: 1 }])
})

test('one server goes, and the other goes on with the work', async () => {
  await a.kill()
  const set = { id: nextId(), movementId: lifter.movementId, loadKg: 100, reps: 5 }
  expect((await ask(b, 'POST', '/v1/sets', { body: set, token: lifter.token })).status).toBe(201)
  expect((await ask(b, 'GET', '/readyz')).status).toBe(200)
})

/** As a phone does: it is told that its request is being answered, and asks again. */
async function persist(work: () => Promise<Heard>): Promise<Heard> {
  for (;;) {
    const heard = await work()
    if (!heard.text.includes('request.in_progress')) return heard
    await sleep(20)
  }
}

const setsKept = async () => (await machines.query('select 1 from performed_set')).rowCount!
