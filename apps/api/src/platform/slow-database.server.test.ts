import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type FaultProxy, openFaultProxy } from '../testing/fault-proxy.ts'
import { ask, type Heard, type Lifter, logSet, type Machines, nextId, openMachines, signUp, until } from '../testing/machines.ts'
import type { ServerProcess } from '../testing/server-process.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 }) // processes start, and this machine may be busy

const POOL = 4
const LIFTERS = 12

let machines: Machines
let wire: FaultProxy
let api: ServerProcess
let lifters: Lifter[]

// An api as it is started, but for few connections, at the end of a wire that can be slowed and silenced.
beforeAll(async () => {
  machines = await openMachines()
  const { hostname, port } = new URL(machines.database)
  wire = await openFaultProxy(Number(port || 5432), hostname)
  const through = new URL(machines.database)
  through.host = `127.0.0.1:${wire.port}`
  api = await machines.start({ ROLE: 'api', DATABASE_URL: through.toString(), DATABASE_POOL: String(POOL), DATABASE_WAIT_MS: '500' })
  lifters = []
  while (lifters.length < LIFTERS) lifters.push(await signUp(api))
})
afterAll(async () => {
  await machines?.close()
  await wire?.close()
})

const readLog = ({ token }: Lifter) => ask(api, 'GET', '/v1/workouts', { token })
const problemOf = ({ text }: Heard) => JSON.parse(text) as { status: number; code: string; facts: { retryAfter: number } }
const timesKept = async (ids: readonly string[]) =>
  (await machines.query('select 1 from performed_set where id = any($1::uuid[])', [ids])).rowCount

/** Of the server, not that of who asks here. */
async function connections(): Promise<number> {
  const { rows } = await machines.query<{ count: number }>(
    'select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  return rows[0]!.count
}

test('F5 a database that is 200 ms late with everything: lifters read and log all the same, or are told when to come back', async () => {
  wire.slow(200)
  const ids = lifters.map(() => nextId())
  const phones = lifters.map(async (lifter, i) => {
    for (let read = await readLog(lifter); read.status !== 200; read = await readLog(lifter)) {
      expect(problemOf(read)).toMatchObject({ status: 503, code: 'server.busy', facts: { retryAfter: expect.any(Number) as number } })
      await sleep(500 + Math.random() * 1000)
    }
    for (let status = await logSet(api, lifter, ids[i]!, 5); status !== 201; status = await logSet(api, lifter, ids[i]!, 5)) {
      expect(status).toBe(503)
      await sleep(500 + Math.random() * 1000)
    }
  })
  await Promise.all(phones)
  expect(await timesKept(ids)).toBe(LIFTERS)
  wire.slow(0)
  expect((await readLog(lifters[0]!)).status).toBe(200)
})

test('F4 F7 a database that falls silent: every caller is told when to come back, and when it speaks again all goes on', async () => {
  const [lifter] = lifters as [Lifter]
  const id = nextId()
  await until(async () => {
    await Promise.all(lifters.map(readLog))
    return (await connections()) === POOL
  })
  wire.silence()
  const callers = Array.from({ length: POOL + 6 }, () => readLog(lifter))
  for (const read of await Promise.all(callers)) expect(problemOf(read)).toMatchObject({ status: 503, code: 'server.busy' })
  expect(await logSet(api, lifter, id, 5)).toBe(503)
  const health = ['/healthz', '/readyz'].map(async (path) => (await ask(api, 'GET', path)).status)
  expect(await Promise.all(health)).toEqual([200, 503])

  wire.mend()
  await until(async () => (await ask(api, 'GET', '/readyz')).status === 200)
  for (const one of lifters) expect((await readLog(one)).status).toBe(200)
  await until(async () => (await logSet(api, lifter, id, 5)) === 201)
  expect(await timesKept([id])).toBe(1)
  expect(await connections()).toBeLessThanOrEqual(POOL)
})
