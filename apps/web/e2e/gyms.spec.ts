import { axeFaults } from './axe.ts'
import { expect, isReadyForTheGym, logs, startsWith, syncDot, test } from './product.ts'

test.use({ viewport: { width: 390, height: 844 } })

test('a home gym is made by tapping plates, also without a network, and every target can be loaded there', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Your gyms' }).click()
  await expect(page.getByText('No gym yet')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Add a gym' }).click()
  await page.getByRole('button', { name: /^Home: bar and plates/ }).click()
  await expect(page.getByText('8 loads on the barbell, 20 kg to 55 kg.')).toBeVisible()

  await context.setOffline(true)
  await page.getByRole('button', { name: 'Add a pair of 20 kg' }).click()
  await page.getByRole('button', { name: 'Add a pair of 20 kg' }).click()
  await expect(page.getByText('24 loads on the barbell, 20 kg to 135 kg.')).toBeVisible()
  for (const left of [2, 1]) await page.getByRole('button', { name: `Take away a pair of 20 kg, ${left}` }).click()
  await expect(page.getByText('8 loads on the barbell, 20 kg to 55 kg.')).toBeVisible()
  await page.getByRole('button', { name: 'Flat bench' }).click()
  await expect(page.getByRole('button', { name: 'Flat bench' })).toHaveAttribute('aria-pressed', 'true')
  expect(await axeFaults(page)).toEqual([])
  await page.reload()
  await expect(page.getByText('8 loads on the barbell, 20 kg to 55 kg.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Flat bench' })).toHaveAttribute('aria-pressed', 'true')
  await context.setOffline(false)

  await page.goto('/today')
  await startsWith(page, 'Bench Press (Barbell)')
  const load = page.getByLabel(/^Load\b/)
  await expect.poll(async () => (Number(await load.inputValue()) - 20) % 5).toBe(0)
  await load.fill('50')
  await expect(page.getByText('Per side')).toContainText('Per side')
  await expect(page.locator('p', { hasText: 'Per side' })).toHaveText(/Per side\s*(10\s*5|5\s*10)$/)
  await page.getByRole('button', { name: 'More load' }).click()
  await expect(load).toHaveValue('55')
  await page.getByRole('button', { name: 'More load' }).click()
  await expect(load).toHaveValue('55') // all the plates are on
  await load.fill('60')
  await expect(page.locator('output', { hasText: 'needs more 10 kg plates than are here' }).locator('s')).toHaveText('60 kg')
  await page.getByRole('button', { name: '55 kg' }).click()
  await logs(page, '55', '8')
  await expect.poll(async () => [20, 25, 30, 35, 40, 45, 50, 55].includes(Number(await load.inputValue()))).toBe(true)
  expect(await axeFaults(page)).toEqual([])
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
})

test('with two gyms the lifter says where they train, and it is remembered', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  for (const [template, name] of [
    [/^Home: bar and plates/, 'Cellar'],
    [/^A pair of dumbbells/, 'Hotel'],
  ] as const) {
    await page.goto('/gyms')
    await page.getByRole('button', { name: 'Add a gym' }).click()
    await page.getByRole('button', { name: template }).click()
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('Name').blur()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  await page.goto('/gyms')
  await page.getByRole('link', { name: /Cellar/ }).click()
  await page.getByRole('button', { name: 'Train here from now on' }).click()
  await expect(page.getByText('You train here')).toBeVisible()
  await page.goto('/gyms')
  await expect(page.getByRole('listitem').filter({ hasText: 'You train here' })).toContainText('Cellar')
  await page.goto('/today')
  await page.getByRole('button', { name: 'At Cellar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hotel' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'At Hotel' })).toBeVisible()
})
