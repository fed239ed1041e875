import { chromium, devices } from '@playwright/test'
import { chromiumFlags, findChromium, serveProduct } from '../../../tools/product.ts'

/**
 * What a lifter waits for after the press on "Done": until the logged set is painted, and until the targets that follow from it are. The
 * page runs four times slower than this machine (its workers do not: the browser slows pages only). PRESSES=60, SLOWER=4.
 */
const PRESSES = Number(process.env['PRESSES'] ?? 60)
const SLOWER = Number(process.env['SLOWER'] ?? 4)
const WARM_UP = 5

const executablePath = findChromium()
if (executablePath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM=/path')
const product = await serveProduct()
const browser = await chromium.launch({ executablePath, args: chromiumFlags })
const context = await browser.newContext({ ...devices['Pixel 7'], viewport: { width: 390, height: 844 } })
const page = await context.newPage()
await page.addInitScript(watch)
await page.goto(`${product.url}/sign-up`)
await page.getByLabel('E-mail').fill('tap@example.test')
await page.getByLabel('Password').fill('a long enough password')
await page.getByRole('button', { name: 'Create account' }).click()
await page.waitForURL(/today/)
await page.getByRole('button', { name: 'Start an empty workout' }).click()
await page.getByRole('button', { name: 'Add a movement' }).click()
await page.getByRole('searchbox').fill('Bench Press (Barbell)')
await page.getByRole('dialog').getByRole('button', { name: 'Bench Press (Barbell)' }).first().click()
const cdp = await context.newCDPSession(page)
await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })

const taps: Tap[] = []
for (let press = 0; press < PRESSES + WARM_UP; press++) {
  await page.getByRole('button', { name: 'Add a set' }).click()
  await page
    .locator('[data-testid=set-done][data-saved=true]')
    .nth(press - 1)
    .or(page.locator('body'))
    .first()
    .waitFor()
  await page.getByRole('button', { name: /^Done: / }).click()
  await page.waitForFunction(() => (globalThis as unknown as Watched).lastTap?.targets !== undefined)
  if (press >= WARM_UP) taps.push(await page.evaluate(() => (globalThis as unknown as Watched).lastTap!))
}
for (const [name, of] of [
  ['the set is painted', (tap: Tap) => tap.set],
  ['what follows is painted', (tap: Tap) => tap.targets!],
] as const) {
  const sorted = taps.map(of).toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!.toFixed(0)
  process.stdout.write(
    `${name.padEnd(24)} median ${at(0.5)} ms, 95 % ${at(0.95)} ms, at most ${at(1)} ms, of ${sorted.length} presses, ${SLOWER}× slower\n`,
  )
}
await browser.close()
await product.stop()

interface Tap {
  set: number
  targets: number | undefined
}

interface Watched {
  lastTap: Tap | undefined
}

/** Runs in the page: from the press to the frame in which the set stands, and to the frame after the engine's answer. */
function watch() {
  const watched = globalThis as unknown as Watched & Window & { Worker: typeof Worker }
  const { document: shown } = watched
  const doneSets = () => shown.querySelectorAll('[data-testid=set-done]').length
  const painted = (then: () => void) =>
    watched.requestAnimationFrame(() => {
      const after = new MessageChannel()
      after.port1.addEventListener('message', then)
      after.port1.start()
      after.port2.postMessage(undefined)
    })
  let pressedAt = 0
  let tap: Tap | undefined
  addEventListener(
    'click',
    (event) => {
      if (!(event.target as Element).closest('button')?.textContent?.startsWith('Done: ')) return
      const before = doneSets()
      pressedAt = event.timeStamp
      watched.lastTap = undefined
      const observer = new MutationObserver(() => {
        if (doneSets() <= before) return
        observer.disconnect()
        painted(() => (tap = watched.lastTap = { set: performance.now() - pressedAt, targets: undefined }))
      })
      observer.observe(document, { childList: true, subtree: true })
    },
    true,
  )
  const Usual = Worker
  watched.Worker = class extends Usual {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      if (options?.name !== 'engine') return
      this.addEventListener('message', () => painted(() => tap && (tap.targets = performance.now() - pressedAt)))
    }
  }
}
