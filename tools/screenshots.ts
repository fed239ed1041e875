import { mkdirSync } from 'node:fs'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { strongCsv } from '../bench/history.ts'
import { chromiumFlags, findChromium, serveProduct } from './product.ts'

/**
 * Makes the pictures of the README, and with `--all` every screen at four sizes in both themes (into build/screenshots),
 * to be looked at before a screen is called done.
 */
const isAll = process.argv.includes('--all')
const folder = isAll ? 'build/screenshots' : 'docs/screenshots'
const sizes = isAll
  ? [
      { width: 360, height: 640 },
      { width: 390, height: 844 },
      { width: 768, height: 1024 },
      { width: 1280, height: 800 },
    ]
  : [{ width: 390, height: 844 }]
const themes = isAll ? (['dark', 'light'] as const) : (['dark'] as const)

const executablePath = findChromium()
if (executablePath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM=/path')
mkdirSync(folder, { recursive: true })
const product = await serveProduct()
const browser = await chromium.launch({ executablePath, args: chromiumFlags })
for (const viewport of sizes) {
  for (const colorScheme of themes) {
    const context = await browser.newContext({
      baseURL: product.url,
      viewport,
      colorScheme,
      locale: 'en-GB',
      hasTouch: viewport.width < 700,
    })
    await pictures(context, `${viewport.width}-${colorScheme}`)
    await context.close()
  }
}
await browser.close()
await product.stop()

async function pictures(context: BrowserContext, suffix: string) {
  const page = await context.newPage()
  const shoot = async (name: string) => {
    await page.waitForTimeout(400) // what is still moving comes to rest
    await page.screenshot({ path: `${folder}/${name}-${suffix}.png` })
  }
  await page.goto('/sign-up')
  if (isAll) await shoot('sign-up')
  await signUp(page, `${suffix}@example.test`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  if (isAll) await shoot('today-empty')

  await page.goto('/import')
  if (isAll) await shoot('import-choose')
  const csv = strongCsv(3000, Date.now())
  await page.locator('input[type=file]').setInputFiles({ name: 'strong.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: /^Keep/ }).waitFor()
  await shoot('import')
  await page.getByRole('button', { name: /^Keep/ }).click()
  await page.getByRole('link', { name: 'See history' }).waitFor({ timeout: 60_000 })
  if (isAll) await shoot('import-done')

  await page.goto('/routines')
  await page.getByRole('button', { name: 'Keep' }).first().click()
  await page.getByText('is a routine now').waitFor()
  if (isAll) await shoot('routines')
  await page.goto('/history')
  await page.getByText('Day A').first().waitFor()
  await shoot('history')
  if (isAll) {
    await page.getByText('Day A').first().click()
    await page.waitForURL(/history\/./)
    await shoot('past-workout')
    await page.goto('/routines')
    await page.getByRole('link', { name: /Day/ }).first().click()
    await shoot('routine')
  }
  await page.goto('/progress')
  await page.getByText('Squat (Barbell)').first().waitFor()
  if (isAll) await shoot('progress-list')
  await page.getByText('Squat (Barbell)').first().click()
  await page.getByText('Records').waitFor()
  await shoot('progress')
  if (isAll) await reportPictures(page, shoot)
  if (isAll) await libraryPictures(page, shoot)
  await page.goto('/settings')
  if (isAll) await shoot('settings')

  await page.goto('/today')
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  await shoot('today')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('button', { name: /^Done/ }).waitFor()
  await shoot('set')
  await page.getByRole('button', { name: /^Done/ }).click()
  await shoot('set-resting')
}

async function reportPictures(page: Page, shoot: (name: string) => Promise<void>) {
  await page.goto('/progress/report')
  await page.getByRole('button', { name: 'Share as a picture' }).waitFor()
  await shoot('report')
  for (const name of ['Your lifts', /^Trained in/, /^Most for/] as const) {
    await page.getByRole('region', { name }).scrollIntoViewIfNeeded()
    await shoot(`report-${String(name).replace(/\W/g, '').toLowerCase()}`)
  }
  await page.getByRole('button', { name: 'Share as a picture' }).click()
  await shoot('report-share')
}

async function libraryPictures(page: Page, shoot: (name: string) => Promise<void>) {
  await page.goto('/library')
  await page.getByText(/^\d+ movements$/).waitFor()
  await shoot('library')
  await page.getByRole('button', { name: 'Muscles' }).click()
  await page.getByRole('checkbox').first().waitFor()
  await shoot('library-muscles')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Equipment' }).click()
  await shoot('library-equipment')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox').fill('zzzz')
  await page.getByText('No movement fits').waitFor()
  await shoot('library-nothing')
  await page.getByRole('searchbox').fill('Squat (Barbell)')
  await page
    .getByRole('link', { name: /^Squat \(Barbell\)/ })
    .first()
    .click()
  await page.getByText('Prime mover').first().waitFor()
  await shoot('movement')
  await page.getByRole('heading', { name: 'In its place' }).scrollIntoViewIfNeeded()
  await shoot('movement-substitutes')
  await page.goto('/library/circuits')
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await shoot('circuits')
  await page.goto('/library/new')
  await page.getByLabel('Name').waitFor()
  await shoot('own-movement')
}

async function signUp(page: Page, email: string) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL(/today/)
}
