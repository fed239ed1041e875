import type { Locator, Page } from '@playwright/test'
import { strongCsv } from '../../../../bench/history.ts'
import { sourceMessages, translations } from '../../words-module.ts'
import type { Path } from '../../src/lib/paths.ts'

/** A walk through the app: every screen and every panel is shown to `see` once, in a state worth looking at. */
export interface Guide {
  readonly page: Page
  /** What the app says for this English message, to find a button by in each language. */
  readonly word: (english: string) => string
  /** The same where the message has values in it: they may be anything. */
  readonly like: (english: string) => RegExp
  /** Shows what is on the screen. `path` is the route it stands for. */
  readonly see: (name: string, path: Route) => Promise<void>
}

export type Route = Exclude<Path, '/'> | 'elsewhere'

export async function wordsIn(language: string): Promise<Pick<Guide, 'word' | 'like'>> {
  const said = await translations(language)
  const byEnglish = new Map(sourceMessages().map(({ id, message }) => [message, said.get(id) || message]))
  const word = (english: string) => {
    const found = byEnglish.get(english)
    if (found === undefined) throw new Error(`The app does not say “${english}” any more`)
    return found
  }
  return {
    word,
    like: (english) =>
      new RegExp(
        `^${word(english)
          .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
          .replace(/\{\w+\}/g, '.+')}$`,
      ),
  }
}

export const button = ({ page, word }: Guide, english: string, within: Page | Locator = page) =>
  within.getByRole('button', { name: word(english), exact: true }).first()

export const dialog = ({ page }: Guide) => page.getByRole('dialog').last()

/** Opens an address and waits until its screen stands. */
export async function go({ page }: Guide, address: string) {
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}

/** Presses what opens a panel, shows it, and closes it with Escape. */
export async function panel(guide: Guide, opener: Locator, name: string, path: Route, inside?: (panel: Locator) => Promise<void>) {
  await opener.click()
  await dialog(guide).waitFor()
  await guide.see(name, path)
  await inside?.(dialog(guide))
  await closed(guide)
}

export async function closed({ page }: Guide) {
  while ((await page.locator('dialog[open]').count()) > 0) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(100) // a panel may lead back to the one it came from
  }
}

export async function signsUp({ page }: Guide, email: string) {
  await page.goto('/sign-up')
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill('a long enough password')
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/today/)
}

/** Names that Strong's export has and the library knows with doubt or not at all stand in it too. */
export function oldLog(sets: number) {
  const csv = strongCsv(sets, Date.now())
    .replaceAll('Leg Press', 'Sled Leg Pres')
    .replaceAll('Romanian Deadlift (Barbell)', 'Zercher Thing')
  return { name: 'strong.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
}

/** Brings a history of some weeks, so that screens have something to say. */
export async function bringsHistory({ page }: Guide) {
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles({ ...oldLog(600), buffer: Buffer.from(strongCsv(600, Date.now())) })
  await keepButton(page).click()
  await page.locator('main a[href="/progress/report"]').waitFor({ timeout: 60_000 })
}

export const keepButton = (page: Page) => page.locator('main .sticky button').first()

/** Adds a movement to the workout on the screen by its English name, which is found in every language. */
export async function adds(guide: Guide, movement: string) {
  await button(guide, 'Add a movement').click()
  await picks(guide, movement)
}

export async function picks(guide: Guide, movement: string) {
  await guide.page.getByRole('searchbox').fill(movement)
  await dialog(guide).locator('li button').first().waitFor()
  await guide.page.waitForTimeout(250) // the list for the last letter has come
  await dialog(guide).locator('li button').first().click()
  await dialog(guide).waitFor({ state: 'hidden' })
}
