import { loadavg } from 'node:os'
import { uuidV7Maker } from '@gymgenius/domain'
import { barePglite, smallest, statementsOf, type Work } from './bare-pglite.ts'
import { strongCsv } from './history.ts'
import { closedLoop, type Latencies, median, openLoop, type Shot, timesPerSecond } from './load.ts'
import { serveProduct } from '../tools/product.ts'
import { residentMb, serveNothing, signUp } from './server.ts'

/**
 * How quick the embedded product is for a lifter with 20,000 sets, beside a bare node:http server and a bare PGlite
 * transaction of the same run. Latency is open loop at 50 requests a second; throughput closed loop at 20 connections.
 * Rounds alternate, and the ratio printed is the median of the rounds' ratios.
 */
const ROUNDS = Number(process.env['ROUNDS'] ?? 3)
const SECONDS = Number(process.env['SECONDS'] ?? 5)
/** What the database does for one request; tests of the rooms hold them to it. */
const SET: Work = { writes: [600], keyReads: 1, listReads: 0 }
const RECOMMENDATION: Work = { writes: [16_000], keyReads: 4, listReads: 1 }

const newId = uuidV7Maker(Date.now, (into) => crypto.getRandomValues(into))
const product = await serveProduct()
const nothing = await serveNothing()
const base = `http://127.0.0.1:${product.port}`
console.log(
  `first start ${product.startSeconds.toFixed(1)} s, resident ${residentMb(product.pid).toFixed(0)} MB, load ${loadavg()[0]!.toFixed(2)}`,
)

const token = await signUp(base)
const authorization = { authorization: `Bearer ${token}` }
const importSeconds = await importHistory(20_000)
console.log(`20,000 sets previewed and committed in ${importSeconds.toFixed(1)} s`)
const movementIds = await Promise.all(
  ['Bench Press (Barbell)', 'Squat (Barbell)', 'Deadlift (Barbell)', 'Leg Press', 'Lat Pulldown (Cable)'].map(movementNamed),
)

let turn = 0
const logSet: Shot = () => ({
  method: 'POST',
  path: '/v1/sets',
  headers: authorization,
  body: { id: newId(), movementId: movementIds[turn++ % movementIds.length], loadKg: 80 + (turn % 5) * 2.5, reps: 8, rir: 2 },
})
const recommend: Shot = () => ({
  method: 'POST',
  path: '/v1/recommendations',
  headers: authorization,
  body: { movementId: movementIds[turn++ % movementIds.length], setNumber: (turn % 5) + 1 },
})
const hello: Shot = () => ({ method: 'POST', path: '/', body: { movementId: movementIds[0] } })

const target = { port: product.port, connections: 20, seconds: SECONDS }
await openLoop(logSet, 20, { ...target, seconds: 2 })
await openLoop(recommend, 20, { ...target, seconds: 2 })

console.log('\nopen loop, 50 requests a second over 20 connections, latency from the intended send time, ms')
printLatency('POST /v1/sets', await openLoop(logSet, 50, { ...target, seconds: SECONDS * 2 }))
printLatency('POST /v1/recommendations', await openLoop(recommend, 50, { ...target, seconds: SECONDS * 2 }))
printLatency('bare node:http', await openLoop(hello, 50, { ...target, port: nothing.port }))

console.log(
  '\nclosed loop, 20 connections, requests a second, and ratios to bare PGlite transactions of as many statements (medians of rounds)',
)
const bare = await barePglite()
for (const [name, shot, work, alike] of [
  ['POST /v1/recommendations', recommend, RECOMMENDATION, bare.transaction(RECOMMENDATION)],
  ['POST /v1/sets', logSet, SET, bare.logSet],
] as const) {
  const rounds: { ours: number; alike: number; small: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      alike: await timesPerSecond(alike, 20, SECONDS),
      ours: (await closedLoop(shot, target)).perSecond,
      small: await timesPerSecond(bare.transaction(smallest(work)), 20, SECONDS),
    })
  }
  const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick))
  console.log(
    `${name.padEnd(26)} ${of((round) => round.ours)
      .toFixed(0)
      .padStart(5)}   ` +
      `${statementsOf(work)} statements of the same kind, bare: ${of((round) => round.alike).toFixed(0)}, ratio ${of((round) => round.ours / round.alike).toFixed(2)};   ` +
      `${statementsOf(work)} of the smallest kind, bare: ${of((round) => round.small).toFixed(0)}, ratio ${of((round) => round.ours / round.small).toFixed(2)}`,
  )
}
await bare.close()
printLatency('bare node:http', await closedLoop(hello, { ...target, port: nothing.port }))
console.log(`resident after load ${residentMb(product.pid).toFixed(0)} MB, load ${loadavg()[0]!.toFixed(2)}`)

const big = await importHistory(30_000)
console.log(`\na 30,000-set Strong file: previewed and committed in ${big.toFixed(1)} s`)
await product.stop()
await nothing.stop()

function printLatency(name: string, { count, failures, perSecond, p50, p95, p99, max }: Latencies) {
  const figures = [p50, p95, p99, max].map((value) => value.toFixed(1).padStart(6)).join(' ')
  console.log(`${name.padEnd(26)} p50/p95/p99/max ${figures}   ${perSecond.toFixed(0)}/s   ${count} good, ${failures} failed`)
}

async function movementNamed(name: string): Promise<string> {
  const found = await fetch(`${base}/v1/movements?limit=1&q=${encodeURIComponent(name)}`, { headers: authorization })
  return ((await found.json()) as { items: { id: string }[] }).items[0]!.id
}

/** Seconds from sending the file to a committed batch. Each call ends the history on another day, so that nothing is a duplicate. */
async function importHistory(sets: number): Promise<number> {
  const started = performance.now()
  const form = new FormData()
  form.set('file', new Blob([strongCsv(sets, Date.UTC(2026, 0, sets / 10_000))], { type: 'text/csv' }), 'strong.csv')
  const preview = await fetch(`${base}/v1/imports`, { method: 'POST', headers: authorization, body: form })
  if (preview.status !== 201) throw new Error(`preview: ${preview.status} ${await preview.text()}`)
  const { id } = (await preview.json()) as { id: string }
  let state = (await (await fetch(`${base}/v1/imports/${id}/commit`, { method: 'POST', headers: authorization })).json()) as {
    status: string
  }
  while (state.status === 'committing') {
    await new Promise((resolve) => setTimeout(resolve, 100))
    state = (await (await fetch(`${base}/v1/imports/${id}`, { headers: authorization })).json()) as { status: string }
  }
  if (state.status !== 'committed') throw new Error(`the import ended ${state.status}`)
  return (performance.now() - started) / 1000
}
