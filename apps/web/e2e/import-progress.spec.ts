import { writeFile } from 'node:fs/promises'
import { openRoad } from './held-road.ts'
import { expect, Lifter, test } from './product.ts'

/** Thirteen megabytes: more than lies between a browser and a server that does not read. */
const LARGE = [
  'Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment',
  ...Array.from({ length: 450 }, (_, i) => `2026-01-${10 + (i % 9)},Barbell Squat,${'Legs '.repeat(6000)},${60 + (i % 40)}.0,kgs,5,,,,`),
].join('\n')
const file = { name: 'fitnotes.csv', mimeType: 'text/csv', buffer: Buffer.from(LARGE) }

test('a large file says how far it is while it is sent, read and kept; one that broke off is sent again from where it lies', async ({
  page,
  product,
  lifter,
}) => {
  const road = await openRoad(product.port, (path) => /^\/v1\/imports(\/[^/]+\/commit)?$/.test(path))
  const traveller = new Lifter(road.url, lifter.email)
  await traveller.signsUp(page)
  await page.goto(`${road.url}/import`)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('progressbar', { name: 'Sending the file' })).toBeVisible()
  await expect(page.getByText(/^\d[\d.]* of 12.9 MB sent$/)).toBeVisible()
  await expect(page.getByText('Nothing is kept before you have seen what is in it. Stay on this page until then.')).toBeVisible()

  road.breaks()
  await expect(page.getByText('fitnotes.csv did not arrive')).toBeVisible()
  await expect(page.getByText('Nothing of it was kept, and nothing is lost: your file is where it was.')).toBeVisible()
  road.mends()
  road.there.open()
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(page.getByRole('progressbar', { name: 'Reading the file' })).toBeVisible()
  await expect(page.getByText('All 12.9 MB have arrived.')).toBeVisible()
  road.back.open()
  await expect(page.getByRole('heading', { name: 'From FitNotes: 9 workouts, 450 sets' })).toBeVisible()

  road.there.shut()
  await page.getByRole('button', { name: 'Keep 450 sets' }).click()
  await expect(page.getByRole('progressbar', { name: 'Keeping your history' })).toBeVisible()
  await expect(page.getByText('0 of 450 sets')).toBeVisible()
  expect(await traveller.setsOnServer()).toEqual([])
  road.there.open()
  await page.getByRole('link', { name: 'See history' }).waitFor()
  expect(await traveller.setsOnServer()).toHaveLength(450)
  road.close()
})

test('who closes the tab while a file is sent is told when they come back, and nothing of it was kept', async ({
  page,
  product,
  lifter,
}) => {
  const road = await openRoad(product.port, (path) => path === '/v1/imports')
  const traveller = new Lifter(road.url, lifter.email)
  await traveller.signsUp(page)
  await page.goto(`${road.url}/import`)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByRole('progressbar', { name: 'Sending the file' })).toBeVisible()
  const again = await page.context().newPage()
  await page.close()
  await again.goto(`${road.url}/import`)
  await expect(again.getByText('fitnotes.csv did not arrive')).toBeVisible()
  await expect(again.getByText('Choose a file')).toBeVisible()
  await again.reload()
  await expect(again.getByText('Choose a file')).toBeVisible()
  await expect(again.getByText('fitnotes.csv did not arrive')).toBeHidden()
  expect(await traveller.setsOnServer()).toEqual([])
  road.close()
})

test('a file that is too large is not sent: how large one may be is said at once', async ({ page, lifter }, info) => {
  await lifter.signsUp(page)
  await page.goto('/import')
  const path = info.outputPath('large.csv')
  await writeFile(path, Buffer.alloc(51 * 2 ** 20, 'Date,'))
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(page.getByText('The file is too large: one may have up to 50 MB.')).toBeVisible()
  await expect(page.getByText('Choose a file')).toBeVisible()
})
