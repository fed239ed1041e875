import { loadavg } from 'node:os'
import { chromium, devices, type Locator, type Page } from '@playwright/test'
import { chromiumFlags, findChromium, serveProduct } from '../../../tools/product.ts'
import { addsMovement, imported, signsIn, startsWorkout } from './long-history.ts'
import { at, record } from './main-thread.ts'

/**
 * What a lifter with a long history waits for: from the press on "Done" until the logged set is painted, and until the targets that
 * follow from it are; and from a press on another screen until that is painted. The workout is one as lifters do them: movements with a
 * history, SETS sets of each. Told are the time that passed on a page SLOWER times slower than this machine (its workers are not: the
 * browser slows pages only), and the processor time that the page's own thread needed, times SLOWER, which says the same on a machine
 * that has other work. HISTORY=20000 PRESSES=36 SLOWER=4,
 * no more presses: the made-up lifter has ten movements.
 */
const HISTORY = Number(process.env['HISTORY'] ?? 20_000)
const PRESSES = Number(process.env['PRESSES'] ?? 36)
const SLOWER = Number(process.env['SLOWER'] ?? 4)
/** The three that a movement gets of itself, and one more. */
const SETS = 4
const WARM_UP = SETS
const ROUNDS = 8
/** Two presses within it are one double press, of which the app takes the first. */
const DOUBLE_PRESS_MS = 600

const executablePath = findChromium()
if (executablePath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM=/path')
const product = await serveProduct()
await imported(product.url, HISTORY)
const browser = await chromium.launch({ executablePath, args: chromiumFlags })
const context = await browser.newContext({ ...devices['Pixel 7'], viewport: { width: 390, height: 844 } })
const page = await context.newPage()
await page.addInitScript(watch)
await signsIn(page, product.url)
process.stdout.write(`${HISTORY} sets of history, load ${loadavg()[0]!.toFixed(1)}\n`)
const cdp = await context.newCDPSession(page)

// The first look is of a page as slow as a phone, the second of the processor's work alone: slowed work is not told apart from waiting.
await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
const slowed = await presses(page, 'slowed')
await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
const work = await presses(page, 'work')
tell('the set is painted', slowed.passed('tap', 'set'), work.worked('tap', 'set'))
tell('what follows is painted', slowed.passed('tap', 'targets'), work.worked('tap', 'targets'))

await page.goto(`${product.url}/today`)
const screens = ['History', 'Progress', 'Library', 'Routines', 'Settings', 'Today'] as const
for (const screen of screens) await opens(page, screen, 'warm-up') // their code is fetched once
await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
const turnsSlowed = await turns(page, 'slowed')
await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
const turnsWork = await turns(page, 'work')
for (const screen of screens) tell(`to ${screen}`, turnsSlowed.passed(screen), turnsWork.worked(screen))
await browser.close()
await product.stop()

function tell(what: string, passed: readonly number[], worked: readonly number[]) {
  process.stdout.write(
    `${what.padEnd(24)} passed ${shares(passed, 1)} ms · worked × ${SLOWER} ${shares(worked, SLOWER)} ms (50 / 95 / 100 % of ${passed.length})\n`,
  )
}

function shares(sample: readonly number[], times: number): string {
  return [0.5, 0.95, 1].map((share) => (at(share, sample) * times).toFixed(0)).join(' / ')
}

async function presses(on: Page, phase: string) {
  await on.goto(`${product.url}/today`)
  await startsWorkout(on)
  const stop = await record(on)
  for (let press = 0; press < PRESSES + WARM_UP; press++) {
    if (press % SETS === 0) await addsMovement(on)
    if (press % SETS === SETS - 1) await on.getByRole('button', { name: 'Add a set' }).click()
    const done = on.getByRole('button', { name: /^Done: / })
    await done.waitFor()
    await on.evaluate((name) => ((globalThis as unknown as Watched).naming = name), `${phase} ${press}`)
    await on.waitForTimeout(DOUBLE_PRESS_MS)
    await taps(on, done)
    await on.waitForFunction(() => (globalThis as unknown as Watched).isOver)
    await on.locator(`[data-testid=set-done][data-saved=true] >> nth=${press % SETS}`).waitFor()
  }
  const thread = await stop()
  await finishes(on)
  const each = (of: (name: string) => number) => Array.from({ length: PRESSES }, (_, i) => of(`${phase} ${i + WARM_UP}`))
  const measured = (how: 'passed' | 'worked') => (from: string, to: string) =>
    each((name) => thread[how](`${name} ${from}`, `${name} ${to}`))
  return { passed: measured('passed'), worked: measured('worked') }
}

/** A finger's touch in the middle of it. A click of Playwright asks the page before and after, on the very thread that is measured. */
async function taps(on: Page, what: Locator) {
  await what.scrollIntoViewIfNeeded()
  const box = (await what.boundingBox())!
  await on.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
}

async function turns(on: Page, phase: string) {
  const stop = await record(on)
  for (let round = 0; round < ROUNDS; round++) for (const screen of screens) await opens(on, screen, `${phase} ${round}`)
  const thread = await stop()
  const measured = (how: 'passed' | 'worked') => (screen: string) =>
    Array.from({ length: ROUNDS }, (_, round) => thread[how](`${phase} ${round} ${screen} tap`, `${phase} ${round} ${screen} shown`))
  return { passed: measured('passed'), worked: measured('worked') }
}

/** Presses on the bar at the foot, and waits for the frame in which the screen's own heading stands. */
async function opens(on: Page, screen: string, name: string) {
  await on.evaluate(([name, screen]) => ((globalThis as unknown as Watched).turning = { name: name!, screen: screen! }), [name, screen])
  await on.getByRole('navigation').getByRole('link', { name: screen }).click()
  await on.waitForFunction(() => (globalThis as unknown as Watched).turning === undefined)
}

async function finishes(on: Page) {
  await on.getByRole('button', { name: 'Finish', exact: true }).click()
  await on.getByRole('dialog').getByRole('button', { name: 'Finish', exact: true }).click()
  await on.getByRole('dialog').waitFor({ state: 'hidden' })
}

interface Watched {
  naming: string
  isOver: boolean
  turning: { readonly name: string; readonly screen: string } | undefined
}

/** Runs in the page: marks the press, the frame in which the set stands, the frame after the engine's answer, and the frame of a new screen. */
function watch() {
  const watched = globalThis as unknown as Watched & Window & { Worker: typeof Worker }
  const { document: shown } = watched
  /** After the last set of a movement nothing is asked. */
  const hasMore = () => [...shown.querySelectorAll('button')].some(({ textContent }) => textContent?.startsWith('Done: '))
  const doneSets = () => shown.querySelectorAll('[data-testid=set-done]').length
  // The first task after the frame: an ordinary message would wait for whatever else has come meanwhile.
  const painted = (then: () => void) => watched.requestAnimationFrame(() => void scheduler.postTask(then, { priority: 'user-blocking' }))
  let isSetPainted = false
  let isAnswered = false
  const look = () => {
    if (!isSetPainted || !isAnswered || watched.isOver) return
    watched.isOver = true
    performance.mark(`${watched.naming} targets`)
  }
  const seen = (when: () => boolean, then: () => void) => {
    const observer = new MutationObserver(() => {
      if (!when()) return
      observer.disconnect()
      painted(then)
    })
    observer.observe(shown, { childList: true, subtree: true, characterData: true })
  }
  addEventListener(
    'click',
    (event) => {
      const pressed = event.target as Element
      const { turning, naming } = watched
      if (turning !== undefined && pressed.closest('a') !== null) {
        performance.mark(`${turning.name} ${turning.screen} tap`)
        const heading = () => shown.querySelector('h1')?.textContent
        const before = heading()
        const isThere = () => heading() !== undefined && heading() !== before
        seen(isThere, () => {
          performance.mark(`${turning.name} ${turning.screen} shown`)
          watched.turning = undefined
        })
      }
      if (!pressed.closest('button')?.textContent?.startsWith('Done: ')) return
      const before = doneSets()
      watched.isOver = isSetPainted = isAnswered = false
      performance.mark(`${naming} tap`)
      seen(
        () => doneSets() > before,
        () => {
          isSetPainted = true
          isAnswered ||= !hasMore()
          performance.mark(`${naming} set`)
          look()
        },
      )
    },
    true,
  )
  const Usual = Worker
  watched.Worker = class extends Usual {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      if (options?.name !== 'engine') return
      this.addEventListener('message', () =>
        painted(() => {
          isAnswered = true
          look()
        }),
      )
    }
  }
}
