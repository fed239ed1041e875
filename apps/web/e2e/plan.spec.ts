import { expect, isReadyForTheGym, picks, startsWith, test } from './product.ts'

test('where the bench is taken, the swap offers what is likest, and today shows the change at once, without a network too', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Swap for another movement' }).click()
  const offered = page.getByRole('dialog').getByRole('listitem')
  await expect(offered.first()).toContainText('Bench Press (')
  await expect(offered.filter({ hasText: /^Bench Press \(Barbell\)/ })).toHaveCount(0)
  await offered
    .filter({ hasText: /^Bench Press \(Dumbbell\)/ })
    .getByRole('button')
    .click()
  await expect(page.getByRole('heading', { name: 'Bench Press (Dumbbell)' })).toBeVisible()

  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page.getByText('In progress')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Bench Press' })).toHaveText(/Bench Press \(Dumbbell\)/)
  await page.reload()
  await expect(page.getByRole('listitem').filter({ hasText: 'Bench Press' })).toHaveText(/Bench Press \(Dumbbell\)/)
})

test('in a routine, a swapped movement stands on today in place of the planned one', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/routines')
  await page.getByRole('button', { name: 'New routine' }).first().click()
  await page.getByRole('button', { name: 'Add a movement' }).click()
  await page.getByRole('searchbox').fill('squat barbell')
  await picks(page, 'Squat (Barbell)')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('button', { name: 'Swap for another movement' }).click()
  await page.getByRole('searchbox').fill('front squat')
  await picks(page, 'Front Squat (Barbell)')
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Squat' })).toHaveText(/^Front Squat \(Barbell\)/)
})

test('in a routine each set keeps its own target when one number of all is changed', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  const id = await lifter.makesRoutine('Bench ramp', 'Bench Press (Barbell)', [
    { kind: 'warm_up', repLow: 5, repHigh: 5 },
    { kind: 'working', repLow: 3, repHigh: 5, rir: 1 },
    { kind: 'working', repLow: 8, repHigh: 10, rir: 2 },
  ])
  await page.goto(`/routines/${id}`)
  await expect(page.getByLabel('Reps from')).toHaveAttribute('placeholder', 'differs')
  await page.getByLabel('Rest (seconds)').fill('150')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/routines$/)
  await expect
    .poll(() => lifter.setsOfRoutine(id))
    .toMatchObject([
      { kind: 'warm_up', repLow: 5, repHigh: 5 },
      { kind: 'working', repLow: 3, repHigh: 5, rir: 1, restSeconds: 150 },
      { kind: 'working', repLow: 8, repHigh: 10, rir: 2, restSeconds: 150 },
    ])
  expect((await lifter.setsOfRoutine(id))[0]).not.toHaveProperty('restSeconds')
})
