import { done, expect, isReadyForTheGym, logs, startsWith, test } from './product.ts'

test('two tabs write one log, and the second goes on when the first is closed', async ({ page, context, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  const other = await context.newPage()
  await other.goto(page.url())

  await logs(page, '80', '8')
  await expect(done(other)).toHaveCount(1)
  await logs(other, '80', '7')
  await expect(done(page)).toHaveCount(2)

  await page.close()
  await logs(other, '80', '6')
  await expect(done(other)).toHaveCount(3)
  await expect.poll(async () => (await lifter.setsOnServer()).map(({ reps }) => reps)).toEqual([8, 7, 6])
})
