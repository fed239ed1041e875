import { expect, startsWith, test } from './product.ts'

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

test('a mistyped address says so instead of showing nothing', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  for (const address of ['/history/%zz', '/nowhere/at/all']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  }
})
