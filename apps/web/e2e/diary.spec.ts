import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, isReadyForTheGym, logs, startsWith, syncDot, test } from './product.ts'

test.use({ viewport: { width: 390, height: 844 } })

test('a bad night noted in a basement lowers the first set, Why says so, and how hard it was reaches the server', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  for (let set = 0; set < 3; set++) await logs(page, '100', '6')
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  const finish = page.getByRole('dialog')
  await expect(finish.getByRole('region', { name: 'Muscles' })).toContainText(/Chest3( of \d)? sets/)
  await finish.getByRole('radio', { name: '8', exact: true }).check()
  expect(await axeFaults(page)).toEqual([])
  await finish.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  expect(await lifter.workoutsOnServer()).toMatchObject([{ sessionRpe: 8 }])

  const usual = await firstLoad(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Check in' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: '≤ 4' }).check()
  await sheet.getByRole('radio', { name: 'Worn out' }).check()
  await sheet.getByRole('button', { name: 'Chest' }).click()
  expect(await axeFaults(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Checked in for today')).toBeVisible()
  const tired = await firstLoad(page)
  expect(tired).toBeLessThan(usual)
  expect(tired).toBeGreaterThan(usual * 0.93 - 2.5)

  await page.goto('/history')
  await page.getByRole('button', { name: 'Log an activity' }).click()
  await page.getByRole('dialog').getByLabel('Minutes').fill('25')
  await page.getByRole('dialog').getByLabel('Kilometres').fill('5')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: /^Run.*5 km/ })).toBeVisible()
  await page.goto('/body-weight')
  await page.getByLabel('Weight (kg)').fill('81.4')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '81.4 kg' })).toBeVisible()
  await context.setOffline(false)
  await expect
    .poll(async () => (await lifter.diaryOnServer()).map(({ kind }) => kind).sort())
    .toEqual(['body_weight', 'custom', 'recovery', 'soreness'])
  expect(await lifter.isAdvised('Bench Press (Barbell)')).toBe(tired)
})

/** Of an empty workout with the bench press, which is discarded again. */
async function firstLoad(page: Page): Promise<number> {
  await page.goto('/today')
  await startsWith(page, 'Bench Press (Barbell)')
  const load = page.getByLabel(/^Load\b/)
  await expect(load).not.toHaveValue('')
  const value = Number(await load.inputValue())
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard workout' }).click()
  await page.waitForURL(/today/)
  return value
}
