import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { serveProduct, type Served } from '../../../tools/product.ts'
import { axeFaults } from './axe.ts'
import { Lifter } from './product.ts'

/** A server of one's own, since its first account is in charge and may train others. */
const test = base.extend<object, { house: Pick<Served, 'url'> }>({
  house: [
    async ({}, use) => {
      const running = process.env['GYMGENIUS_URL'] // a fresh one
      if (running !== undefined) return use({ url: running })
      const house = await serveProduct()
      await use(house)
      await house.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ house }, use) => use(house.url),
})

const faultless = async (page: Page) => expect(await axeFaults(page)).toEqual([])
const widthOf = (image: Locator) => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)

test('a lifter sets a picture, a trainer knows whom they look at by it, and removed it is gone for both', async ({
  page,
  browser,
  house,
}) => {
  test.slow()
  const trainer = await (await browser.newContext({ baseURL: house.url })).newPage()
  await new Lifter(house.url, `trainer-${Date.now()}@example.test`).signsUp(trainer)
  const ann = new Lifter(house.url, `ann-${Date.now()}@example.test`)
  await ann.signsUp(page)

  await page.goto('/settings')
  const card = page.getByRole('region', { name: 'Your picture' })
  await expect(card.locator('img')).toHaveCount(0)
  await card
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>not me</html>') })
  await expect(card.getByText('This is no picture that can be read; JPEG, PNG and WebP can.')).toBeVisible()
  await card.getByLabel('Choose a picture').setInputFiles('apps/web/public/icons/icon-512.png')
  await expect(page.getByText('This is your picture now')).toBeVisible()
  await expect(card.getByText('This is no picture')).toHaveCount(0)
  const mine = card.locator('img')
  await expect.poll(() => widthOf(mine)).toBe(320)
  await faultless(page)
  await page.reload()
  await expect.poll(() => widthOf(mine)).toBe(320)

  await page.getByRole('link', { name: 'Privacy' }).click()
  await page.getByRole('button', { name: 'Let a trainer see something' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Your name for the trainer').fill('Ann')
  await sheet.getByRole('switch', { name: 'I agree' }).check()
  await sheet.getByRole('button', { name: 'Make a code' }).click()
  const code = await sheet.getByLabel('Code for the trainer').innerText()
  await trainer.goto('/athletes')
  await trainer.getByLabel('Code of an athlete').fill(code)
  await trainer.getByRole('button', { name: 'Take the code' }).click()
  const link = trainer.getByRole('link', { name: 'Ann' })
  await expect.poll(() => widthOf(link.locator('img'))).toBe(320)
  await faultless(trainer)
  await link.click()
  await expect(trainer.getByRole('heading', { name: 'Ann', exact: true })).toBeVisible()
  await expect.poll(() => widthOf(trainer.locator('header img'))).toBe(320)
  await faultless(trainer)

  await page.goto('/settings')
  await card.getByRole('button', { name: 'Remove the picture' }).click()
  await expect(page.getByText('The picture is removed')).toBeVisible()
  await expect(mine).toHaveCount(0)
  await trainer.goto('/athletes')
  await expect(link).toBeVisible()
  await expect(link.locator('img')).toHaveCount(0)
  await trainer.context().close()
})
