import { Secret, TOTP } from 'otpauth'
import { expect, test } from './product.ts'

const codeOf = (secret: string, at: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })

test('a lifter sets up an authenticator, and signs in with its code, and once with a backup code', async ({ page, browser, lifter }) => {
  test.slow()
  await lifter.signsUp(page)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Second factor: off' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Set up' }).click()
  await expect(sheet.getByRole('img', { name: 'QR code of the secret' })).toBeVisible()
  const secret = (await sheet.locator('code').innerText()).replaceAll(' ', '')
  // The codes of now and of the half minute before are both good, each once; the older one must not age on its way.
  await expect.poll(() => Date.now() % 30_000, { timeout: 20_000 }).toBeLessThan(15_000)
  await sheet.getByLabel('Code from the app').fill(codeOf(secret, Date.now() - 30_000))
  await sheet.getByRole('button', { name: 'Turn on' }).click()
  await expect(sheet.getByRole('listitem')).toHaveCount(10)
  const codes = await sheet.getByRole('listitem').allInnerTexts()
  await sheet.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByRole('button', { name: 'Second factor: on' })).toBeVisible()

  for (const code of [codeOf(secret, Date.now()), codes[0]!]) {
    const context = await browser.newContext({ baseURL: new URL(page.url()).origin })
    const elsewhere = await context.newPage()
    await elsewhere.goto('/sign-in')
    await lifter.says(elsewhere, 'Sign in')
    await elsewhere.getByLabel('Code').fill('000000')
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(elsewhere.getByRole('alert')).toContainText('This code is wrong')
    await elsewhere.getByLabel('Code').fill(code)
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click()
    await elsewhere.waitForURL(/today/)
    await context.close()
  }
})

test('a wrong current password is asked once, so that it counts once', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/settings')
  const asked: string[] = []
  page.on('request', (request) => request.method() === 'POST' && asked.push(new URL(request.url()).pathname))
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByLabel('Current password').fill('not the password')
  await page.getByLabel('New password').fill('another long password')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Save|Change/ })
    .click()
  await expect(page.getByRole('alert')).toContainText('wrong')
  expect(asked.filter((path) => path === '/v1/auth/password')).toHaveLength(1)
})

test('a mistyped address opens the app without a service worker too', async ({ browser, product }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(`${product.url}/history/%zz`)
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  await context.close()
})

test('who opened a page signed out lands on it after signing in, and after signing out and in again on today', async ({
  browser,
  product,
  lifter,
  page,
}) => {
  await lifter.signsUp(page)
  const context = await browser.newContext({ baseURL: product.url })
  const other = await context.newPage()
  await other.goto('/programs/schemes')
  await other.waitForURL(/sign-in$/)
  await lifter.says(other, 'Sign in')
  await expect(other).toHaveURL(`${product.url}/programs/schemes`)
  await other.goto('/settings')
  await other.getByRole('button', { name: 'Sign out', exact: true }).click()
  await other.waitForURL(/sign-in$/)
  await lifter.says(other, 'Sign in')
  await expect(other).toHaveURL(`${product.url}/today`)
  await context.close()
})
