import { expect, test } from './product.ts'

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
  await page.getByRole('dialog').getByRole('button', { name: 'Bankdrücken (Langhantel)' }).first().click()
  await page.getByLabel(/^Gewicht/).fill('62,5')
  await page.getByLabel(/^Wdh\. ·/).fill('8')
  await page.getByRole('button', { name: /^Fertig: 62,5 kg × 8/ }).click()
  await expect(page.getByTestId('set-done')).toContainText('62,5 kg')
  await page.goto('/settings')
  await page.getByText('Español').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ajustes' })).toBeVisible()
})
