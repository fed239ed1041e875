import { expect, test } from './product.ts'

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
