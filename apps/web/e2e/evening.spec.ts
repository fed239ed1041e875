import type { Page } from '@playwright/test'
import { strongCsv } from '../../../bench/history.ts'
import { axeFaults } from './axe.ts'
import { done, expect, isReadyForTheGym, picks, syncDot, test } from './product.ts'

test('a lifter brings their history, trains in a basement with no signal, and finds it all in the history', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await bringsHistory(page, 500)
  await page.getByRole('link', { name: 'Set up routines from it' }).click()
  await page.getByRole('button', { name: 'Keep' }).first().click()
  await expect(page.getByText('is a routine now')).toBeVisible()

  await page.goto('/today')
  await isReadyForTheGym(page)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Done: / })).toBeEnabled()
  const before = (await lifter.setsOnServer()).length

  await context.setOffline(true)
  for (const count of [1, 2, 3]) {
    await page.getByRole('button', { name: /^Done: / }).click() // one press when done as prescribed
    await expect(page.locator('[data-testid=set-done][data-saved=true]')).toHaveCount(count)
  }
  await page.reload()
  await expect(done(page)).toHaveCount(3)

  await context.setOffline(false)
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  expect(await lifter.setsOnServer()).toHaveLength(before + 3)

  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Finish/ })
    .first()
    .click()
  await page.goto('/history')
  await page
    .getByRole('link', { name: /^Day .*Today/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: /^Edit set/ })).toHaveCount(3)
})

test('an import shows what it understood, can be taken back, and leaves nothing', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await bringsHistory(page, 100)
  await page.goto('/history')
  await expect(page.getByText('Day A').first()).toBeVisible()
  await page.goto('/import')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('The batch is gone')).toBeVisible()
  await page.goto('/history')
  await expect(page.getByText('Finished workouts will be here')).toBeVisible()
})

test('a file that is no export is refused in words', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) })
  await expect(page.getByRole('alert')).toContainText(/not an export|could not be read/)
})

test('where every date could be day or month first, the lifter is asked and the history begins where they say', async ({
  page,
  lifter,
}) => {
  await lifter.signsUp(page)
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(strongRows('03/04/2025 17:05,Legs,1h 5m,Squat (Barbell),1,100,5,0,0,,,'))
  await expect(page.getByText('Which comes first in its dates?')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: /^Month first/ }).click()
  await expect(page.getByText('From 4 Mar 2025 to 4 Mar 2025')).toBeVisible()
})

test('a name that was matched with doubt is shown as doubtful, and confirmed or given another movement', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/import')
  const rows = ['Lat Pulldown (new)', 'Squat [home]'].map((name) => `2025-05-01 17:05:00,Legs,1h 5m,${name},1,100,5,0,0,,,`)
  await page.locator('input[type=file]').setInputFiles(strongRows(...rows))
  await expect(page.getByText('2 names were matched with some doubt')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Yes, Squat [home] is Squat (Barbell)' }).click()
  await expect(page.getByText('1 name was matched with some doubt')).toBeVisible()
  await page.getByRole('button', { name: 'Choose another movement for Lat Pulldown (new)' }).click()
  await page.getByRole('searchbox').fill('lat pulldown machine')
  await picks(page, 'Lat Pulldown (Machine)')
  await expect(page.getByText('matched with some doubt')).toBeHidden()
  await page.getByRole('button', { name: /^Keep/ }).click()
  await page.getByRole('link', { name: 'See history' }).click()
  await page.getByRole('link', { name: /^Legs/ }).click()
  for (const movement of ['Squat (Barbell)', 'Lat Pulldown (Machine)'])
    await expect(page.getByRole('heading', { name: movement })).toBeVisible()
})

test('a mistyped set of a past workout is corrected, and the curve follows', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await bringsHistory(page, 50)
  await page.goto('/history')
  await page.getByRole('link', { name: /Day B/ }).first().click()
  await page
    .getByRole('button', { name: /^Edit set 1 of/ })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByLabel(/^Load\b/)
    .fill('201.5')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('201.5 kg')).toBeVisible()
  await page
    .getByRole('link', { name: /^Progress of/ })
    .first()
    .click()
  await expect(page.getByText('Records')).toBeVisible()
  await expect(page.getByText('201.5 kg').first()).toBeVisible()
  await expect.poll(async () => (await lifter.setsOnServer()).some(({ loadKg }) => loadKg === 201.5)).toBe(true)
})

test('a lifter who answers in RPE mends a past set in RPE, and a forgotten set goes right after its neighbour', async ({
  page,
  lifter,
}) => {
  await lifter.signsUp(page)
  await page.goto('/settings')
  await page.getByText('RPE', { exact: true }).click()
  await bringsHistory(page, 50)
  await page.goto('/history')
  await page.getByRole('link', { name: /Day B/ }).first().click()
  const sets = page.getByRole('button', { name: /^Edit set \d+ of/ })
  await sets.first().waitFor()
  const before = await sets.count()
  const cards = page.getByRole('link', { name: /^Progress of/ })
  const movements = await cards.count()
  await sets.first().click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('Reps in reserve')).toHaveCount(0)
  await sheet.getByRole('button', { name: 'RPE 8.5' }).click()
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sets.first()).toContainText('RPE 8.5')

  await page.getByRole('button', { name: 'Add a set' }).first().click()
  await sheet.getByLabel('Reps', { exact: true }).fill('3')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sets).toHaveCount(before + 1)
  await expect(cards).toHaveCount(movements) // it stands with its movement, not on a card of its own
})

for (const colorScheme of ['dark', 'light'] as const) {
  test(`nobody is kept out of the ${colorScheme} screens around a workout`, async ({ page, lifter }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    await lifter.signsUp(page)
    await page.goto('/import')
    expect(await axeFaults(page)).toEqual([])
    await page.locator('input[type=file]').setInputFiles(strongFile(100))
    await expect(page.getByRole('button', { name: /^Keep/ })).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: /^Keep/ }).click()
    await expect(page.getByRole('link', { name: 'See history' })).toBeVisible()
    for (const path of ['/history', '/progress', '/routines', '/settings', '/today']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await axeFaults(page)).toEqual([])
    }
    await page.goto('/history')
    await page.getByRole('link', { name: /Day/ }).first().click()
    await page
      .getByRole('button', { name: /^Edit set 1 of/ })
      .first()
      .click()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page
      .getByRole('link', { name: /^Progress of/ })
      .first()
      .click()
    await expect(page.getByText('Records')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
  })
}

const STRONG = 'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE'
const strongRows = (...rows: readonly string[]) => ({
  name: 'strong.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${[STRONG, ...rows].join('\n')}\n`),
})

const strongFile = (sets: number) => ({ name: 'strong.csv', mimeType: 'text/csv', buffer: Buffer.from(strongCsv(sets, Date.now())) })

async function bringsHistory(page: Page, sets: number) {
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(strongFile(sets))
  await page.getByRole('button', { name: /^Keep/ }).click()
  await expect(page.getByRole('link', { name: 'See history' })).toBeVisible()
}
