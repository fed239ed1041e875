import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { AccountId, Instant, LoginSessionId } from '@gymgenius/domain'
import { issueAccessToken } from '../apps/api/src/modules/accounts/access-tokens.ts'
import type { Ctx } from '../apps/api/src/platform/context.ts'
import { ask, logSet, type Machines, nextId, openMachines, signUp, until, upload } from '../apps/api/src/testing/machines.ts'
import { openRedisServer } from '../apps/api/src/testing/redis-server.ts'
import type { ServerProcess } from '../apps/api/src/testing/server-process.ts'
import { strongCsv } from './history.ts'
import { likenessOf, multiply } from './multiply.ts'
import { closedLoop, type Latencies, openLoop, type Shot } from './load.ts'
import { processorSeconds, residentMb, serveNothing } from './server.ts'
import { freePort } from '../tools/product.ts'

/**
 * A gym at six in the evening, on the scale-out profile: api, worker and engine in processes of their own, server Postgres and Redis.
 * Each lifter asks something every five seconds, by an open-loop schedule; beside a bare node:http server of the same run. Then two api
 * processes: the same requests alternate between them, their answers compared, and what a request costs in processor time.
 *
 *     TEST_DATABASE_URL=postgres://… LIFTERS=100,300,1000 SECONDS=30 node bench/evening.ts
 */
const LIFTERS = (process.env['LIFTERS'] ?? '100,300,1000').split(',').map(Number)
const SECONDS = Number(process.env['SECONDS'] ?? 30)
const SETS = Number(process.env['SETS'] ?? 200)
const EVERY_SECONDS = 5
/** So many sign up and import; the others are their likenesses. */
const REAL = 8
const CONNECTIONS = 200
const hello: Shot = () => ({ method: 'GET', path: '/' })

interface Trainee {
  readonly authorization: string
  readonly movementId: string
  readonly cursor: string
}

const secret = randomBytes(32)
const signer = {
  clock: { now: () => Date.now() as Instant },
  config: { secret: new Uint8Array(secret), environment: { ACCESS_TOKEN_MINUTES: 60 } },
} as unknown as Ctx
const machines = await openMachines()
const redis = await openRedisServer()
const enginePort = await freePort()
const engine = spawn(process.execPath, [fileURLToPath(new URL('../apps/engine/src/main.ts', import.meta.url))], {
  env: { PATH: process.env['PATH'], ENGINE_PORT: String(enginePort) },
  stdio: ['ignore', 'pipe', 'inherit'],
})
await new Promise((resolve) => engine.stdout.once('data', resolve))
const settings = {
  REDIS_URL: redis.url,
  ENGINE_URL: `grpc://127.0.0.1:${enginePort}`,
  REGISTRATIONS_PER_HOUR: '100000',
  ACCESS_TOKEN_MINUTES: '60',
  SERVER_SECRET: secret.toString('base64url'),
  DATABASE_WAIT_MS: '500', // as it is started; tests are more patient
}
const api = await machines.start({ ...settings, ROLE: 'api' })
const worker = await machines.start({ ...settings, ROLE: 'worker' })
const nothing = await serveNothing()
try {
  const began = performance.now()
  const trainees = await settle(machines, api, Math.max(...LIFTERS))
  console.log(
    `${trainees.length} lifters with ${SETS} sets each, made in ${((performance.now() - began) / 1000).toFixed(0)} s; load ${loadavg()[0]!.toFixed(2)}`,
  )
  const port = Number(new URL(api.address).port)
  await openLoop(evening(trainees), 20, { port, connections: CONNECTIONS, seconds: 5 })

  console.log('\nopen loop, latency from the intended send time, ms')
  for (const lifters of LIFTERS) {
    const rate = lifters / EVERY_SECONDS
    const heard = await openLoop(evening(trainees.slice(0, lifters)), rate, { port, connections: CONNECTIONS, seconds: SECONDS })
    print(`${lifters} lifters, ${rate}/s`, heard)
    for (const [kind, latencies] of Object.entries(heard.byKind)) print(`  ${kind}`, latencies)
    print('  bare node:http', await openLoop(hello, rate, { port: nothing.port, connections: CONNECTIONS, seconds: 5 }))
  }
  console.log(
    `resident: api ${residentMb(api.pid).toFixed(0)} MB, worker ${residentMb(worker.pid).toFixed(0)} MB, engine ${residentMb(engine.pid!).toFixed(0)} MB`,
  )
  await compareTwo(trainees)
  console.log(`load ${loadavg()[0]!.toFixed(2)}`)
} finally {
  engine.kill('SIGKILL')
  await machines.close()
  await Promise.all([redis.close(), nothing.stop()])
}

/** What a gym asks for: 40 sets logged, 25 recommendations, 15 looks for changes, 15 histories and 5 progress pages of a hundred. */
function evening(trainees: readonly Trainee[]): Shot {
  let turn = 0
  return () => {
    const number = turn++
    const { authorization, movementId, cursor } = trainees[(number * 7919) % trainees.length]!
    const headers = { authorization }
    const share = (number * 37) % 100
    if (share < 40)
      return { kind: 'log set', method: 'POST', path: '/v1/sets', headers, body: { id: nextId(), movementId, loadKg: 80, reps: 8, rir: 2 } }
    if (share < 65)
      return {
        kind: 'recommendation',
        method: 'POST',
        path: '/v1/recommendations',
        headers,
        body: { movementId, setNumber: 1 + (number % 5) },
      }
    if (share < 80) return { kind: 'sync', method: 'GET', path: `/v1/sync?cursor=${encodeURIComponent(cursor)}`, headers }
    if (share < 95) return { kind: 'history', method: 'GET', path: '/v1/workouts?limit=20', headers }
    return { kind: 'analytics', method: 'GET', path: `/v1/movements/${movementId}/progress`, headers }
  }
}

/** Opens a few accounts as lifters do, each with a history, and makes likenesses of them up to `count`: a thousand would hash passwords for minutes. */
async function settle(machines: Machines, one: ServerProcess, count: number): Promise<Trainee[]> {
  const real = Math.min(REAL, count)
  const csv = strongCsv(SETS, Date.UTC(2026, 0, 2))
  const founders = await Promise.all(
    Array.from({ length: real }, async () => {
      const { token, movementId } = await signUp(one)
      const id = await upload(one, token, csv)
      await ask(one, 'POST', `/v1/imports/${id}/commit`, { token })
      await until(async () => (await ask(one, 'GET', `/v1/imports/${id}`, { token })).text.includes('"committed"'))
      return { ...claimsOf(token), movementId }
    }),
  )
  await until(async () => (await machines.query('select 1 from outbox where done_at is null and dead_at is null')).rowCount === 0)
  const copies = Math.ceil(count / real) - 1
  await multiply(machines, copies)
  const trainees: Trainee[] = []
  const waiting = Array.from({ length: copies + 1 }, (_, copy) => founders.map((founder) => ({ founder, copy }))).flat()
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined && trainees.length < count; next = waiting.shift())
      trainees.push(await traineeOf(one, next.founder, next.copy))
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return trainees.slice(0, count)
}

interface Founder {
  readonly accountId: string
  readonly loginSessionId: string
  readonly movementId: string
}

async function traineeOf(one: ServerProcess, { accountId, loginSessionId, movementId }: Founder, copy: number): Promise<Trainee> {
  const like = (id: string) => (copy === 0 ? id : likenessOf(id, copy))
  const now = Date.now() as Instant
  const claims = { accountId: like(accountId) as AccountId, loginSessionId: like(loginSessionId) as LoginSessionId }
  const { token } = await issueAccessToken(signer, claims, (now + 3_600_000) as Instant)
  return { authorization: `Bearer ${token}`, movementId, cursor: await upToDate(one, token) }
}

function claimsOf(token: string): Pick<Founder, 'accountId' | 'loginSessionId'> {
  const { sub, sid } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { sub: string; sid: string }
  return { accountId: sub, loginSessionId: sid }
}

async function upToDate(one: ServerProcess, token: string): Promise<string> {
  for (let cursor = ''; ;) {
    const { text } = await ask(one, 'GET', `/v1/sync${cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`}`, { token })
    const pulled = JSON.parse(text) as { cursor: string; hasMore: boolean }
    if (!pulled.hasMore) return pulled.cursor
    cursor = pulled.cursor
  }
}

/** No process remembers anything that another would miss: reads asked of both say the same, and two cost no more than one. */
async function compareTwo(trainees: readonly Trainee[]) {
  const other = await machines.start({ ...settings, ROLE: 'api' })
  const both = [api, other] as const
  let compared = 0
  let different = 0
  for (const [i, { authorization, movementId }] of trainees.slice(0, 50).entries()) {
    const token = authorization.replace('Bearer ', '')
    compared += 3
    if ((await logSet(both[i % 2]!, { token, movementId }, nextId(), 5)) !== 201) different++
    for (const path of ['/v1/workouts?limit=20', `/v1/movements/${movementId}/progress`]) {
      const [one, two] = await Promise.all(both.map((server) => ask(server, 'GET', path, { token })))
      if (one!.text !== two!.text) different++
    }
  }
  console.log(`\ntwo api processes: ${different} of ${compared} answers differ`)
  await cost(both, trainees) // a process that has just started compiles as it goes
  const alone = await cost([api], trainees)
  const together = await cost(both, trainees)
  console.log(
    `one api: ${alone.perSecond.toFixed(0)}/s, ${alone.ms.toFixed(2)} ms of processor a request; ` +
      `two: ${together.perSecond.toFixed(0)}/s, ${together.ms.toFixed(2)} ms; ratio of the cost ${(together.ms / alone.ms).toFixed(2)}`,
  )
}

async function cost(servers: readonly ServerProcess[], trainees: readonly Trainee[]) {
  const before = servers.map(({ pid }) => processorSeconds(pid))
  const heard = await Promise.all(
    servers.map(({ address }) =>
      closedLoop(evening(trainees), { port: Number(new URL(address).port), connections: 20 / servers.length, seconds: 10 }),
    ),
  )
  const spent = servers.reduce((sum, { pid }, i) => sum + processorSeconds(pid) - before[i]!, 0)
  const count = heard.reduce((sum, one) => sum + one.count, 0)
  return { perSecond: count / 10, ms: (spent * 1000) / count }
}

function print(name: string, { count, failures, perSecond, p50, p95, p99, max }: Latencies) {
  const figures = [p50, p95, p99, max].map((value) => value.toFixed(1).padStart(7)).join(' ')
  console.log(`${name.padEnd(24)} p50/p95/p99/max ${figures}   ${perSecond.toFixed(0)}/s   ${count} good, ${failures} failed`)
}
