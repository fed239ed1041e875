import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, type Scheduled, test } from './phone.ts'
import { logs, startsWith, syncDot } from './product.ts'

const PASSWORD = 'a long enough password'

async function names(page: Page, server: string) {
  await page.getByLabel('Address of your GymGenius').fill(server)
  await page.getByRole('button', { name: 'Go on' }).click()
}

async function signsUp(page: Page, email: string, server: string) {
  await page.goto('/')
  await names(page, server)
  await page.waitForURL(/sign-in/)
  await page.getByRole('link', { name: 'New here? Create an account' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL(/today/)
}

const scheduled = (page: Page): Promise<readonly Scheduled[]> => page.evaluate(() => window.phone.scheduled)
/** When the phone will ring, in seconds from now. */
const ringsIn = async (page: Page) => {
  await expect.poll(async () => (await scheduled(page)).length).toBe(1)
  return page.evaluate(() => (Date.parse(window.phone.scheduled[0]!.schedule.at) - Date.now()) / 1000)
}

test('the app asks for the server first, takes a GymGenius only, and says to whom a password goes', async ({ inTheApp, page, product }) => {
  await page.goto('/today')
  await expect(page).toHaveURL(/\/server$/)
  await names(page, 'my gym')
  await expect(page.getByRole('alert')).toContainText('This is not an address')
  await names(page, 'http://gym.example')
  await expect(page.getByRole('alert')).toContainText('https only')
  await inTheApp.route('https://wiki.example/**', (route) =>
    route.fulfill({ json: { name: 'a wiki' }, headers: { 'access-control-allow-origin': '*' } }),
  )
  await names(page, 'wiki.example')
  await expect(page.getByRole('alert')).toContainText('it is no GymGenius')
  await names(page, 'http://127.0.0.1:9')
  await expect(page.getByRole('alert')).toContainText('Nobody answers there')
  expect(await axeFaults(page)).toEqual([])

  await names(page, `${product.url}/settings`)
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(page.getByText(`At localhost:${product.port}`)).toBeVisible()
  await page.reload()
  await expect(page.getByText(`At localhost:${product.port}`)).toBeVisible()
  await page.getByRole('link', { name: 'Another server' }).click()
  await expect(page.getByLabel('Address of your GymGenius')).toHaveValue(product.url)
})

test('a set of the phone app reaches the server with tokens in bodies, through a new start of the app, and no cookie is set', async ({
  inTheApp,
  page,
  lifter,
  product,
}) => {
  await signsUp(page, lifter.email, product.url)
  await startsWith(page, 'Bench Press (Barbell)')
  await logs(page, '60', '8')
  await expect.poll(() => lifter.setsOnServer()).toMatchObject([{ loadKg: 60, reps: 8 }])

  await page.reload()
  await logs(page, '62.5', '7')
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  await expect.poll(() => lifter.setsOnServer()).toHaveLength(2)
  expect(await inTheApp.cookies()).toEqual([])
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)

  await page.getByRole('link', { name: 'Back to today' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByText('GymGenius on Android')).toBeVisible()
  await expect(page.getByText(`open ${product.url} in a browser`)).toBeVisible()
})

test('the phone rings at the end of the rest, later by 15 seconds when asked, and not after a skip', async ({
  inTheApp,
  page,
  lifter,
  product,
}) => {
  expect(inTheApp.pages()).toHaveLength(1)
  await signsUp(page, lifter.email, product.url)
  await startsWith(page, 'Bench Press (Barbell)')
  await logs(page, '60', '8')
  const rest = page.getByRole('region', { name: 'Rest' })
  const first = await ringsIn(page)
  expect((await scheduled(page))[0]).toMatchObject({ title: 'Rest is over', actionTypeId: 'rest' })
  expect(await page.evaluate(() => window.phone.actions)).toEqual(['more', 'done'])

  await rest.getByRole('button', { name: '15 seconds more' }).click()
  await expect.poll(() => ringsIn(page)).toBeGreaterThan(first + 8)
  const [longer] = await scheduled(page)
  await rest.getByRole('button', { name: '15 seconds less' }).click()
  await expect.poll(async () => Date.parse((await scheduled(page))[0]?.schedule.at ?? '') - Date.parse(longer!.schedule.at)).toBe(-15_000)

  await page.evaluate(() => window.phone.press('more'))
  await expect.poll(async () => (await scheduled(page))[0]?.schedule.at).toBe(longer!.schedule.at)
  await page.reload()
  await expect.poll(async () => (await scheduled(page))[0]?.schedule.at).toBe(longer!.schedule.at)

  await rest.getByRole('button', { name: 'Skip' }).click()
  await expect.poll(() => scheduled(page)).toEqual([])
  await logs(page, '60', '8')
  await ringsIn(page)
  await page.evaluate(() => window.phone.press('done'))
  await expect(rest).toBeHidden()
  await expect.poll(() => scheduled(page)).toEqual([])
})

test('where notifications are refused nothing is scheduled, and the settings say what to do', async ({
  inTheApp,
  page,
  lifter,
  product,
}) => {
  await inTheApp.addInitScript(() => localStorage.setItem('test.permission', 'denied'))
  await signsUp(page, lifter.email, product.url)
  await startsWith(page, 'Bench Press (Barbell)')
  await logs(page, '60', '8')
  await expect(page.getByRole('region', { name: 'Rest' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to today' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByText('allow notifications in its settings')).toBeVisible()
  expect(await scheduled(page)).toEqual([])
})

test('another server never sees the tokens of the last one', async ({ inTheApp, page, lifter, product }) => {
  await signsUp(page, lifter.email, product.url)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('link', { name: 'Another server' }).click()
  const seen: string[] = []
  await inTheApp.route('https://other.example/**', async (route) => {
    seen.push(`${route.request().headers()['authorization'] ?? ''}${route.request().postData() ?? ''}`)
    await route.fulfill({ json: { product: 'GymGenius', registration: 'open' }, headers: { 'access-control-allow-origin': '*' } })
  })
  await names(page, 'other.example')
  await expect(page.getByText('At other.example')).toBeVisible()
  expect(seen.join('')).toBe('')
})
