import { mkdirSync, writeFileSync } from 'node:fs'
import { weightText } from '../../packages/engine/src/forecast/weight-text.ts'
import { CROSSED, crossedFile, FOLDS, foldOf, readLogs } from '../../bench/training-logs.ts'
import { Network } from './network.ts'
import { gather, type Samples } from './samples.ts'

/**
 * Trains the gate of the forecast on logs of real lifters: node tools/forecast/train.ts 0 1 2 3 4 all
 * A number leaves that fifth of the lifters out and writes the weights that bench/forecast.ts judges on them; `all` uses
 * everybody and writes the weights that ship.
 */
const SHIPPED = 'packages/engine/src/forecast/weights.ts'
const EPOCHS = Number(process.env['EPOCHS'] ?? 4)
const BATCH = 64
const RATE = 0.003
/** The last steps are this much smaller than the first. */
const LAST_RATE = 0.02
const WARM_STEPS = 300
const DECAY = 0.01

const samples = gather(readLogs())
console.log(`${samples.count} sets`)
mkdirSync(CROSSED, { recursive: true })
for (const wanted of process.argv.slice(2)) {
  const text = weightText(trained(wanted === 'all' ? -1 : Number(wanted)))
  if (wanted === 'all') writeFileSync(SHIPPED, shippedModule(text))
  else writeFileSync(crossedFile(Number(wanted)), text)
}

function trained(leftOut: number): Float64Array {
  const chosen = [...indicesOf(samples)].filter((n) => foldOf(samples.lifter[n]!) !== leftOut)
  const network = new Network(leftOut + 7)
  const random = seeded(leftOut + 12_345)
  const steps = Math.ceil(chosen.length / BATCH) * EPOCHS
  let step = 0
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const started = performance.now()
    shuffle(chosen, random)
    let loss = 0
    for (let from = 0; from < chosen.length; from += BATCH) {
      const batch = chosen.slice(from, from + BATCH)
      for (const n of batch) loss += network.learn(samples, n)
      step += 1
      const cosine = LAST_RATE + ((1 - LAST_RATE) * (1 + Math.cos((Math.PI * step) / steps))) / 2
      network.step(RATE * Math.min(1, step / WARM_STEPS) * cosine, batch.length, DECAY)
    }
    const seconds = (performance.now() - started) / 1000
    console.log(
      `left out ${leftOut < 0 ? 'nobody' : `${leftOut} of ${FOLDS}`}, epoch ${epoch + 1}: loss ${(loss / chosen.length).toFixed(4)}, ${seconds.toFixed(0)} s`,
    )
  }
  return network.p
}

function* indicesOf({ count }: Samples) {
  for (let n = 0; n < count; n++) yield n
}

function shuffle(values: number[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[values[i], values[j]] = [values[j]!, values[i]!]
  }
}

/** Numerical Recipes' generator: enough to shuffle. */
function seeded(seed: number) {
  let state = seed
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296
}

function shippedModule(text: string) {
  const origin = '// Made by tools/forecast/train.ts from the logs of 50 lifters: aggregate numbers, no row of any log.'
  return `${origin}\nexport const WEIGHTS =\n  '${text}'\n`
}
