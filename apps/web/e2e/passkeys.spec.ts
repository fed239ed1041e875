import type { Page } from '@playwright/test'
import { expect, test } from './product.ts'

/** A phone's own keeper of passkeys, which says yes to every finger. */
async function hasAuthenticator(page: Page) {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a lifter makes a passkey, signs in with it alone, names it and takes it away', async ({ page, lifter }) => {
  test.slow()
  await hasAuthenticator(page)
  await lifter.signsUp(page)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Passkeys: none' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name of the passkey').fill('My phone')
  await sheet.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(sheet.getByText('My phone')).toBeVisible()
  await expect(sheet.getByText('Not used yet')).toBeVisible()

  await page.context().clearCookies()
  await page.evaluate(() => localStorage.clear())
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(/today/)

  await page.goto('/settings')
  await page.getByRole('button', { name: '1 passkey' }).click()
  await expect(sheet.getByText('Last used: Today')).toBeVisible()
  await sheet.getByRole('button', { name: 'Change', exact: true }).click()
  await sheet.getByLabel('Name of the passkey').fill('Old phone')
  await sheet.getByRole('button', { name: 'Rename' }).click()
  await expect(sheet.getByText('Old phone')).toBeVisible()
  await sheet.getByRole('button', { name: 'Change', exact: true }).click()
  await sheet.getByRole('button', { name: 'Take it away' }).click()
  await expect(sheet.getByText('Old phone')).toBeHidden()
})
