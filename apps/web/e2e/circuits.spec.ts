import type { Page } from '@playwright/test'
import { done, expect, picks, startsWith, test } from './product.ts'

/** The screen goes on to another movement, so what was done is not on it. */
async function logsAndGoesOn(page: Page, load: string, reps: string) {
  await page.getByLabel(/^Load/).fill(load)
  await page.getByLabel(/^Reps ·/).fill(reps)
  await page.getByRole('button', { name: /^Done: / }).click()
}

test('a superset goes on to the next movement after a set and rests only after the round, and a routine keeps it', async ({
  page,
  lifter,
}) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await page.getByRole('button', { name: 'Add a movement' }).click()
  await page.getByRole('searchbox').fill('Bent Over Row (Barbell)')
  await picks(page, 'Bent Over Row (Barbell)')
  await page.getByRole('button', { name: 'Movements of this workout' }).click()
  await page.getByRole('button', { name: 'Superset: Bench Press (Barbell) and the next movement' }).click()
  await page.getByRole('radio', { name: '90 s' }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: /A1.*Bench Press/ }).click()

  const rest = page.getByRole('region', { name: 'Rest' })
  await logsAndGoesOn(page, '60', '8')
  await expect(page.getByRole('heading', { name: 'Bent Over Row (Barbell)' })).toBeVisible()
  await expect(rest).toBeHidden()
  await logsAndGoesOn(page, '50', '10')
  await expect(page.getByRole('heading', { name: 'Bench Press (Barbell)' })).toBeVisible()
  await expect(rest.getByRole('timer')).toContainText(/1:(30|2\d)/)

  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByLabel('Keep this as a routine').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(page.getByRole('button', { name: /A1.*Bench Press/ })).toBeVisible()
  await expect(async () => expect(await lifter.setsOnServer()).toMatchObject([{ superset: 0 }, { superset: 0 }])).toPass()
})

test('a circuit is started from the library, logs a station with one press, survives a reload, and its score stays with the workout', async ({
  page,
  lifter,
}) => {
  await lifter.signsUp(page)
  await page.goto('/library/circuits')
  await page.getByRole('button', { name: 'Start: One Bell Fifteen' }).click()
  await page.getByLabel(/^Load of Kettlebell Swing/).fill('24')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('button', { name: 'Done: 15 reps' }).click()
  await page.getByRole('button', { name: 'Done: 10 reps' }).waitFor()
  await page.reload()
  await expect(page.getByRole('timer', { name: 'Time left' })).toContainText('14:')
  for (const station of ['10 reps', '5 reps', '40 m', '15 reps']) await page.getByRole('button', { name: `Done: ${station}` }).click()
  await page.getByRole('button', { name: 'Stop here' }).click()
  await expect(page.getByText('1 round + 1 station')).toBeVisible()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(done(page).first()).toContainText('24 kg × 15')
  await expect(async () => {
    const sets = await lifter.setsOnServer()
    expect(sets).toMatchObject([{ kind: 'circuit', loadKg: 24, reps: 15 }, { reps: 10 }, { reps: 5 }, { distanceMeters: 40 }, { reps: 15 }])
  }).toPass()
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByRole('dialog').getByLabel('Note')).toHaveValue('One Bell Fifteen: 1 round + 1 station')
})

test('an interval timer runs a movement by the clock, and what was not pressed can be logged at the end', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await page.getByRole('button', { name: 'Options' }).click()
  await page.getByRole('button', { name: 'Interval timer' }).click()
  await page.getByLabel('Rounds').fill('3')
  await page.getByLabel(/every \(seconds\)/).fill('2')
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('button', { name: /^Done: 5 reps/ }).click()
  await page.getByRole('button', { name: /not pressed as done/ }).click()
  await expect(page.getByText('3 of 3 stations')).toBeVisible()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(done(page)).toHaveCount(3)
})
