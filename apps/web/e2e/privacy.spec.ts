import { test as base, expect, type Page } from '@playwright/test'
import { serveProduct, type Served } from '../../../tools/product.ts'
import { axeFaults } from './axe.ts'
import { done, Lifter, logs, startsWith } from './product.ts'

/** A server of one's own, since its first account is in charge and may train others; accounts are erased within a minute. */
const test = base.extend<object, { house: Pick<Served, 'url'> }>({
  house: [
    async ({}, use) => {
      const running = process.env['GYMGENIUS_URL'] // a fresh one, with the grace below
      if (running !== undefined) return use({ url: running })
      const house = await serveProduct({ ERASURE_GRACE_HOURS: '0' })
      await use(house)
      await house.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ house }, use) => use(house.url),
})

const faultless = async (page: Page) => expect(await axeFaults(page)).toEqual([])

test('a lifter lets a trainer see workouts and nothing else, ends it, and has the account erased', async ({ page, browser, house }) => {
  test.slow()
  const trainer = await (await browser.newContext({ baseURL: house.url })).newPage()
  await new Lifter(house.url, `trainer-${Date.now()}@example.test`).signsUp(trainer)
  const ann = new Lifter(house.url, `ann-${Date.now()}@example.test`)
  await ann.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await logs(page, '80', '8')
  await expect(done(page)).toHaveCount(1)
  await expect.poll(() => ann.setsOnServer()).toMatchObject([{ loadKg: 80, reps: 8 }])

  await page.goto('/settings')
  await page.getByRole('link', { name: 'Privacy' }).click()
  await expect(page.getByText('Nobody sees what you log.')).toBeVisible()
  await page.getByRole('button', { name: 'Let a trainer see something' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Your name for the trainer').fill('Ann')
  await sheet.getByRole('switch', { name: 'I agree' }).check()
  await sheet.getByRole('button', { name: 'Make a code' }).click()
  const code = await sheet.getByLabel('Code for the trainer').innerText()
  await sheet.getByRole('button', { name: 'Close' }).click()
  await faultless(page)

  await trainer.goto('/settings')
  await trainer.getByRole('link', { name: 'Your athletes' }).click()
  await trainer.getByLabel('Code of an athlete').fill(code)
  await trainer.getByRole('button', { name: 'Take the code' }).click()
  await faultless(trainer)
  await trainer.getByRole('link', { name: 'Ann' }).click()
  await expect(trainer.getByRole('heading', { name: 'Ann', exact: true })).toBeVisible()
  await expect(trainer.getByText('80 kg × 8').first()).toBeVisible()
  await expect(trainer.getByRole('heading', { level: 2 })).toHaveText(['Best sets', 'Workouts'])
  await faultless(trainer)
  await trainer.evaluate(() => localStorage.setItem('gymgenius.language', 'de'))
  await trainer.reload()
  await expect(trainer.getByText('Bankdrücken (Langhantel)')).toHaveCount(2) // best set, workout
  await trainer.evaluate(() => localStorage.removeItem('gymgenius.language'))

  await page.reload()
  await expect(page.getByText('Looked 4 times')).toBeVisible()
  await expect(page.getByText('Looked at · Workouts and records').first()).toBeVisible()
  await page.getByRole('button', { name: /^End what/ }).click()
  await expect(page.getByText('Ended', { exact: false }).first()).toBeVisible()
  await trainer.reload()
  await expect(trainer.getByText('Nothing is shown to you here')).toBeVisible()

  await page.getByRole('button', { name: 'Delete my account' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('will be erased on')).toBeVisible()
  const signsIn = () =>
    fetch(`${house.url}/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: ann.email, password: 'a long enough password', client: 'cli' }),
    })
  await expect.poll(async () => (await signsIn()).status, { timeout: 90_000, intervals: [5000] }).toBe(401)
  await trainer.context().close()
})
