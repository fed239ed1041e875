import { loadavg } from 'node:os'
import { uuidV7Maker } from '@gymgenius/domain'
import { serveProduct } from '../tools/product.ts'
import { barePglite, statementsOf, type Work } from './bare-pglite.ts'
import { median } from './load.ts'
import { signUp } from './server.ts'

/**
 * What a phone that was away costs: POST /v1/sync with 200 sets of one workout, on the embedded database, beside one bare
 * PGlite transaction that writes what must be written: a set, its workout and the answer of each op.
 * Rounds alternate, and the ratio printed is the median of the rounds' ratios.
 */
const OPS = 200
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const BATCHES = 3
const WORK: Work = { writes: Array.from({ length: OPS * 2 + 1 }, (_, i) => (i < OPS * 2 ? 300 : OPS * 200)), keyReads: 0, listReads: 0 }

const newId = uuidV7Maker(Date.now, (into) => crypto.getRandomValues(into))
const product = await serveProduct()
const base = `http://127.0.0.1:${product.port}`
const authorization = { authorization: `Bearer ${await signUp(base)}` }
const deviceId = newId()
let deviceSeq = 0

const found = await fetch(`${base}/v1/movements?limit=1&q=squat`, { headers: authorization })
const movementId = ((await found.json()) as { items: { id: string }[] }).items[0]!.id
const bare = await barePglite()
const transaction = bare.transaction(WORK)

await opsPerSecond(pushBatch)
const rounds: { ours: number; bare: number }[] = []
for (let round = 0; round < ROUNDS; round++) {
  rounds.push({ bare: await opsPerSecond(transaction), ours: await opsPerSecond(pushBatch) })
}
const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick))
console.log(
  `POST /v1/sync, ${OPS} sets a batch: ${of(({ ours }) => ours).toFixed(0)} ops/s, ${of(({ ours }) => 1000 / ours).toFixed(2)} ms an op; ` +
    `one bare transaction of ${statementsOf(WORK)} statements: ${of((round) => round.bare).toFixed(0)} ops/s; ` +
    `ratio ${of((round) => round.ours / round.bare).toFixed(2)}; load ${loadavg()[0]!.toFixed(2)}`,
)
await bare.close()
await product.stop()

/** Runs `work`, each time `OPS` ops, and says how many ops a second that were. */
async function opsPerSecond(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  for (let i = 0; i < BATCHES; i++) await work()
  return (BATCHES * OPS * 1000) / (performance.now() - started)
}

async function pushBatch(): Promise<void> {
  const workoutId = newId()
  const ops = Array.from({ length: OPS }, (_, i) => ({
    opId: newId(),
    deviceId,
    deviceSeq: ++deviceSeq,
    hlc: `${Date.now()}-${i.toString(16).padStart(4, '0')}`,
    entity: 'set',
    entityId: newId(),
    kind: 'put',
    fields: { workoutId, movementId, loadKg: 80, reps: 8, rir: 2, performedAt: new Date().toISOString() },
  }))
  const reply = await fetch(`${base}/v1/sync`, {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ ops }),
  })
  const { results } = (await reply.json()) as { results?: { outcome: string }[] }
  if (results?.every(({ outcome }) => outcome === 'applied') !== true) throw new Error(`push: ${reply.status}`)
}
