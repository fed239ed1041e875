import { chromium } from '@playwright/test'
import { chromiumFlags, findChromium } from '../../../tools/product.ts'
import { done, expect, Lifter, logs, startsWith, test } from './product.ts'

test('on plain http the app says what is missing, and sends each set at once', async ({ product }) => {
  const host = `http://gym.test:${product.port}`
  const browser = await chromium.launch({
    executablePath: findChromium()!,
    args: [...chromiumFlags, '--host-resolver-rules=MAP gym.test 127.0.0.1'],
  })
  try {
    const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
    const email = 'plain-http@example.test'
    await new Lifter(host, email).signsUp(page)
    await expect(page.getByText('This page is not secure (http)')).toBeVisible()
    await startsWith(page, 'Bench Press (Barbell)')
    await logs(page, '80', '8')
    await expect(done(page)).toHaveCount(1)
    await expect.poll(() => new Lifter(product.url, email).setsOnServer()).toMatchObject([{ loadKg: 80, reps: 8 }])
  } finally {
    await browser.close()
  }
})
