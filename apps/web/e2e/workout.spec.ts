import { done, expect, isReadyForTheGym, keptOn, logs, picks, startsWith, syncDot, test } from './product.ts'

test('done as prescribed is one tap, and the rest starts, lasts through a reload and can be changed', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  const button = page.getByRole('button', { name: /^Done: / })
  const promised = /Done: (.*)/.exec(await button.innerText())![1]!
  await button.click()
  await expect(done(page).first()).toContainText(promised)

  const rest = page.getByRole('region', { name: 'Rest' })
  const left = async () => {
    const [minutes, seconds] = (await rest.getByRole('timer').innerText()).split(':').map(Number)
    return minutes! * 60 + seconds!
  }
  const before = await left()
  await page.reload()
  await expect(rest).toBeVisible()
  expect(await left()).toBeLessThanOrEqual(before)
  expect(await left()).toBeGreaterThan(before - 30)
  const now = await left()
  await rest.getByRole('button', { name: '15 seconds more' }).click()
  expect(await left()).toBeGreaterThan(now + 10)
  await rest.getByRole('button', { name: 'Skip' }).click()
  await expect(rest).toBeHidden()
})

test('a double press logs one set', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await page.getByRole('button', { name: /^Done: / }).dblclick()
  await expect(page.locator('[data-testid=set-done][data-saved=true]')).toHaveCount(1)
  await page.getByRole('button', { name: /^Done: / }).click()
  await expect(page.locator('[data-testid=set-done][data-saved=true]')).toHaveCount(2)
})

test('what was typed stays, through a reload and while the server is asked', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await logs(page, '60', '8')
  await page.getByLabel(/^Load\b/).fill('61,25')
  await page.getByLabel(/^Reps ·/).fill('11')
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  await page.waitForTimeout(1000) // the answer of the server has arrived by now
  await expect(page.getByRole('button', { name: 'Done: 61.25 kg × 11' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Done: 61.25 kg × 11' })).toBeVisible()
})

test('where the engine’s worker cannot be started, and where it was stopped, the next target comes all the same', async ({
  page,
  lifter,
}) => {
  await page.route('**/engine.worker-*.js', (route) => route.abort())
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await logs(page, '60', '8')
  await expect(page.getByRole('button', { name: /^Done: \d/ })).toBeEnabled()

  await page.unroute('**/engine.worker-*.js')
  await page.reload()
  const target = page.getByTestId('set-coming').first()
  await expect(target).toContainText('kg')
  const before = await target.innerText()
  await page
    .workers()
    .find((worker) => worker.url().includes('engine.worker'))!
    .evaluate(() => self.close())
  await logs(page, '100', '8')
  await expect(target).not.toHaveText(before)
})

test('what is logged in a basement moves the first set of a movement never done there and then, and the server agrees once it has read it', async ({
  page,
  context,
  lifter,
}) => {
  const neverDone = 'Incline Bench Press (Dumbbell)'
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  const adds = async (movement: string) => {
    await page.getByRole('button', { name: 'Add a movement' }).click()
    await page.getByRole('searchbox').fill(movement)
    await picks(page, movement)
    await expect(page.getByRole('heading', { name: movement })).toBeVisible()
    await expect(done(page)).toHaveCount(0) // its own rows, and not those of the movement before
  }
  const before = await lifter.isAdvised(neverDone)

  await context.setOffline(true)
  for (const reps of ['8', '8', '7']) await logs(page, '100', reps)
  await adds('Bent Over Row (Barbell)')
  for (const reps of ['10', '10', '9']) await logs(page, '80', reps)
  await adds(neverDone)
  await expect(page.getByText('New to you: begun from your other movements.')).toBeVisible()
  const shown = async () => Number(await page.getByLabel(/^Load\b/).inputValue())
  await expect.poll(shown).toBeGreaterThan(before)
  await page.getByRole('button', { name: 'Why' }).click()
  await expect(page.getByRole('dialog')).toContainText('You have not done this before; your Bench Press (Barbell)')
  await page.keyboard.press('Escape')

  await context.setOffline(false)
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  await expect.poll(async () => (await lifter.isAdvised(neverDone)) - (await shown()), { timeout: 90_000 }).toBe(0)
  expect(await shown()).toBeGreaterThan(before)
})

test('half a repetition and a load of a ton cannot be logged', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  const button = page.getByRole('button', { name: /^Done/ })
  await page.getByLabel(/^Reps ·/).fill('7.5')
  await expect(button).toBeDisabled()
  await page.getByLabel(/^Reps ·/).fill('7')
  await page.getByLabel(/^Load\b/).fill('1501')
  await expect(button).toBeDisabled()
  await expect(page.getByText('A load from 0 to 1500 kg')).toBeVisible()
})

test('a finished workout becomes a routine, and today offers it again', async ({ page, context, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  await logs(page, '60', '8')
  await logs(page, '60', '8')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('960')
  await page.getByLabel('Keep this as a routine').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByRole('heading', { name: 'Finished' })).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Next in order')).toBeVisible()
  await expect(page.getByText('2 × 7–9')).toBeVisible()
  await context.setOffline(false)
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByTestId('set-coming')).toHaveCount(2)
  await expect(page.getByText(/^Today: 60 kg × 8/)).toBeVisible() // the same set of last time, to copy
})

test('movements are added, swapped, skipped and moved; what was done stays with its movement', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await logs(page, '60', '8')
  await page.getByRole('button', { name: 'Add a movement' }).click()
  await page.getByRole('searchbox').fill('squat barbell')
  await picks(page, 'Squat (Barbell)')
  await expect(page.getByRole('heading', { name: 'Squat (Barbell)' })).toBeVisible()
  await page.getByRole('button', { name: 'Swap for another movement' }).click()
  await page.getByRole('searchbox').fill('front squat')
  await picks(page, 'Front Squat (Barbell)')
  await expect(page.getByRole('heading', { name: 'Front Squat (Barbell)' })).toBeVisible()
  await page.getByRole('button', { name: 'Movements of this workout' }).click()
  await page.getByRole('button', { name: 'Move Front Squat (Barbell) up' }).click()
  await page.getByRole('button', { name: 'Skip today' }).first().click()
  await page.keyboard.press('Escape')
  const chips = page.getByRole('navigation', { name: 'Movements of this workout' }).getByRole('listitem')
  await expect(chips.first()).toContainText('Front Squat')
  await chips.nth(1).getByRole('button').click()
  await expect(done(page)).toHaveText([/60 kg × 8/])
})

test('signing out asks while something has not arrived; signing in again brings it to the server, and then nothing stays behind', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  await context.setOffline(true)
  await logs(page, '60', '8')
  await page.getByRole('link', { name: 'Back to today' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('not reached the server')
  await page.getByRole('button', { name: 'Sign out anyway' }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()

  await context.setOffline(false)
  await lifter.signsIn(page)
  await expect.poll(() => lifter.setsOnServer()).toMatchObject([{ loadKg: 60, reps: 8 }])

  await isReadyForTheGym(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect.poll(() => keptOn(page)).toEqual(['gymgenius-phone']) // where the server is, nobody's
})

test('a load between two pins of a stack is said to be one, the pins are a tap away, and the lifter may keep it', async ({
  page,
  lifter,
}) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Lat Pulldown (Machine)')
  await page.getByLabel(/^Load\b/).fill('52.5')
  await expect(page.getByText('cannot be loaded in your gym.')).toBeVisible()
  await page.getByRole('button', { name: '55 kg', exact: true }).click()
  await expect(page.getByLabel(/^Load\b/)).toHaveValue('55')
  await expect(page.getByText(/cannot be loaded/)).toBeHidden()
  await logs(page, '52.5', '8')
  await expect(done(page).first()).toContainText('52.5 kg × 8')
})
