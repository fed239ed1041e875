import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveProduct } from '../../../tools/product.ts'
import { test as base, expect, Lifter } from './product.ts'

/** A product that writes its mail into a folder. */
const test = base.extend<{ mailed: { readonly lifter: Lifter; link(): Promise<string> } }>({
  mailed: async ({}, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'gymgenius-mail-'))
    const product = await serveProduct({ MAIL_URL: `file:${folder}` })
    const lifter = new Lifter(product.url, `mailed-${info.project.name}@example.test`)
    const newest = () => {
      const name = readdirSync(folder)
        .filter((file) => file.endsWith('.eml'))
        .sort()
        .at(-1)
      return name === undefined ? undefined : readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', '')
    }
    /** The link of the newest mail, at the address that this product really has. */
    const link = async () => {
      await expect.poll(newest).toMatch(/#\S+/)
      return newest()!
        .replace(/=3D/g, '=')
        .match(/https?:\/\/[^/\s]+(\/\S+#\S+)/)![1]!
    }
    await use({ lifter, link: async () => `${product.url}${await link()}` })
    await product.stop()
    rmSync(folder, { recursive: true })
  },
})

test('a lifter who forgot the password chooses a new one by mail, and signs in with it', async ({ page, mailed: { lifter, link } }) => {
  test.slow()
  await lifter.signsUp(page)
  await page.context().clearCookies()
  await page.evaluate(() => localStorage.clear())
  await page.goto(new URL('/sign-in', page.url()).href)
  await page.getByRole('link', { name: 'Forgotten your password?' }).click()
  await page.getByLabel('E-mail').fill(lifter.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('a mail is on its way')).toBeVisible()
  const address = await link()
  await page.goto(address)
  await page.getByLabel('New password').fill('bench press forever')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('Your password is changed')).toBeVisible()
  await page.getByRole('link', { name: 'Back to signing in' }).click()
  await page.getByLabel('E-mail').fill(lifter.email)
  await page.getByLabel('Password').fill('bench press forever')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/today/)

  await page.goto(address)
  await page.getByLabel('New password').fill('squat for ever and ever')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByRole('alert')).toContainText('was used')
})

test('a lifter moves to another address, which this phone then shows', async ({ page, mailed: { lifter, link } }) => {
  test.slow()
  await lifter.signsUp(page)
  await page.goto(new URL('/settings', page.url()).href)
  await page.getByRole('button', { name: 'Change e-mail address' }).click()
  await page.getByLabel('New e-mail address').fill('moved@example.test')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('A mail to moved@example.test is on its way')).toBeVisible()
  await page.goto(await link())
  await page.getByRole('button', { name: 'Confirm the address' }).click()
  await expect(page.getByText('you sign in with moved@example.test')).toBeVisible()
  await page.goto(new URL('/settings', page.url()).href)
  await expect(page.getByText('moved@example.test', { exact: true })).toBeVisible()
})

test('what is wrong with an address is told at its field', async ({ page }) => {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail').fill(`${'a'.repeat(65)}@example.test`)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/at most 64/)
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
