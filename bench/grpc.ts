import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { credentials } from '@grpc/grpc-js'
import {
  EngineClient,
  type PredictSetRequest,
  type PredictSetResponse,
  type WarmStartRequest,
  type WarmStartResponse,
} from '@gymgenius/engine-rpc'
import { ended } from '../tools/product.ts'
import { residentMb } from './server.ts'

/**
 * How quick the engine's service is, asked in two ways: with the whole history of a movement in each question, and by a key under
 * which `WarmStart` left it. By an open-loop schedule of RATE questions a second over all clients, timed from when each was to be
 * sent: 200 is what 1,000 lifters ask at six in the evening. And with clients that ask again as soon as they are answered, or after
 * PAUSE_MS, which tells throughput. They share this process, and the machine with the service. Aims: mean below 5 ms and p99 below
 * 15 ms with 10 clients and 200 sets.
 */
const CLIENTS = Number(process.env['CLIENTS'] ?? 10)
const SETS = Number(process.env['SETS'] ?? 200)
const SECONDS = Number(process.env['SECONDS'] ?? 10)
const RATE = Number(process.env['RATE'] ?? 200)
const PAUSE_MS = Number(process.env['PAUSE_MS'] ?? 0)
const WAYS = ['whole snapshot', 'warm key'] as const
type Way = (typeof WAYS)[number]

const child = spawn(process.execPath, ['apps/engine/src/main.ts'], {
  env: { ...process.env, ENGINE_PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const said = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))))
const address = /at (\S+)/.exec(said)![1]!

for (const way of WAYS) {
  await closedLoop(way, 1, 2) // the compiler has seen the code
  await tell(`${way}, ${RATE} a second over ${CLIENTS} clients`, () => openLoop(way))
  for (const clients of [1, CLIENTS]) {
    const pausing = PAUSE_MS > 0 ? ` pausing ${PAUSE_MS} ms` : ''
    await tell(`${way}, ${clients} client${clients > 1 ? 's' : ''}${pausing}`, () => closedLoop(way, clients, SECONDS))
  }
}
console.log(`resident ${residentMb(child.pid!).toFixed(0)} MB, load ${loadavg()[0]!.toFixed(2)}`)
await ended(child)

async function tell(what: string, measure: () => Promise<number[]>) {
  const before = cpuMs(child.pid!)
  const own = process.cpuUsage()
  const times = (await measure()).sort((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(2)
  console.log(
    `${what}, ${SETS} sets: mean ${mean.toFixed(2)} ms, p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, max ${at(1)}; ` +
      `${(times.length / SECONDS).toFixed(0)} answers a second, ${((cpuMs(child.pid!) - before) / times.length).toFixed(2)} ms of ` +
      `the service's processor each, ${(spentMs(own) / times.length).toFixed(2)} of the clients'`,
  )
}

/** Processor time that a process has used (Linux counts it in hundredths of a second). It says the same on a busy machine. */
function cpuMs(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
  return 10 * (Number(user) + Number(system))
}

function spentMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Milliseconds that each answer took from when its question was to be sent. */
async function openLoop(way: Way): Promise<number[]> {
  const asking = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => clientOf(way, i)))
  const pending: Promise<number>[] = []
  const start = performance.now()
  for (let i = 0; i < RATE * SECONDS; i += 1) {
    const intended = start + (i * 1000) / RATE
    const wait = intended - performance.now()
    if (wait > 0) await setTimeout(wait)
    pending.push(asking[i % CLIENTS]!.ask().then(() => performance.now() - intended))
  }
  const times = await Promise.all(pending)
  for (const { close } of asking) close()
  return times
}

/** Milliseconds that each answer took. */
async function closedLoop(way: Way, clients: number, seconds: number): Promise<number[]> {
  const end = performance.now() + seconds * 1000
  const times: number[] = []
  await Promise.all(
    Array.from({ length: clients }, async (_, i) => {
      const { ask, close } = await clientOf(way, i)
      while (performance.now() < end) {
        const asked = performance.now()
        await ask()
        times.push(performance.now() - asked)
        if (PAUSE_MS > 0) await setTimeout(PAUSE_MS)
      }
      close()
    }),
  )
  return times
}

async function clientOf(way: Way, i: number): Promise<{ ask(): Promise<unknown>; close(): void }> {
  const client = new EngineClient(address, credentials.createInsecure(), { 'grpc.use_local_subchannel_pool': 1 })
  const predict = promisify<PredictSetRequest, PredictSetResponse>(client.predictSet.bind(client))
  const request = way === 'warm key' ? await warmed(client, i) : questionOf(i)
  return { ask: () => predict(request), close: () => client.close() }
}

/** The same question, its history left with the service beforehand. */
async function warmed(client: EngineClient, lifter: number): Promise<PredictSetRequest> {
  const { ground, target } = questionOf(lifter)
  if (ground?.$case !== 'snapshot') throw new TypeError('the question brings no snapshot')
  const key = `lifter ${lifter}`
  await promisify<WarmStartRequest, WarmStartResponse>(client.warmStart.bind(client))({ key, snapshot: ground.value })
  return { ground: { $case: 'warm', value: { key, laterSets: [] } }, target }
}

/** Three sets a workout, twice a week, up to today. */
function questionOf(lifter: number): PredictSetRequest {
  const now = Date.UTC(2026, 10, 21, 18)
  const sets = Array.from({ length: SETS }, (_, i) => {
    const workout = Math.ceil((SETS - i) / 3)
    return {
      workoutId: `workout ${workout}`,
      atMs: now - workout * 3.5 * 86_400_000 + (i % 3) * 180_000,
      kind: 'working',
      loadKg: 80 + 2.5 * (lifter % 4),
      reps: 6 + (i % 3),
      rir: (i + lifter) % 4,
      toFailure: false,
    }
  })
  const snapshot = {
    movement: { id: 'bench', pattern: 'horizontal_push', loadKind: 'external', equipment: 'barbell' },
    athlete: { isNovice: false, hasPain: false },
    loads: { minKg: 20, stepKg: 2.5, maxKg: undefined, listKg: [] },
    sets,
    readiness: undefined,
    prior: undefined,
    traits: undefined,
  }
  return { ground: { $case: 'snapshot', value: snapshot }, target: { setNumber: 1, atMs: now, goalStrength: 0.5 } }
}
