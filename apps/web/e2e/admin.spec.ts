import { readFileSync } from 'node:fs'
import { type Page, test as base } from '@playwright/test'
import { serveProduct, type Served } from '../../../tools/product.ts'
import { axeFaults } from './axe.ts'
import { misfits } from './misfits.ts'
import { expect, Lifter } from './product.ts'

/** A server of one's own: its first account is in charge. */
const test = base.extend<object, { house: Pick<Served, 'url'> }>({
  house: [
    async ({}, use) => {
      const house = await serveProduct()
      await use(house)
      await house.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ house }, use) => use(house.url),
})

async function faultless(page: Page) {
  expect(await axeFaults(page)).toEqual([])
  expect(await misfits(page)).toEqual([])
}

test('an admin finds a lifter, makes her a trainer and sees that in the log; the lifter is told no', async ({ page, browser, house }) => {
  test.slow()
  const boss = new Lifter(house.url, `boss-${Date.now()}@example.test`)
  await boss.signsUp(page)
  const hers = await browser.newContext({ baseURL: house.url })
  const phone = await hers.newPage()
  const ann = new Lifter(house.url, `ann_${Date.now()}@example.test`)
  await ann.signsUp(phone)
  await phone.goto('/settings')
  await expect(phone.getByRole('link', { name: 'Privacy' })).toBeVisible()
  await expect(phone.getByRole('link', { name: 'Accounts' })).toHaveCount(0)
  for (const address of ['/accounts', '/audit']) {
    await phone.goto(address)
    await expect(phone.getByRole('heading', { name: 'Only administrators see this' })).toBeVisible()
    await expect(phone.getByText('boss-')).toHaveCount(0)
  }
  await faultless(phone)

  await page.goto('/settings')
  await page.getByRole('link', { name: 'Accounts' }).click()
  await expect(page.getByText(boss.email)).toBeVisible()
  await page.getByLabel('Part of the e-mail address').fill('ANN_')
  await expect(page.getByText(boss.email)).toHaveCount(0)
  await expect(page.getByText(ann.email)).toBeVisible()
  await faultless(page)
  await page.getByRole('button', { name: `Change the role of ${ann.email}` }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: 'Trainer' }).check()
  await faultless(page)
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: ann.email })).toContainText('Trainer')
  await page.getByRole('button', { name: `Change the role of ${ann.email}` }).click()
  await sheet.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByText(`${ann.email} is signed out everywhere`)).toBeVisible()
  await phone.goto('/sign-in')
  await ann.signsIn(phone)
  await page.getByRole('button', { name: 'Make an invite code' }).click()
  const code = await page.getByLabel('Invite code').innerText()
  expect(code.length).toBeGreaterThan(10)
  // A role is believed for up to a second after it changed.
  await expect(async () => {
    await phone.goto('/athletes')
    await expect(phone.getByLabel('Code of an athlete')).toBeVisible({ timeout: 5000 })
  }).toPass()
  await hers.close()

  await page.goto('/settings')
  await page.getByRole('link', { name: 'Is the server well?' }).click()
  await page.getByRole('button', { name: 'Look it over' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Could be better: mail' })).toContainText('set MAIL_URL')
  await expect(page.getByText('in force on every table')).toBeVisible()
  await faultless(page)

  await page.goto('/settings')
  await page.getByRole('link', { name: 'Audit log' }).click()
  const entries = page.getByRole('main').getByRole('listitem')
  await expect(entries.filter({ hasText: 'Role changed · Lifter → Trainer' })).toContainText(`about ${ann.email}`)
  await expect(entries.filter({ hasText: 'Somebody invited' })).toHaveCount(1)
  await faultless(page)
  await page.getByRole('button', { name: 'Filter' }).click()
  await sheet.getByLabel('What was done').selectOption('Role changed')
  await sheet.getByLabel('By or to whom').fill(ann.email)
  await faultless(page)
  await sheet.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText(`Role changed · ${ann.email}`)).toBeVisible()
  await expect(entries).toHaveCount(1)
  await expect(entries).toContainText('Role changed · Lifter → Trainer')

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /CSV/ }).click()])
  expect(file.suggestedFilename()).toBe('gymgenius-audit.csv')
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('accounts.role_changed')

  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(entries.filter({ hasText: 'Audit log downloaded' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Filter' }).click()
  await sheet.getByLabel('Last day').fill('2020-01-01')
  await sheet.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Nothing of that kind was written down.')).toBeVisible()
})
