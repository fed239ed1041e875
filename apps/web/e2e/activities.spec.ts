import { expect, test } from './product.ts'

test('an activity of one’s own is offered again, renamed with what was logged of it, and not offered any more, without a network', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await page.goto('/history')
  const dialog = page.getByRole('dialog')
  const log = page.getByRole('button', { name: 'Log an activity' })
  await log.click()
  await context.setOffline(true)
  await dialog.getByRole('radio', { name: 'Something else' }).check()
  await dialog.getByLabel('Name').fill('Stairs')
  await dialog.getByLabel('Minutes').fill('20')
  await dialog.getByLabel('Offer it next time').check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: /^Stairs.*20/ })).toBeVisible()

  await log.click()
  await dialog.getByRole('radio', { name: 'Stairs' }).check()
  await expect(dialog.getByLabel('Kilometres')).toBeHidden() // it was told by its time alone
  await dialog.getByRole('button', { name: 'Your activities' }).click()
  const own = page.getByRole('dialog', { name: 'Your activities' })
  await expect(own.getByText('Logged once')).toBeVisible()
  await own.getByLabel('Name').fill('run')
  await expect(own.getByText('Another activity has this name.')).toBeVisible()
  await own.getByLabel('Name').fill('Stairmill')
  await own.getByRole('button', { name: 'Save' }).click()
  await expect(own.getByRole('button', { name: 'Do not offer Stairmill any more' })).toBeVisible()
  await context.setOffline(false)
  await expect.poll(async () => JSON.stringify(await lifter.diaryOnServer())).toMatch(/"activity":"Stairmill"/)
  await own.getByRole('button', { name: 'Do not offer Stairmill any more' }).click()
  await expect(own.getByText(/^None\./)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Stairmill.*20/ })).toBeVisible()
  await expect.poll(async () => (await lifter.diaryOnServer()).map(({ kind }) => kind)).toEqual(['custom'])
})
