import { expect, test, picks } from './product.ts'

test('a workout written down afterwards gets its holds by the clock, its runs by their way, and its real length', async ({
  page,
  lifter,
}) => {
  await lifter.signsUp(page)
  await page.goto('/history')
  await page.getByRole('button', { name: 'Log a past workout' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  await page.getByRole('button', { name: 'Add a movement' }).click()
  await page.getByRole('searchbox').fill('Plank')
  await picks(page, 'Plank')
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Seconds').fill('75')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Edit set 1 of Plank: 1:15' })).toBeVisible()

  await page.getByRole('button', { name: 'Add a movement' }).click()
  await page.getByRole('searchbox').fill('Running')
  await picks(page, 'Running')
  await sheet.getByLabel('Metres').fill('5200')
  await sheet.getByLabel('Seconds').fill('1810')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Edit set 1 of Running: 5.2 km, 30:10' })).toBeVisible()
  await page.getByRole('button', { name: 'Add a set' }).last().click()
  await expect(sheet.getByLabel('Metres')).toHaveValue('5200') // most likely like the one before it
  await sheet.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Edit workout' }).click()
  await sheet.getByLabel('Minutes').fill('45')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('main')).toContainText('45 min · 2 sets')
})

test('in a routine, a hold is planned in seconds and a run in metres, and one set more is one backspace away', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  const planned = { kind: 'working', repLow: 8, repHigh: 10 } as const
  const id = await lifter.makesRoutine('Core', 'Plank', [planned, planned, planned])
  await page.goto(`/routines/${id}`)
  await page.getByRole('radio', { name: 'metres' }).click()
  await expect(page.getByRole('textbox', { name: 'Metres' })).toHaveValue('400')
  await page.getByRole('radio', { name: 'seconds' }).click()
  await page.getByRole('textbox', { name: 'Seconds', exact: true }).fill('45')
  await expect(page.getByLabel('Reps from')).toHaveCount(0)
  const count = page.getByLabel('Sets', { exact: true })
  await count.press('End')
  await count.press('Backspace')
  await count.pressSequentially('12')
  await expect(count).toHaveValue('12')
  await count.press('Backspace')
  await count.press('Backspace')
  await count.pressSequentially('4')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/routines$/)
  await expect.poll(() => lifter.setsOfRoutine(id)).toEqual(Array.from({ length: 4 }, () => ({ kind: 'working', durationSeconds: 45 })))
})
