import { setTimeout as sleep } from 'node:timers/promises'
import { type Rng, seededRng } from '@gymgenius/domain'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type FaultProxy, openFaultProxy } from '../testing/fault-proxy.ts'
import {
  ask,
  askForWork,
  type Lifter,
  logSet,
  type Machines,
  nextId,
  openMachines,
  signUp,
  strong,
  until,
  upload,
  work,
} from '../testing/machines.ts'
import { openRedisServer, type RedisServer } from '../testing/redis-server.ts'
import type { ServerProcess } from '../testing/server-process.ts'

const KILLS = Number(process.env['KILLS'] ?? 3)
const SEED = Number(process.env['SEED'] ?? 20_261_122)
const PHONES = 4

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 }) // processes start, and this machine may be busy

let redis: RedisServer
let wire: FaultProxy
let machines: Machines
let api: ServerProcess
let worker: ServerProcess
let lifter: Lifter
let settings: Record<string, string>

// An api that talks to Postgres through a wire that can be cut, a worker, and a Redis between them.
beforeAll(async () => {
  machines = await openMachines()
  redis = await openRedisServer()
  const { hostname, port } = new URL(machines.database)
  wire = await openFaultProxy(Number(port || 5432), hostname)
  settings = { REDIS_URL: redis.url }
  const through = new URL(machines.database)
  through.host = `127.0.0.1:${wire.port}`
  ;[api, worker] = (await Promise.all([
    machines.start({ ...settings, ROLE: 'api', DATABASE_URL: through.toString() }),
    machines.start({ ...settings, ROLE: 'worker' }),
  ])) as [ServerProcess, ServerProcess]
  lifter = await signUp(api)
})
afterAll(async () => {
  await machines?.close()
  await Promise.all([redis?.close(), wire?.close()])
})

const health = async (one: ServerProcess) => JSON.parse((await ask(one, 'GET', '/readyz')).text) as { status: string; redis: string }

async function allDone(count: number) {
  await until(async () => (await work(machines)).every(({ done }) => done))
  // Once each: a row that was begun twice says so.
  expect(await work(machines)).toEqual(Array.from({ length: count }, () => ({ attempts: 1, done: true })))
}

let asked = 0
async function askMuch(count: number, meanwhile: () => Promise<unknown>) {
  asked += count
  const disturbance = meanwhile()
  for (let i = 0; i < count; i++) await askForWork(api, lifter)
  await disturbance
  await allDone(asked)
}

test('F15 Redis is emptied in mid-run, again and again: no work is lost, all of it is done once', async () => {
  expect(await health(worker)).toEqual({ status: 'ready', redis: 'up' })
  await askMuch(40, async () => {
    for (let i = 0; i < 10; i++) {
      await sleep(30)
      await redis.say('FLUSHALL')
    }
  })
})

test('F14 Redis is killed and comes back: every set is taken, no work is lost, and the servers say how it stands', async () => {
  await redis.kill()
  await until(async () => (await health(api)).redis === 'away' && (await health(worker)).redis === 'away')
  expect((await health(api)).status).toBe('ready')
  expect(await logSet(api, lifter, nextId(), 5)).toBe(201)
  await askMuch(10, async () => {})
  await askMuch(20, () => redis.start())
  await until(async () => (await health(api)).redis === 'up' && (await health(worker)).redis === 'up')
  await askMuch(5, async () => {})
})

test('F16 a Redis that is full takes nothing more: the work is done all the same', async () => {
  await redis.say('CONFIG', 'SET', 'maxmemory', '1')
  await askMuch(5, async () => {})
  expect(await logSet(api, lifter, nextId(), 5)).toBe(201)
  await redis.say('CONFIG', 'SET', 'maxmemory', '0')
})

test('F17 a Redis that only reads, as a failover may leave it: sets are taken, the work is done, and it is used again when it writes', async () => {
  await redis.say('REPLICAOF', '127.0.0.1', '1')
  await askMuch(5, async () => {})
  expect(await logSet(api, lifter, nextId(), 5)).toBe(201)
  expect([(await health(api)).status, (await health(worker)).status]).toEqual(['ready', 'ready'])
  await redis.say('REPLICAOF', 'NO', 'ONE')
  await askMuch(5, async () => {})
  await until(async () => (await health(api)).redis === 'up' && (await health(worker)).redis === 'up')
})

test('F19 work that cannot be done is put aside, and the rest goes on', async () => {
  const poison = nextId()
  await machines.query(
    `insert into outbox (id, topic, payload, announced_at, due_at) values ($1, 'job:imports.commit', $2, now(), now())`,
    [poison, JSON.stringify({ athleteId: nextId(), importId: nextId() })],
  )
  await askMuch(3, async () => {})
  await until(async () => {
    const { rows } = await machines.query<{ over: boolean }>(
      'select done_at is not null or dead_at is not null as over from outbox where id = $1',
      [poison],
    )
    return rows[0]!.over
  })
})

test('F3 F6 the wire to Postgres is cut, and parted for a while: every request is answered, no acknowledged set is lost or doubled', async () => {
  const rng = seededRng(SEED)
  let isOver = false
  const phones = Array.from({ length: PHONES }, () => logUntil(() => isOver, rng))
  for (let i = 0; i < 10; i++) {
    await sleep(30 + rng() * 60)
    wire.cut()
  }
  wire.part()
  await until(async () => (await ask(api, 'GET', '/readyz')).status === 503)
  wire.mend()
  await until(async () => (await ask(api, 'GET', '/readyz')).status === 200)
  isOver = true
  const taken = (await Promise.all(phones)).flat()
  await expectOnceEach(taken)
})

test('F18 a worker is killed in the middle of a job: another does it again from where nothing is doubled', async () => {
  const other = await signUp(api)
  const previewed = await upload(api, other.token, strong(12_000))
  expect((await ask(api, 'POST', `/v1/imports/${previewed}/commit`, { token: other.token })).status).toBe(202)
  const begun = `select 1 from outbox where topic = 'job:imports.commit' and attempts = 1 and done_at is null and dead_at is null`
  await until(async () => (await machines.query(begun)).rowCount === 1)
  await worker.kill()
  worker = await machines.start({ ...settings, ROLE: 'worker' })
  await until(async () => (await ask(api, 'GET', `/v1/imports/${previewed}`, { token: other.token })).text.includes('"committed"'))
  expect((await machines.query('select 1 from performed_set where import_id = $1', [previewed])).rowCount).toBe(12_000)
})

test(
  `F1 F2 ${KILLS} times api, worker or Redis is killed at random under load: nothing acknowledged is lost or doubled`,
  { timeout: 60_000 + KILLS * 60_000 },
  async () => {
    const rng = seededRng(SEED)
    const taken: string[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      let isOver = false
      const phones = Array.from({ length: PHONES }, () => logUntil(() => isOver, rng))
      await sleep(rng() * 200)
      const victim = Math.floor(rng() * 3)
      if (victim === 0) {
        await api.kill()
        api = await machines.start({ ...settings, ROLE: 'api' })
      } else if (victim === 1) {
        await worker.kill()
        worker = await machines.start({ ...settings, ROLE: 'worker' })
      } else {
        await redis.kill()
        await redis.start()
      }
      isOver = true
      taken.push(...(await Promise.all(phones)).flat())
    }
    await expectOnceEach(taken)
  },
)

/** A phone: sends a set until it is taken, by the same id, and then the next one. Anything but a yes, or a no that says when to come back, is a fault. */
async function logUntil(isOver: () => boolean, rng: Rng): Promise<string[]> {
  const taken: string[] = []
  do {
    const id = nextId()
    const reps = 1 + Math.floor(rng() * 20) // the same each time it is sent
    for (let status: number | undefined; status !== 201;) {
      status = await logSet(api, lifter, id, reps)
      expect([201, 503, undefined]).toContain(status)
      if (status !== 201) await sleep(20)
    }
    taken.push(id)
  } while (!isOver())
  return taken
}

async function expectOnceEach(ids: readonly string[]) {
  const { rows } = await machines.query<{ id: string }>('select id::text from performed_set where id = any($1::uuid[])', [ids])
  expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort())
}
