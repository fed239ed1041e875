import { expect, isReadyForTheGym, logs, startsWith, syncDot, test } from './product.ts'

test('a lifter reads how many sets are missing before their reserve can be judged, also in a basement', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  await logs(page, '80', '8')
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')

  await page.goto('/progress')
  const card = page.getByRole('region', { name: 'What your reserve means' })
  await expect(card).toContainText(/\b[01] of 60 sets/)
  await context.setOffline(true)
  await page.reload()
  await expect(card).toContainText(/\b[01] of 60 sets/)
})
