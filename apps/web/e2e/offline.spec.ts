import { done, expect, isReadyForTheGym, logs, startsWith, syncDot, test } from './product.ts'

test('sets logged in a basement survive a reload there, bring the next target, and reach the server once', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)

  await context.setOffline(true)
  for (const reps of ['8', '8', '7']) await logs(page, '80', reps)
  await expect(syncDot(page)).not.toHaveAttribute('data-unsynced', '0')

  // Before the reload: a worker that has just been started is let through for a moment by the browser's way of playing offline.
  expect(await lifter.setsOnServer()).toEqual([])

  await page.reload()
  await expect(done(page)).toHaveText([/80 kg × 8/, /80 kg × 8/, /80 kg × 7/])
  await expect(page.getByRole('button', { name: 'Finish workout' })).toBeVisible()
  await page.getByRole('button', { name: 'Add a set' }).click()
  await expect(page.getByRole('button', { name: /^Done: \d/ })).toBeEnabled()
  await page.getByRole('button', { name: 'Why' }).click()
  // Sets whose reserve nobody said leave the first test open: the three are counted, and the fourth is heavier.
  await expect(page.getByRole('dialog')).toContainText('82.5 kg')
  await expect(page.getByRole('dialog')).toContainText('A first test, set 4 of up to 4')
  await expect(page.getByRole('dialog')).toContainText('Worked out on this phone')
  await page.keyboard.press('Escape')

  await context.setOffline(false)
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  expect(await lifter.setsOnServer()).toMatchObject([
    { loadKg: 80, reps: 8 },
    { loadKg: 80, reps: 8 },
    { loadKg: 80, reps: 7 },
  ])

  await page.reload()
  await expect(done(page)).toHaveCount(3)
  expect(await lifter.setsOnServer()).toHaveLength(3)
})

test('where the part that talks to the server cannot be fetched, it is asked for again, and the sets arrive', async ({ page, lifter }) => {
  let asked = 0
  await page.route('**/exchange-*.js', (route) => (asked++ === 0 ? route.abort() : route.continue()))
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await logs(page, '80', '8')
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  expect(await lifter.setsOnServer()).toMatchObject([{ loadKg: 80, reps: 8 }])
  expect(asked).toBeGreaterThan(0)
})

test('a phone that was signed in opens in the basement and starts a workout there', async ({ page, context, lifter }) => {
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  await page.waitForFunction(async () => (await indexedDB.databases()).length > 0)
  await context.setOffline(true)
  await page.close()

  const again = await context.newPage()
  await again.goto('/')
  await expect(again.getByRole('heading', { name: 'Today' })).toBeVisible()
  await startsWith(again, 'Deadlift (Barbell)')
  await logs(again, '100', '5')
  expect(again.workers().map((worker) => worker.url())).toContainEqual(expect.stringContaining('engine.worker'))

  await context.setOffline(false)
  await expect.poll(() => lifter.setsOnServer()).toMatchObject([{ loadKg: 100, reps: 5 }])
})

test('a correction made offline arrives, and a set taken back is gone everywhere', async ({ page, context, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  await logs(page, '60', '10')
  await logs(page, '60', '9')
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')

  await context.setOffline(true)
  await done(page).first().click()
  await page.getByRole('dialog').getByLabel('Reps', { exact: true }).fill('11')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(done(page).first()).toContainText('60 kg × 11')
  await done(page).nth(1).click()
  await page.getByRole('button', { name: 'Not done after all' }).click()
  await expect(done(page)).toHaveCount(1)
  await expect(page.getByLabel(/^Reps ·/)).toHaveValue('9') // what was said stands in the field again

  await context.setOffline(false)
  await expect.poll(() => lifter.setsOnServer()).toMatchObject([{ loadKg: 60, reps: 11 }])
  expect(await lifter.setsOnServer()).toHaveLength(1)
})
