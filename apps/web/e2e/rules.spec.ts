import { expect, isReadyForTheGym, startsWith, test } from './product.ts'

const HEAD = 'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE'
const aLog = (day: string) => ({
  name: 'strong.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `${HEAD}\n${day} 17:05:06,Push,1h 5m,Incline Press,1,60,8,0,0,,,\n${day} 17:05:06,Push,1h 5m,Incline Press,2,60,7,0,0,,,\n`,
  ),
})

test('a name that the import asks about is answered with one tap, and not asked again', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(aLog('2025-05-01'))
  await page.getByRole('button', { name: 'Incline Press is Incline Bench Press (Barbell)' }).click()
  await expect(page.getByText('→ Incline Bench Press (Barbell)')).toBeVisible()
  await page.getByRole('button', { name: /^Keep/ }).click()
  await expect(page.getByRole('link', { name: 'See history' })).toBeVisible({ timeout: 30_000 })

  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(aLog('2025-05-08'))
  await expect(page.getByText('→ Incline Bench Press (Barbell) (as you said before)')).toBeVisible()
})

test('a shoulder that hurts is heeded where the bench press stands, without a network too, until it is fine again', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Something hurts' }).click()
  await page.getByRole('button', { name: 'Shoulder', exact: true }).click()
  await page.getByRole('button', { name: 'Heed it', exact: true }).click()
  await expect(page.getByText('Shoulder · It hurts')).toBeVisible()

  await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click()
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText(/with care: shoulder hurts until/i)).toBeVisible()
  await context.setOffline(false)

  await page.goto('/settings')
  await page.getByRole('button', { name: 'The shoulder is fine again' }).click()
  await expect(page.getByText('Shoulder · It hurts')).toBeHidden()
})

test('a movement of my own turns out to be one of the library, and its history is there, and back again', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(aLog('2025-05-01'))
  await page.getByRole('button', { name: /^Keep/ }).click()
  await page.getByRole('link', { name: 'See history' }).click({ timeout: 30_000 })
  await page.getByRole('navigation').getByRole('link', { name: 'Progress' }).click()
  await page.getByRole('link', { name: /^Incline Press/ }).click()
  await page.getByRole('button', { name: 'Incline Press is Incline Bench Press (Barbell)' }).click()
  await expect(page.getByText('2 sets are Incline Bench Press (Barbell) now.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Incline Bench Press (Barbell)' })).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Progress' }).click()
  await expect(page.getByRole('link', { name: /^Incline Press/ })).toBeVisible()
})
