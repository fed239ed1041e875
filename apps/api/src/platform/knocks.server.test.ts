import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { type FaultProxy, openFaultProxy } from '../testing/fault-proxy.ts'
import {
  ask,
  askForWork,
  type Heard,
  type Lifter,
  logSet,
  type Machines,
  nextId,
  openMachines,
  signUp,
  until,
  work,
} from '../testing/machines.ts'
import type { ServerProcess } from '../testing/server-process.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 }) // processes start, and this machine may be busy

const POOL = 10
const PHONES = 60
const SETS_EACH = 5

let machines: Machines
let wire: FaultProxy
let api: ServerProcess
let lifter: Lifter
let through: string

beforeAll(async () => {
  machines = await openMachines()
  const { hostname, port } = new URL(machines.database)
  wire = await openFaultProxy(Number(port || 5432), hostname)
  const url = new URL(machines.database)
  url.host = `127.0.0.1:${wire.port}`
  through = url.toString()
  api = await machines.start({ DATABASE_URL: through, DATABASE_POOL: String(POOL) })
  lifter = await signUp(api)
})
afterAll(async () => {
  await machines?.close()
  await wire?.close()
})

const kept = async (id: string) => (await machines.query('select 1 from performed_set where id = $1', [id])).rowCount
const problemOf = ({ text }: Heard) => JSON.parse(text) as { status: number; code: string }

/** From here on the database answers every new row of the table with this error, as it does by itself when it comes to that. */
async function failInserts(table: string, errorCode: string): Promise<() => Promise<unknown>> {
  await machines.query(`create function fail_${table}() returns trigger language plpgsql as $$
    begin raise exception 'it is so' using errcode = '${errorCode}'; end $$`)
  await machines.query(`create trigger fail before insert on ${table} for each row execute function fail_${table}()`)
  const mend = () => machines.query(`drop function if exists fail_${table}() cascade`)
  onTestFinished(async () => void (await mend()))
  return mend
}

test('F11 the disk of the database is full: a set is refused and nothing of it kept, what is there is read, and with room it is taken', async () => {
  const [id, opId, entityId] = [nextId(), nextId(), nextId()]
  const set = { id, movementId: lifter.movementId, loadKg: 100, reps: 5 }
  const fields = { movementId: lifter.movementId, loadKg: 60, reps: 8 }
  const ops = [{ opId, deviceId: nextId(), deviceSeq: 1, hlc: `${Date.now()}-0000`, entity: 'set', entityId, kind: 'put', fields }]
  const log = () => ask(api, 'POST', '/v1/sets', { body: set, token: lifter.token, headers: { 'idempotency-key': id } })
  const push = () => ask(api, 'POST', '/v1/sync', { body: { ops }, token: lifter.token })
  const mend = await failInserts('performed_set', '53100')

  expect(problemOf(await log())).toMatchObject({ status: 507, code: 'server.disk_full' })
  const pushed = await push()
  expect(pushed.text).not.toContain('"applied"')
  expect((await machines.query('select 1 from workout')).rowCount).toBe(0)
  for (const path of ['/v1/workouts', '/v1/me', '/readyz']) expect((await ask(api, 'GET', path, { token: lifter.token })).status).toBe(200)

  await mend()
  expect((await log()).status).toBe(201)
  expect((await push()).text).toContain('"applied"')
  expect([await kept(id), await kept(entityId)]).toEqual([1, 1])
})

test('F9 work that cannot be asked for is not half asked for: what would have asked is not kept either', async () => {
  const before = (await machines.query('select 1 from movement')).rowCount
  const mend = await failInserts('outbox', '57014')
  await expect(askForWork(api, lifter)).rejects.toThrow('server.busy')
  expect((await machines.query('select 1 from movement')).rowCount).toBe(before)
  await mend()
  await askForWork(api, lifter)
  await until(async () => (await work(machines)).every(({ done }) => done))
})

test('F10 what cannot be written into the audit log is not done', async () => {
  const mend = await failInserts('audit_entry', '53100')
  const email = `${nextId()}@example.test`
  const register = () => ask(api, 'POST', '/v1/auth/register', { body: { email, password: 'a long enough password', client: 'cli' } })
  expect((await register()).status).toBe(507)
  expect((await machines.query('select 1 from account where email = $1', [email])).rowCount).toBe(0)
  await mend()
  expect((await register()).status).toBe(201)
})

test(`R13 the database comes back and ${PHONES} phones come at once: all they logged is taken once, over no more connections than were allowed`, async () => {
  const lifters = await Promise.all(Array.from({ length: 6 }, () => signUp(api)))
  wire.part()
  await until(async () => (await ask(api, 'GET', '/readyz')).status === 503)
  const ids = Array.from({ length: PHONES * SETS_EACH }, () => nextId())
  const refusals = new Set<number | undefined>()
  const phones = Array.from({ length: PHONES }, async (_, phone) => {
    for (const id of ids.slice(phone * SETS_EACH, (phone + 1) * SETS_EACH)) {
      for (let status: number | undefined; status !== 201;) {
        status = await logSet(api, lifters[phone % lifters.length]!, id, 5)
        if (status === 201) continue
        refusals.add(status)
        await sleep(20 + Math.random() * 200) // a phone waits longer; that would only be kinder
      }
    }
  })
  await until(async () => refusals.size > 0)
  wire.mend()
  await Promise.all(phones)
  expect([...refusals]).toEqual([503])
  const { rows } = await machines.query<{ id: string }>('select id::text from performed_set where id = any($1::uuid[])', [ids])
  expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort())
  await until(async () => (await connections()) <= POOL)
  expect((await ask(api, 'GET', '/readyz')).status).toBe(200)
})

/** Of servers; the one that asks here is not counted. */
async function connections(): Promise<number> {
  const { rows } = await machines.query<{ count: number }>(
    'select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  return rows[0]!.count
}

test('a server with another secret refuses what the old one signed, and phones go on with what they renew', async () => {
  const account = { email: `${nextId()}@example.test`, password: 'a long enough password', client: 'native' }
  const signedIn = JSON.parse((await ask(api, 'POST', '/v1/auth/register', { body: account })).text) as {
    accessToken: string
    refreshToken: string
  }
  const rotated = await machines.start({ SERVER_SECRET: randomBytes(32).toString('base64url') })
  expect(problemOf(await ask(rotated, 'GET', '/v1/me', { token: signedIn.accessToken }))).toMatchObject({
    status: 401,
    code: 'auth.invalid_token',
  })
  const renewed = await ask(rotated, 'POST', '/v1/auth/refresh', { body: { refreshToken: signedIn.refreshToken } })
  const { accessToken } = JSON.parse(renewed.text) as { accessToken: string }
  expect((await ask(rotated, 'GET', '/v1/me', { token: accessToken })).status).toBe(200)
  expect((await ask(api, 'GET', '/v1/me', { token: accessToken })).status).toBe(401)
  await rotated.kill()
})

test('a secret that is none ends the start with the name of the setting, and is not repeated', async () => {
  const told = 'hunter2-is-no-secret'
  const fault = await machines.start({ SERVER_SECRET: told }).then(
    () => '',
    (error: Error) => error.message,
  )
  expect(fault).toMatch(/ended with 78 .*SERVER_SECRET: is 32 bytes as base64url/s)
  expect(fault).not.toContain(told)
})

test('F46 a server that is told to stop under load answers what reached it, and is gone within ten seconds', async () => {
  const leaving = await machines.start({ ROLE: 'api', DRAIN_SECONDS: '1' })
  const over = new AbortController()
  const taken: string[] = []
  const phones = Array.from({ length: 8 }, async () => {
    let home = leaving
    while (!over.signal.aborted) {
      const id = nextId()
      for (let status: number | undefined; status !== 201;) {
        status = await logSet(home, lifter, id, 5)
        if (status === undefined) home = api // its door is closed
        expect([201, undefined]).toContain(status)
      }
      taken.push(id)
    }
  })
  await until(async () => taken.length > 40)
  const began = performance.now()
  const stopped = leaving.stop()
  await until(async () => (await ask(leaving, 'GET', '/readyz').catch(() => ({ status: 503 }))).status === 503)
  expect(await stopped).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  over.abort()
  await Promise.all(phones)
  const { rows } = await machines.query<{ id: string }>('select id::text from performed_set where id = any($1::uuid[])', [taken])
  expect(rows.map(({ id }) => id).sort()).toEqual(taken.sort())
})

test('a caller who never finishes a request does not keep a server from stopping in time', async () => {
  const leaving = await machines.start({ ROLE: 'api' })
  const slow = request(`${leaving.address}/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': 100, expect: '100-continue' },
  })
  slow.on('error', () => {})
  slow.flushHeaders()
  await once(slow, 'continue')
  const began = performance.now()
  expect(await leaving.stop()).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
})
