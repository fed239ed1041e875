import { axeFaults } from './axe.ts'
import { expect, logs, startsWith, syncDot, test } from './product.ts'

test('a set that the server refused is mended in the tray and arrives as mended', async ({ page, context, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  await context.route(/\/v1\/sync$/, async (route) => {
    const body = route.request().postDataJSON() as { ops: { entity: string; fields: Record<string, unknown> }[] }
    for (const { entity, fields } of body.ops) if (entity === 'set') fields['loadKg'] = 1700
    await route.continue({ postData: body })
  })
  await logs(page, '80', '8')
  await page.getByRole('button', { name: '1 change needs attention' }).click()
  await context.unroute(/\/v1\/sync$/)

  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('Load: Must be between 0 and 1500')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Mend' }).click()
  await expect(sheet.getByText('The server did not accept it')).toBeVisible()
  await expect(sheet.getByLabel(/^Load\b/)).toHaveValue('80')
  expect(await axeFaults(page)).toEqual([])
  await sheet.getByLabel(/^Load\b/).fill('82.5')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet.getByText('Everything is synced')).toBeVisible()
  await expect(sheet.getByText('Needs attention')).toBeHidden()
  await expect.poll(() => lifter.setsOnServer()).toMatchObject([{ loadKg: 82.5, reps: 8 }])
})

test('a set whose time cannot be right says so in the history, and counts when the lifter has said when it was', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  await context.route(/\/v1\/sync$/, async (route) => {
    const body = route.request().postDataJSON() as { ops: { entity: string; fields: Record<string, unknown> }[] }
    for (const { entity, fields } of body.ops) if (entity === 'set') fields['performedAt'] = '2047-01-01T10:00:00.000Z'
    await route.continue({ postData: body })
  })
  await logs(page, '80', '8')
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  await context.unroute(/\/v1\/sync$/)

  await page.goto('/history')
  await page.getByRole('link', { name: /In progress/ }).click()
  await expect(page.getByText('Its time cannot be right')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Edit set 1 of' }).click()
  await expect(page.getByRole('dialog').getByLabel('Done at')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Its time cannot be right')).toBeHidden()
})
