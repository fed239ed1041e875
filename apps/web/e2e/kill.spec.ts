import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, findChromium } from '../../../tools/product.ts'
import { done, expect, isReadyForTheGym, type Lifter, logs, startsWith, test } from './product.ts'

test.use({ trace: 'off' }) // a trace cannot be written of a browser that is gone

/** CI kills three times; KILLS=30 kills more. */
const KILLS = Number(process.env['KILLS'] ?? 3)
const SETS_BETWEEN = 4

test('a browser killed in the middle of logging loses nothing that it showed as saved', async ({ lifter }) => {
  test.setTimeout(KILLS * 40_000)
  const profile = mkdtempSync(join(tmpdir(), 'gymgenius-profile-'))
  try {
    let shown = 0
    let address = ''
    for (let kill = 0; kill < KILLS; kill++) {
      const { page, browser } = await opened(profile)
      if (kill === 0) {
        await lifter.signsUp(page)
        await startsWith(page, 'Bench Press (Barbell)')
        await isReadyForTheGym(page)
        address = page.url()
      } else {
        await returnsTo(page, address, lifter)
        await expect.poll(() => done(page).count()).toBeGreaterThanOrEqual(shown)
      }
      await page.context().setOffline(true)
      for (let set = 0; set < SETS_BETWEEN; set++) {
        const add = page.getByRole('button', { name: 'Add a set' })
        if (!(await page.getByRole('button', { name: /^Done: / }).isVisible())) await add.click()
        await logs(page, '80', String(5 + set))
        shown++
      }
      const next = page.getByRole('button', { name: /^Done: |Add a set/ }).first()
      void next.click().catch(() => undefined) // one more is on its way when the blow falls
      await killed(browser)
    }

    const { page, browser } = await opened(profile)
    await returnsTo(page, address, lifter)
    await expect.poll(() => done(page).count()).toBeGreaterThanOrEqual(shown)
    const inApp = await done(page).count()
    const signIn = page.getByRole('link', { name: 'Sign in again' })
    if (await signIn.isVisible()) {
      await signIn.click()
      await lifter.signsIn(page)
    }
    await expect.poll(async () => (await lifter.setsOnServer()).length).toBe(inApp)
    const ids = (await lifter.setsOnServer()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    await killed(browser)
  } finally {
    await Promise.all([...running].map(killed))
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})

/** What the browser itself had not written down yet (who is signed in) may be asked for again; the sets are not. */
async function returnsTo(page: Page, address: string, lifter: Lifter) {
  await page.goto(address)
  await page.getByRole('button', { name: /^(Sign in|Finish)$/ }).waitFor()
  if (!page.url().includes('sign-in')) return
  await lifter.signsIn(page)
  await page.goto(address)
}

/** Browsers that a failed claim must not leave behind. */
const running = new Set<ChildProcess>()

/** A browser of its own process on a profile that stays, to be killed without a word. */
async function opened(profile: string): Promise<{ page: Page; browser: ChildProcess }> {
  const browser = spawn(
    findChromium()!,
    ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=en-GB', ...chromiumFlags, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  running.add(browser)
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = ''
    browser.stderr!.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /ws:\/\/\S+/.exec(said)?.[0]
      if (found !== undefined) resolve(found)
    })
    browser.once('exit', () => reject(new Error(`the browser did not start: ${said}`)))
  })
  const connection = await chromium.connectOverCDP(endpoint)
  const context = connection.contexts()[0]!
  return { page: context.pages()[0] ?? (await context.newPage()), browser }
}

function killed(browser: ChildProcess): Promise<void> {
  running.delete(browser)
  return new Promise((resolve) => {
    browser.once('exit', () => resolve())
    browser.kill('SIGKILL')
  })
}
