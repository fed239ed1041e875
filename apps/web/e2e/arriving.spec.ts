import { strongCsv } from '../../../bench/history.ts'
import { expect, test } from './product.ts'

test('while an import is still on its way to the phone, history and progress say that more is coming', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  let isHeld = true
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  let pages = 0
  await context.route(/\/v1\/sync(\?|$)/, async (route) => {
    const response = await route.fetch()
    const { hasMore } = (await response.json()) as { hasMore?: boolean }
    if (isHeld && hasMore !== undefined && pages++ > 0 && !hasMore) await released // the last page of a pull of many
    if (hasMore === false) pages = 0
    await route.fulfill({ response })
  })
  await page.goto('/import')
  const csv = strongCsv(3000, Date.now())
  await page.locator('input[type=file]').setInputFiles({ name: 'strong.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: /^Keep/ }).click()
  await page.getByRole('link', { name: 'See history' }).click()
  await expect(page.getByText('Your history is still arriving')).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Progress' }).click()
  await expect(page.getByText('What you see here is not all of it yet.')).toBeVisible()
  isHeld = false
  release()
  await expect(page.getByText('Your history is still arriving')).toBeHidden()
  await expect(page.getByText('Squat (Barbell)').first()).toBeVisible()
})
