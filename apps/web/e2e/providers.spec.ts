import type { Page } from '@playwright/test'
import { aProvider, type RunningProvider } from '../../api/src/testing/a-provider.ts'
import { freePort, serveProduct } from '../../../tools/product.ts'
import { test as base, expect, Lifter } from './product.ts'

/** A product that asks a provider on this machine. */
const test = base.extend<{ home: { readonly url: string; readonly provider: RunningProvider; readonly lifter: Lifter } }>({
  home: async ({}, use, info) => {
    const port = await freePort()
    const url = `http://localhost:${port}`
    const provider = await aProvider(`${url}/sign-in`)
    const { issuer, clientId, clientSecret } = provider
    const named = [{ id: 'home', name: 'Home login', issuer, clientId, clientSecret }]
    const product = await serveProduct({ OIDC_PROVIDERS: JSON.stringify(named), ORIGIN: url }, port)
    await use({ url, provider, lifter: new Lifter(url, `linked-${info.project.name}@example.test`) })
    await product.stop()
    await provider.close()
  },
})

async function showsAs(page: Page, name: string) {
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Let me in' }).click()
}

async function leavesEverywhere(page: Page, url: string) {
  await page.context().clearCookies()
  await page.goto(`${url}/sign-in`)
  await page.evaluate(() => localStorage.clear())
  await page.goto(`${url}/sign-in`)
}

test('a lifter links the login of the house, comes in by it, is told what went wrong, and undoes it', async ({ page, home }) => {
  test.slow()
  const { url, provider, lifter } = home
  provider.people['ann'] = { email: lifter.email }
  await lifter.signsUp(page)
  await leavesEverywhere(page, url)
  await page.getByRole('button', { name: 'Sign in with Home login' }).click()
  await showsAs(page, 'ann')
  await expect(page.getByRole('alert')).toContainText('linked with no account here')
  await expect(page).toHaveURL(`${url}/sign-in`)
  await page.getByRole('button', { name: 'Back to signing in' }).click()
  await lifter.signsIn(page)

  await page.goto(`${url}/settings`)
  await page.getByRole('button', { name: 'Sign-ins elsewhere: none' }).click()
  await page.getByRole('button', { name: 'Link Home login' }).click()
  await page.getByRole('button', { name: '1 sign-in elsewhere' }).click() // the provider still knows who this is
  await expect(page.getByRole('dialog').getByText('Not used yet')).toBeVisible()

  await leavesEverywhere(page, url)
  await page.getByRole('button', { name: 'Sign in with Home login' }).click()
  await page.getByRole('button', { name: 'Refuse' }).click()
  await expect(page.getByRole('alert')).toContainText('did not let you in')
  await page.getByRole('button', { name: 'Back to signing in' }).click()
  await page.getByRole('button', { name: 'Sign in with Home login' }).click()
  await showsAs(page, 'ann')
  await page.waitForURL(/today/)

  await page.goto(`${url}/settings`)
  await page.getByRole('button', { name: '1 sign-in elsewhere' }).click()
  await expect(page.getByRole('dialog').getByText('Last used: Today')).toBeVisible()

  await page.goto(`${url}/settings`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(/sign-in$/)
  await page.goto(`${url}/programs/schemes`)
  await page.getByRole('button', { name: 'Sign in with Home login' }).click() // the provider still knows who this is
  await expect(page).toHaveURL(`${url}/programs/schemes`)
  await page.goto(`${url}/settings`)
  await page.getByRole('button', { name: '1 sign-in elsewhere' }).click()
  await page.getByRole('button', { name: 'Undo the link' }).click()
  await expect(page.getByRole('button', { name: 'Link Home login' })).toBeVisible()
})

test('a newcomer opens an account by the login of the house, and chooses a password later', async ({ page, home: { url, provider } }) => {
  test.slow()
  provider.people['new'] = { email: 'newcomer@example.test' }
  await page.goto(`${url}/sign-up`)
  await page.getByRole('button', { name: 'Create account with Home login' }).click()
  await showsAs(page, 'new')
  await page.waitForURL(/today/)
  await page.goto(`${url}/settings`)
  await expect(page.getByText('newcomer@example.test', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Choose a password' }).click()
  await page.getByLabel('New password').fill('bench press forever')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('you can sign in with your password too')).toBeVisible()
})
