import { axeFaults } from './axe.ts'
import { expect, isReadyForTheGym, test } from './product.ts'

const FITNOTES = [
  'Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment',
  ...Array.from({ length: 12 }, (_, i) => `2026-0${1 + (i % 6)}-1${i % 3},Barbell Squat,Legs,${80 + i}.0,kgs,5,,,,`),
  '2026-01-10,Barbell Squat,Legs,5000.0,kgs,3,,,,',
].join('\n')
const asFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test('a history of FitNotes comes in with what it is said in words, is taken back, and comes in again from our own export', async ({
  page,
  lifter,
}) => {
  await lifter.signsUp(page)
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(asFile('fitnotes.csv', FITNOTES))
  await expect(page.getByRole('heading', { name: 'From FitNotes: 6 workouts, 13 sets' })).toBeVisible()
  await expect(page.getByText('Loads are in kg: the file says so.')).toBeVisible()
  await page.getByText('Line 14 …').click()
  await expect(page.getByText('A load of 5000 kg is more than 1500 kg; the set is kept without it, for you to confirm')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep 13 sets' }).click()
  await page.getByRole('link', { name: 'See history' }).waitFor()

  await page.goto('/settings')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download everything (JSON)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('gymgenius.json')
  const exported = await download.path()

  await page.goto('/import')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone. The batch is gone from your history.')).toBeVisible()
  await expect.poll(() => lifter.setsOnServer()).toEqual([])

  await page.locator('input[type=file]').setInputFiles(exported)
  await expect(page.getByRole('heading', { name: 'From GymGenius: 6 workouts, 13 sets' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep 13 sets' }).click()
  await page.getByRole('link', { name: 'See history' }).waitFor()
  expect((await lifter.setsOnServer()).filter(({ loadKg, reps }) => loadKg >= 80 && reps === 5)).toHaveLength(12)
})

test('a file that another app shares to this one is shown before anything of it is kept, and once', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  // What a phone does when a file is shared to the app: a form posted to the address that the manifest names.
  await page.evaluate((text) => {
    const form = document.createElement('form')
    Object.assign(form, { action: '/import', method: 'post', enctype: 'multipart/form-data' })
    const input = Object.assign(document.createElement('input'), { type: 'file', name: 'file' })
    const files = new DataTransfer()
    files.items.add(new File([text], 'FitNotes 2026.csv', { type: 'text/csv' }))
    input.files = files.files
    form.append(input)
    document.body.append(form)
    form.submit()
  }, FITNOTES)
  await expect(page.getByRole('heading', { name: 'From FitNotes: 6 workouts, 13 sets' })).toBeVisible()
  expect(await lifter.setsOnServer()).toEqual([])
  await page.reload()
  await expect(page.getByText('Choose a file')).toBeVisible()
})
