import { loadavg } from 'node:os'
import { serveProduct } from '../tools/product.ts'
import { strongCsv } from './history.ts'
import { processorSeconds, residentMb, signUp } from './server.ts'

/**
 * How long a Strong file takes from upload to a committed batch on the embedded database, how long to take it back, and
 * how long others wait meanwhile: GET /v1/me by the same lifter every 20 ms, latency measured at the client, beside the same
 * for three seconds before, when nothing else happens. Sizes may be named: `node bench/imports.ts 100000`.
 */
/** How long others are watched before anything is imported. */
const QUIET_MS = 3000

const product = await serveProduct()
const base = `http://127.0.0.1:${product.port}`
const authorization = { authorization: `Bearer ${await signUp(base)}` }
await atRest(product.pid)
console.log(`load ${loadavg()[0]!.toFixed(2)}`)
await importing(1000, 'warm-up')
const sizes = process.argv.slice(2).map(Number)
for (const sets of sizes.length > 0 ? sizes : [30_000, 100_000]) await importing(sets, `${sets} sets`)
await product.stop()

async function importing(sets: number, name: string): Promise<void> {
  const watch = watchOthers()
  await pause(QUIET_MS)
  const quiet = watch.latencies()
  const form = new FormData()
  form.set('file', new Blob([strongCsv(sets, Date.UTC(2026, 0, sets / 10_000))], { type: 'text/csv' }), 'strong.csv')
  const [previewTook, { id }] = await timed(() => json<{ id: string }>('POST', '/v1/imports', form))
  const previewing = watch.latencies()
  const [commitTook, status] = await timed(() => commitOf(id))
  const committing = watch.latencies()
  const [undoTook] = await timed(() => undoOf(id))
  const undoing = await watch.end()
  console.log(
    `${name}: preview ${previewTook}, commit ${commitTook} (${status}), undo ${undoTook}, ${residentMb(product.pid).toFixed(0)} MB`,
  )
  for (const [phase, sample] of Object.entries({ quiet, previewing, committing, undoing }))
    console.log(`  GET /v1/me while ${phase}: ${described(sample)}, p95 ×${(p95(sample) / p95(quiet)).toFixed(1)}`)
}

async function commitOf(id: string): Promise<string> {
  let state = await json<{ status: string }>('POST', `/v1/imports/${id}/commit`)
  while (state.status === 'committing') {
    await pause(100)
    state = await json('GET', `/v1/imports/${id}`)
  }
  return state.status
}

async function undoOf(id: string): Promise<void> {
  await fetch(`${base}/v1/imports/${id}`, { method: 'DELETE', headers: authorization })
  while ((await json<{ status: string }>('GET', `/v1/imports/${id}`)).status === 'undoing') await pause(100)
}

/** A fresh house prepares its library for a while: waits until the server has had next to nothing to do for four seconds. */
async function atRest(pid: number): Promise<void> {
  for (let calm = 0, last = processorSeconds(pid); calm < 8;) {
    await pause(500)
    const now = processorSeconds(pid)
    calm = now - last < 0.05 ? calm + 1 : 0
    last = now
  }
}

function seconds(value: number) {
  return `${value.toFixed(1)} s`
}

/** Asks every 20 ms, whether or not the last answer has come. */
function watchOthers() {
  let sample: number[] = []
  const open = new Set<Promise<void>>()
  const ask = async (sent: number) => {
    const reply = await fetch(`${base}/v1/me`, { headers: authorization })
    await reply.arrayBuffer()
    sample.push(performance.now() - sent)
  }
  const timer = setInterval(() => {
    const asked = ask(performance.now()).finally(() => open.delete(asked))
    open.add(asked)
  }, 20)
  const latencies = () => {
    const taken = sample
    sample = []
    return taken
  }
  return {
    latencies,
    end: async () => {
      clearInterval(timer)
      await Promise.all(open)
      return latencies()
    },
  }
}

function p95(sample: number[]): number {
  return sample.toSorted((a, b) => a - b)[Math.floor(sample.length * 0.95)] ?? 0
}

function described(sample: number[]): string {
  const sorted = sample.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  return `p50/p95/p99/max ${at(0.5)}/${at(0.95)}/${at(0.99)}/${at(1)} ms (${sorted.length})`
}

/** How long work takes, and what it costs the server's processor: that says something also on a machine that has other work. */
async function timed<T>(work: () => Promise<T>): Promise<[took: string, result: T]> {
  const started = performance.now()
  const before = processorSeconds(product.pid)
  const result = await work()
  const took = (performance.now() - started) / 1000
  return [`${seconds(took)} (${seconds(processorSeconds(product.pid) - before)} of processor)`, result]
}

async function json<T>(method: string, path: string, body?: FormData): Promise<T> {
  const reply = await fetch(base + path, { method, headers: authorization, ...(body === undefined ? {} : { body }) })
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as T
}

function pause(milliseconds: number) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
