import { expect, isReadyForTheGym, startsWith, test } from './product.ts'

const screens = [
  ['/today', 'Today'],
  ['/history', 'History'],
  ['/progress', 'Progress'],
  ['/routines', 'Routines'],
  ['/settings', 'Settings'],
  ['/import', 'Import'],
] as const

test('every screen opens by its address and by its link, with nothing on the phone yet and with a workout under way', async ({
  page,
  lifter,
}) => {
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  await lifter.signsUp(page)
  for (const isTraining of [false, true]) {
    await page.goto('/today')
    if (isTraining) await startsWith(page, 'Bench Press (Barbell)')
    for (const [address, title] of screens) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    }
    for (const title of ['Today', 'History', 'Progress', 'Routines', 'Settings']) {
      await page.getByRole('navigation').getByRole('link', { name: title }).click()
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    }
    await expect(page.getByRole('heading', { name: 'What your gym can load' })).toBeVisible()
  }
  expect(faults).toEqual([])
})

test('every screen opens again without a network', async ({ page, context, lifter }) => {
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  await context.setOffline(true)
  for (const [address, title] of screens) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  }
})

test('a lifter who changes to pounds is told pounds that are on the rack', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByText('lb', { exact: true }).first().click()
  await page.getByRole('link', { name: 'Your gyms' }).click()
  await expect(page.getByText(/a 45 lb bar/)).toBeVisible()
  await page.getByRole('link', { name: 'Today' }).click()
  await startsWith(page, 'Bench Press (Dumbbell)')
  await expect(async () => expect(Number(await page.getByLabel(/^Load\b/).inputValue()) % 5).toBe(0)).toPass()
})

test('a lifter who changes to pounds in a cellar sees pounds at once, and the server learns it outside', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  await context.setOffline(true)
  await page.goto('/settings')
  await page.getByText('lb', { exact: true }).first().click()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'lb' }).first()).toBeChecked()
  await context.setOffline(false)
  await expect.poll(async () => (await lifter.settingsOnServer()).unit).toBe('lb')
})

test('a mistyped address says so instead of showing nothing', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  for (const address of ['/history/%zz', '/nowhere/at/all']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  }
})
