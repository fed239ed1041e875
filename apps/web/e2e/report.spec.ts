import { readFileSync } from 'node:fs'
import { strongCsv } from '../../../bench/history.ts'
import { axeFaults } from './axe.ts'
import { expect, isReadyForTheGym, test } from './product.ts'

const PNG = '89504e470d0a1a0a'

test('a newcomer brings their history and sees how well it would have been foretold, keeps the picture, and reads it in a basement too', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await page.goto('/import')
  const csv = Buffer.from(strongCsv(1000, Date.now()))
  await page.locator('input[type=file]').setInputFiles({ name: 'strong.csv', mimeType: 'text/csv', buffer: csv })
  await page.getByRole('button', { name: /^Keep/ }).click()
  await page.getByRole('link', { name: 'See your report card' }).click()

  const finding = page.getByRole('region', { name: /^Had I coached you these \d+ (weeks|months)$/ })
  await expect(finding).toContainText(/Before each of \d+ sets/)
  await expect(finding).toContainText(/what should hold 80.% of sets held/)
  await expect(finding).toContainText(/Copying your last time|copying your last time/)
  await expect(page.getByRole('region', { name: 'Your lifts' }).getByRole('img')).toHaveAccessibleName(/Up|Down|Level/)
  await expect(page.getByRole('region', { name: /^Trained in \d+ of \d+ weeks$/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Front: most sets a week for / })).toBeVisible()
  const patterns = page.getByRole('region', { name: /movement pattern|than in its first weeks|below its first weeks/i })
  await expect(patterns.getByRole('row', { name: /Last on/ }).first()).toContainText(/\d/)
  const volume = page.getByRole('region', { name: 'Weekly sets beside the landmarks' })
  await volume.getByRole('combobox').selectOption({ label: 'Chest' })
  await expect(volume.getByRole('img', { name: /^Chest: [\d.]+ sets a week/ })).toBeVisible()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page)).toEqual([])
  }

  await page.getByRole('button', { name: 'Share as a picture' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).not.toContainText('Anna')
  await sheet.getByRole('switch', { name: 'Your name in it' }).check()
  await sheet.getByLabel('Name', { exact: true }).fill('Anna')
  await expect(sheet.getByText(/^Preview of the picture: .*Anna/)).toBeAttached()
  expect(await axeFaults(page)).toEqual([])
  const [saved] = await Promise.all([page.waitForEvent('download'), sheet.getByRole('button', { name: 'Save picture' }).click()])
  expect(
    readFileSync(await saved.path())
      .subarray(0, 8)
      .toString('hex'),
  ).toBe(PNG)
  await page.keyboard.press('Escape')

  const told = await finding.textContent()
  await page.goto('/today')
  await isReadyForTheGym(page)
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Progress' }).click()
  await page.getByRole('link', { name: /^Your report card/ }).click()
  await expect(finding).toHaveText(told!)
})
