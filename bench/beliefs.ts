import { loadavg } from 'node:os'
import { serveProduct } from '../tools/product.ts'
import { strongCsv } from './history.ts'
import { signUp } from './server.ts'

/**
 * How long after an import the sets are read, how long others wait meanwhile, and how long after a correction of the newest and
 * of the oldest set everything is read again: on the embedded database, the chore's pauses included. `node bench/beliefs.ts [SETS]`
 */
const sets = Number(process.argv[2] ?? 20_000)
const POLL_MS = 100
const product = await serveProduct()
const base = `http://127.0.0.1:${product.port}`
const authorization = { authorization: `Bearer ${await signUp(base)}` }
console.log(`load ${loadavg()[0]!.toFixed(2)}, ${sets} sets`)

const form = new FormData()
form.set('file', new Blob([strongCsv(sets, Date.UTC(2026, 0, 2))], { type: 'text/csv' }), 'strong.csv')
const { id } = await json<{ id: string }>('POST', '/v1/imports', form)
await json('POST', `/v1/imports/${id}/commit`)
while ((await json<{ status: string }>('GET', `/v1/imports/${id}`)).status === 'committing') await pause()

await settled('after the import')
const { items: workouts } = await json<{ items: { id: string }[] }>('GET', '/v1/workouts?limit=1')
await correctASetOf(workouts[0]!.id)
await settled('after a correction of the newest workout')
await correctASetOf((await oldestWorkout()).id)
await settled('after a correction of the oldest workout')
await product.stop()

/** Waits until what the scorecard says has changed, and has stopped changing for longer than the chore's pause. */
async function settled(name: string) {
  const started = performance.now()
  const waits: number[] = []
  const first = await scores()
  let last = first
  let changedAt = started
  while (performance.now() - changedAt < 40_000 || last === first) {
    const sent = performance.now()
    await json('GET', '/v1/me')
    waits.push(performance.now() - sent)
    const now = await scores()
    if (now !== last) changedAt = performance.now()
    last = now
    await pause()
    if (performance.now() - started > 180_000) break
  }
  waits.sort((a, b) => a - b)
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]!.toFixed(0)
  console.log(
    `${name}: read after ${((changedAt - started) / 1000).toFixed(1)} s; GET /v1/me meanwhile p50 ${at(0.5)} p99 ${at(0.99)} max ${at(1)} ms`,
  )
}

async function scores() {
  const { all } = await json<{ all: unknown }>('GET', '/v1/scorecard')
  return JSON.stringify(all)
}

async function correctASetOf(workoutId: string) {
  const { sets } = await json<{ sets: { id: string; reps: number }[] }>('GET', `/v1/workouts/${workoutId}`)
  const { id, reps } = sets.at(-1)!
  await json('PATCH', `/v1/sets/${id}`, JSON.stringify({ reps: reps + 3 }))
}

async function oldestWorkout() {
  let cursor: string | undefined
  for (;;) {
    const page = await json<{ items: { id: string }[]; nextCursor?: string }>(
      'GET',
      `/v1/workouts?limit=200${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    if (page.nextCursor === undefined) return page.items.at(-40)! // the first twenty sets of a movement have no scores to change
    cursor = page.nextCursor
  }
}

async function json<T = unknown>(method: string, path: string, body?: FormData | string): Promise<T> {
  const headers = { ...authorization, ...(typeof body === 'string' && { 'content-type': 'application/json' }) }
  const reply = await fetch(`${base}${path}`, { method, headers, ...(body !== undefined && { body }) })
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as T
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS))
}
