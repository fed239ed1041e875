import { expect, picks, test } from './product.ts'

test.use({ locale: 'de-DE' })

test('a lifter in Germany trains in German, without a network too, and in Spanish after one tap', async ({ page, context, lifter }) => {
  await lifter.signsUpIn(page, /Konto anlegen/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.getByRole('button', { name: 'Alles ist synchronisiert' }).waitFor()
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: 'Leeres Training starten' }).click()
  await page.getByRole('button', { name: 'Übung hinzufügen' }).click()
  await page.getByRole('searchbox').fill('bench press')
  await picks(page, 'Bankdrücken (Langhantel)')
  await page.getByLabel(/^Gewicht/).fill('62,5')
  await page.getByLabel(/^Wdh\. ·/).fill('8')
  await page.getByRole('button', { name: /^Fertig: 62,5 kg × 8/ }).click()
  await expect(page.getByTestId('set-done')).toContainText('62,5 kg')
  await page.goto('/settings')
  await page.getByText('Español').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ajustes' })).toBeVisible()
})

test('a lifter in Germany reads the sessions of a program in German, from today to the history, and their own workout as they named it', async ({
  page,
  lifter,
}) => {
  await lifter.signsUpIn(page, /Konto anlegen/)
  const asked = {
    goals: [{ goal: 'strength', weight: 10 }],
    daysPerWeek: 4,
    weeks: 4,
    minutes: 60,
    experience: 'intermediate',
    gym: 'full',
  }
  const program = await lifter.asks<{ readonly id: string }>('POST', '/v1/programs', asked)
  await lifter.asks('PUT', `/v1/programs/${program.id}/enrolment`, {})
  const [startedAt, endedAt] = ['2026-01-05T10:00:00Z', '2026-01-05T11:00:00Z']
  await lifter.asks('POST', '/v1/workouts', { name: 'Upper body A', startedAt, endedAt })

  await page.goto('/today')
  await page.getByRole('heading', { level: 2, name: 'Oberkörper A' }).waitFor()
  await page.goto(`/programs/${program.id}/sessions/1`)
  await expect(page.getByRole('heading', { level: 1, name: 'Oberkörper A' })).toBeVisible()
  await page.getByRole('button', { name: 'Diese Einheit beginnen' }).click()
  await page.waitForURL(/workout/)
  await expect(page.getByRole('heading', { level: 1, name: 'Oberkörper A' })).toBeVisible()
  await page.goto('/history')
  await expect(page.locator('main a').filter({ hasText: 'Oberkörper A' })).toHaveCount(1)
  await expect(page.locator('main a').filter({ hasText: 'Upper body A' })).toHaveCount(1)
  await expect.poll(async () => (await lifter.workoutsOnServer()).map(({ name }) => name)).toEqual(['Upper body A', 'Upper body A'])
})
