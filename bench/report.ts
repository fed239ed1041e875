import { loadavg } from 'node:os'
import { DAY_MS, type Instant, kg, localDays, type Reps, type Rir } from '@gymgenius/domain'
import { Replay, type ReportedSet } from '@gymgenius/engine/report'
import { chromium } from '@playwright/test'
import { strongCsv } from './history.ts'
import { median } from './load.ts'
import { processorSeconds, signUp } from './server.ts'
import { chromiumFlags, findChromium, serveProduct } from '../tools/product.ts'

/**
 * How long a report card of 20,000 sets takes: the replay alone, in processor time; and in the browser from opening the screen to the
 * finding, sets already on the phone; then opened again, and asked of the API: node bench/report.ts
 */
const SETS = 20_000
const ROUNDS = 5
const START = Date.UTC(2023, 0, 2, 18)

const dayOf = localDays('Europe/Berlin')
const log = Array.from({ length: SETS }, (_, i): Omit<ReportedSet, 'setNumber'> => {
  const at = (START + Math.floor(i / 25) * 2 * DAY_MS + (i % 25) * 180_000) as Instant
  return {
    movement: {
      key: `lift ${Math.floor(i / 5) % 40}`,
      pattern: 'squat',
      loadKind: 'external',
      equipment: 'barbell',
      muscles: [],
      baseKey: null,
    },
    at,
    day: dayOf(at),
    workoutKey: String(Math.floor(i / 25)),
    kind: 'working',
    load: kg(60 + ((i * 7) % 9) * 2.5),
    reps: (5 + ((i * 5) % 7)) as Reps,
    rir: i % 3 === 0 ? ((i % 4) as Rir) : null,
    rest: null,
    bodyMass: null,
    toFailure: false,
  }
})
console.log(`load ${loadavg()[0]!.toFixed(1)}`)
console.log(`replay of ${SETS} sets: ${median(Array.from({ length: ROUNDS }, replaySeconds)).toFixed(2)} s of processor time`)
await inTheBrowser()
console.log(`load ${loadavg()[0]!.toFixed(1)}`)

function replaySeconds(): number {
  const before = process.cpuUsage()
  const replay = new Replay()
  for (const set of log) replay.read(set)
  replay.card()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

async function inTheBrowser() {
  const product = await serveProduct()
  const served = await chromium.launchServer({ executablePath: findChromium()!, args: chromiumFlags })
  const browser = await chromium.connect(served.wsEndpoint())
  try {
    const page = await browser.newPage({ baseURL: product.url, viewport: { width: 390, height: 844 } })
    page.setDefaultTimeout(120_000)
    const headers = { authorization: `Bearer ${await signUp(product.url)}` }
    await importHistory(product.url, headers)
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('bench@example.test')
    await page.getByLabel('Password').fill('a long bench password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/today/)
    await page.getByRole('button', { name: 'Everything is synced' }).waitFor()
    const first = await openSeconds()
    console.log(`first report in the browser: ${first.wall.toFixed(2)} s, ${first.processor.toFixed(2)} s of the browser's processor time`)
    const again = await openSeconds()
    console.log(`opened again: ${again.wall.toFixed(2)} s, ${again.processor.toFixed(2)} s of processor time`)
    const asked: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now()
      const reply = await fetch(`${product.url}/v1/report-card`, { headers })
      const bytes = (await reply.text()).length
      asked.push((performance.now() - started) / 1000)
      if (round === 0) console.log(`GET /v1/report-card: ${reply.status}, ${(bytes / 1000).toFixed(0)} kB`)
    }
    console.log(`GET /v1/report-card: ${median(asked).toFixed(2)} s`)

    async function openSeconds() {
      await page.goto('/progress')
      const link = page.getByRole('link', { name: /Your report card/ })
      await link.waitFor()
      await page.waitForTimeout(2000) // what the app does at its start comes to rest
      const pid = served.process().pid!
      const before = { wall: performance.now(), processor: processorSeconds(pid) }
      await link.click()
      await page.getByRole('button', { name: 'Share as a picture' }).waitFor()
      return { wall: (performance.now() - before.wall) / 1000, processor: processorSeconds(pid) - before.processor }
    }
  } finally {
    await served.close()
    await product.stop()
  }
}

async function importHistory(url: string, headers: Readonly<Record<string, string>>) {
  const form = new FormData()
  form.set('file', new Blob([strongCsv(SETS, Date.UTC(2026, 0, 2))], { type: 'text/csv' }), 'strong.csv')
  const { id } = (await (await fetch(`${url}/v1/imports`, { method: 'POST', headers, body: form })).json()) as { id: string }
  await fetch(`${url}/v1/imports/${id}/commit`, { method: 'POST', headers })
  for (;;) {
    const { status } = (await (await fetch(`${url}/v1/imports/${id}`, { headers })).json()) as { status: string }
    if (status === 'committed') return
    if (status !== 'committing') throw new Error(`the import ended ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
