import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { promisify } from 'node:util'
import { credentials } from '@grpc/grpc-js'
import { EngineClient, type PredictSetRequest, type PredictSetResponse } from '@gymgenius/engine-rpc'
import { ended } from '../tools/product.ts'
import { residentMb } from './server.ts'

/**
 * How quick the engine's service is: the whole history of a movement in each question, and clients that ask again as soon as they
 * are answered. Aims: mean below 5 ms and p99 below 15 ms with 10 clients and 200 sets.
 */
const CLIENTS = Number(process.env['CLIENTS'] ?? 10)
const SETS = Number(process.env['SETS'] ?? 200)
const SECONDS = Number(process.env['SECONDS'] ?? 10)

const child = spawn(process.execPath, ['apps/engine/src/main.ts'], {
  env: { ...process.env, ENGINE_PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const said = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))))
const address = /at (\S+)/.exec(said)![1]!

await closedLoop(1, 2) // the compiler has seen the code
for (const clients of [1, CLIENTS]) {
  const before = cpuMs(child.pid!)
  const times = (await closedLoop(clients, SECONDS)).sort((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(2)
  console.log(
    `${clients} client${clients > 1 ? 's' : ''}, ${SETS} sets a question: mean ${mean.toFixed(2)} ms, p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, ` +
      `max ${at(1)}; ${(times.length / SECONDS).toFixed(0)} answers a second, ` +
      `${((cpuMs(child.pid!) - before) / times.length).toFixed(2)} ms of the service's processor each`,
  )
}
console.log(`resident ${residentMb(child.pid!).toFixed(0)} MB, load ${loadavg()[0]!.toFixed(2)}`)
await ended(child)

/** Processor time that a process has used (Linux counts it in hundredths of a second). It says the same on a busy machine. */
function cpuMs(pid: number): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
  return 10 * (Number(user) + Number(system))
}

/** Milliseconds that each answer took. */
async function closedLoop(clients: number, seconds: number): Promise<number[]> {
  const end = performance.now() + seconds * 1000
  const times: number[] = []
  await Promise.all(
    Array.from({ length: clients }, async (_, i) => {
      const client = new EngineClient(address, credentials.createInsecure(), { 'grpc.use_local_subchannel_pool': 1 })
      const predict = promisify<PredictSetRequest, PredictSetResponse>(client.predictSet.bind(client))
      const request = questionOf(i)
      while (performance.now() < end) {
        const asked = performance.now()
        await predict(request)
        times.push(performance.now() - asked)
      }
      client.close()
    }),
  )
  return times
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
