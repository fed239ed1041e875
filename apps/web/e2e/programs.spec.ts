import { expect, test } from './product.ts'

test('a newcomer makes a program, begins it, and its next session is what Today offers', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/routines')
  await page.getByRole('link', { name: 'Programs' }).click()
  await page.getByRole('button', { name: 'Make a program' }).last().click()

  await page.getByRole('button', { name: 'Less for Muscle' }).click()
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled() // a dollar is left
  await page.getByRole('button', { name: 'More for Mobility' }).click()
  await expect(page.getByRole('button', { name: 'More for Speed' })).toBeDisabled() // three goals at most
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('radio', { name: '45' }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('radio', { name: 'Dumbbells and a bench' }).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Shoulder' }).click()
  await page.getByRole('button', { name: 'The rest as usual' }).click()
  await page.getByRole('button', { name: 'Make it' }).click()

  await expect(page.getByRole('heading', { name: /^Week 1 / })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Main' })).toHaveCount(3)
  await expect(page.locator('main')).not.toContainText('Barbell')
  const session = await page.locator('main').getByRole('heading', { level: 2, name: /^1\. / }).innerText()
  await page
    .getByRole('button', { name: /Deload/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /Deload$/ })).toBeVisible()

  await page.getByRole('button', { name: 'Begin today' }).click()
  await expect(page.getByRole('button', { name: 'Put it down' })).toBeVisible()
  await page.goto('/today')
  await expect(page.locator('main')).toContainText(session.replace(/^\d+\. /, ''))
})
