import { loadavg } from 'node:os'
import { serveProduct } from '../tools/product.ts'
import { processorSeconds, residentMb, signUp } from './server.ts'

/**
 * How long a lifter waits for a program of twelve weeks, over HTTP on the embedded database, and what it costs the processor: each request another
 * seed, the whole library in a full gym. `ROUNDS=100` says how often.
 */
const ROUNDS = Number(process.env['ROUNDS'] ?? 60)
const WARM_UP = 5

const request = (seed: number) => ({
  goals: [
    { goal: 'strength', weight: 5 },
    { goal: 'hypertrophy', weight: 4 },
    { goal: 'mobility', weight: 1 },
  ],
  split: 'upper_lower',
  daysPerWeek: 4,
  weeks: 12,
  minutes: 60,
  experience: 'intermediate',
  gym: 'full',
  seed,
})

const served = await serveProduct()
try {
  const base = `http://127.0.0.1:${served.port}`
  const headers = { authorization: `Bearer ${await signUp(base)}`, 'content-type': 'application/json' }
  console.log(`load ${loadavg()[0]!.toFixed(2)}, ${ROUNDS} requests one after another`)
  const ask = async (method: string, path: string, body?: object) => {
    const reply = await fetch(`${base}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text.slice(0, 300)}`)
    return text
  }
  let last = ''
  for (let seed = 0; seed < WARM_UP; seed++) last = await ask('POST', '/v1/programs', request(seed))
  console.log(`an answer has ${Math.round(last.length / 1024)} KB`)
  const { id } = JSON.parse(last) as { id: string }
  await timed('POST /v1/programs, 12 weeks of 4 days', (seed) => ask('POST', '/v1/programs', request(100 + seed)))
  await timed('GET /v1/programs/{id}', () => ask('GET', `/v1/programs/${id}`))
  await timed('GET /v1/programs', () => ask('GET', '/v1/programs'))
  await ask('PUT', `/v1/programs/${id}/enrolment`, {})
  await timed('GET …/agenda', () => ask('GET', `/v1/programs/${id}/agenda`))
  await timed('POST …/what-if, 35 minutes', () =>
    ask('POST', `/v1/programs/${id}/what-if`, { change: { kind: 'fit', session: 1, minutes: 35 } }),
  )
  await timed('POST …/what-if, another split', () =>
    ask('POST', `/v1/programs/${id}/what-if`, { change: { kind: 'split', split: 'full_body', daysPerWeek: 3 } }),
  )
  await timed('POST …/changes, rest before a session', (i) =>
    ask('POST', `/v1/programs/${id}/changes`, { change: { kind: 'rest', session: 3, days: 1 + (i % 5) } }),
  )
  console.log(`resident ${Math.round(residentMb(served.pid))} MB`)
} finally {
  await served.stop()
}

async function timed(what: string, work: (i: number) => Promise<unknown>): Promise<void> {
  const times: number[] = []
  const before = processorSeconds(served.pid)
  for (let i = 0; i < ROUNDS; i++) {
    const began = performance.now()
    await work(i)
    times.push(performance.now() - began)
  }
  const cpu = ((processorSeconds(served.pid) - before) * 1000) / ROUNDS
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!.toFixed(0).padStart(5)
  console.log(`p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  processor ${cpu.toFixed(0).padStart(4)} ms  ${what}`)
}
