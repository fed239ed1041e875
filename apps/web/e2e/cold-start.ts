import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, devices, type BrowserContext } from '@playwright/test'
import { chromiumFlags, findChromium, serveProduct } from '../../../tools/product.ts'
import { addsMovement, imported, signsIn, startsWorkout } from './long-history.ts'
import { at, record } from './main-thread.ts'

/**
 * What a lifter with a long history waits for who opens the installed app in a basement: from the beginning of the page until today, and
 * until the set of a workout under way, stands and can be pressed. The browser is started anew each time, and there is no network. Told
 * are the time that passed on a page SLOWER times slower, and the processor time of the page's own thread, times SLOWER, of a page that
 * is not slowed. HISTORY=20000 STARTS=7 SLOWER=4.
 */
const HISTORY = Number(process.env['HISTORY'] ?? 20_000)
const STARTS = Number(process.env['STARTS'] ?? 7)
const SLOWER = Number(process.env['SLOWER'] ?? 4)

const executablePath = findChromium()
if (executablePath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM=/path')
const profile = mkdtempSync(join(tmpdir(), 'gymgenius-cold-'))
const product = await serveProduct()
await imported(product.url, HISTORY)
const workout = await installed()
process.stdout.write(`${HISTORY} sets of history, load ${loadavg()[0]!.toFixed(1)}\n`)
await product.stop() // no network, and no server either

for (const [what, path, button] of [
  ['today', '/today', 'Go on'],
  ['the set', workout, 'Done'],
] as const) {
  const passed = await starts(path, button, SLOWER)
  const worked = await starts(path, button, 1)
  process.stdout.write(
    `${what.padEnd(10)} passed ${shares(passed.map((one) => one.passed))} ms · worked × ${SLOWER} ${shares(worked.map((one) => one.worked * SLOWER))} ms` +
      ` · longest task × ${SLOWER} ${shares(worked.map((one) => one.longest * SLOWER))} ms (50 / 95 % of ${STARTS})\n`,
  )
}
rmSync(profile, { recursive: true, force: true })

function shares(sample: readonly number[]): string {
  return [0.5, 0.95].map((share) => at(share, sample).toFixed(0)).join(' / ')
}

function opened(): Promise<BrowserContext> {
  const size = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }
  return chromium.launchPersistentContext(profile, { executablePath: executablePath!, args: chromiumFlags, ...size })
}

/** The whole app and the whole log are on the phone, and a workout is under way; its address. */
async function installed(): Promise<string> {
  const context = await opened()
  const page = await context.newPage()
  await signsIn(page, product.url)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await startsWorkout(page)
  await addsMovement(page)
  await page.getByRole('button', { name: /^Done/ }).waitFor()
  await page.getByRole('button', { name: 'Everything is synced' }).waitFor({ timeout: 60_000 })
  const { pathname } = new URL(page.url())
  await page.goto(`${product.url}${pathname}`) // from here on the browser has seen the code run
  await page.getByRole('button', { name: /^Done/ }).waitFor()
  await context.close()
  return pathname
}

async function starts(path: string, button: string, slower: number) {
  const each: { readonly passed: number; readonly worked: number; readonly longest: number }[] = []
  while (each.length < STARTS) {
    const context = await opened()
    await context.setOffline(true)
    const page = await context.newPage()
    await page.addInitScript(watch, button)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const stop = await record(page)
    await page.goto(`${product.url}${path}`, { waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0, undefined, { polling: 200 })
    const thread = await stop()
    if (thread.knows('began') && thread.knows('usable')) {
      each.push({
        passed: await page.evaluate(() => performance.getEntriesByName('usable')[0]!.startTime),
        worked: thread.worked('began', 'usable'),
        longest: thread.longest('began', 'usable'),
      })
    }
    await context.close()
  }
  return each
}

/** Runs in the page: marks its beginning, and the frame in which the button of this name stands and can be pressed. */
function watch(name: string) {
  performance.mark('began')
  const isThere = () =>
    [...document.querySelectorAll('button')].some(({ textContent, disabled }) => !disabled && textContent?.startsWith(name))
  const observer = new MutationObserver(() => {
    if (!isThere()) return
    observer.disconnect()
    requestAnimationFrame(() => void scheduler.postTask(() => performance.mark('usable'), { priority: 'user-blocking' }))
  })
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
}
