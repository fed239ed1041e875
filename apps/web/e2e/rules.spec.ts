import { expect, isReadyForTheGym, startsWith, syncDot, test } from './product.ts'

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
  await expect(page.getByRole('link', { name: 'See history' })).toBeVisible()

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

  // Fine again, said where there is no network: it holds here at once and after a restart, and the server hears of it later.
  await page.goto('/settings')
  await page.getByRole('button', { name: 'The shoulder is fine again' }).click()
  await expect(page.getByText('Shoulder · It hurts')).toBeHidden()
  await page.goto('/today')
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '1')
  await page.goto('/settings')
  await expect(page.getByRole('button', { name: 'Something hurts' })).toBeVisible()
  await expect(page.getByText('Shoulder · It hurts')).toBeHidden()
  await page.goto('/today')
  await context.setOffline(false)
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('gymgenius.rules')) localStorage.removeItem(key)
  })
  await page.goto('/settings')
  await expect(page.getByText('Movements that load the joint')).toBeVisible()
  await expect(page.getByText('Shoulder · It hurts')).toBeHidden()
})

test('a heart that the server will not take, said without a network, waits in sight until I let it go', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/settings')
  await page.evaluate(() => {
    const account = Object.keys(localStorage)
      .find((key) => key.startsWith('gymgenius.settings.'))!
      .split('.')
      .at(-1)
    const gone = { of: 'favourite', id: '01960000-0000-7000-8000-00000000dead', isFavourite: true }
    localStorage.setItem(`gymgenius.rules.said.${account}`, JSON.stringify([gone]))
  })
  await page.goto('/today')
  await expect(syncDot(page)).toHaveAccessibleName(/1 change needs attention/i)
  await syncDot(page).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('A movement this phone does not know · A favourite')).toBeVisible()
  await expect(sheet.getByText('No such movement')).toBeVisible()
  await sheet.getByRole('button', { name: 'Discard' }).click()
  await expect(sheet.getByText('Needs attention')).toBeHidden()
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
})

test('what I never want is not offered for a swap, one tap shows it, and what I prefer comes first with its reason', async ({
  page,
  lifter,
}) => {
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  for (const [movement, rule] of [
    ['Bench Press (Smith Machine)', 'Never'],
    ['Bench Press (Cable)', 'Rather'],
  ] as const) {
    await page.getByRole('link', { name: 'Library' }).click()
    await page.getByRole('searchbox').fill(movement)
    await page
      .getByRole('link', { name: new RegExp(`^${RegExp.escape(movement)}`) })
      .first()
      .click()
    await page.getByRole('radio', { name: rule, exact: true }).check({ force: true })
    await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click()
  }
  await startsWith(page, 'Bench Press (Barbell)')
  await page.getByRole('button', { name: 'Swap for another movement' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByRole('listitem').first()).toContainText('Bench Press (Cable)')
  await expect(sheet.getByRole('listitem').first()).toContainText(/you prefer it/i)
  await expect(sheet.getByText('Bench Press (Smith Machine)', { exact: true })).toBeHidden()
  await expect(sheet.getByText('1 left out by your rules and what hurts')).toBeVisible()
  await sheet.getByRole('button', { name: 'Show them' }).click()
  await expect(sheet.getByRole('button', { name: /^Bench Press \(Smith Machine\)/ })).toContainText(/never suggested/i)
})

test('a movement of my own turns out to be one of the library, and its history is there, and back again', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(aLog('2025-05-01'))
  await page.getByRole('button', { name: /^Keep/ }).click()
  await page.getByRole('link', { name: 'See history' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Progress' }).click()
  await page.getByRole('link', { name: /^Incline Press/ }).click()
  await page.getByRole('button', { name: 'Incline Press is Incline Bench Press (Barbell)' }).click()
  await expect(page.getByText('2 sets are Incline Bench Press (Barbell) now.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Incline Bench Press (Barbell)' })).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Progress' }).click()
  await expect(page.getByRole('link', { name: /^Incline Press/ })).toBeVisible()
})
