import { seriousFaults } from './axe.ts'
import { done, expect, logs, startsWith, syncDot, test } from './product.ts'

const themes = { dark: { colorScheme: 'dark' }, light: { colorScheme: 'light' }, contrast: { contrast: 'more' } } as const

for (const [theme, media] of Object.entries(themes)) {
  test(`nobody is kept out of the ${theme} screens of a workout`, async ({ page, lifter }) => {
    await page.emulateMedia(media)
    await page.goto('/sign-up')
    await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible()
    expect(await seriousFaults(page)).toEqual([])
    await lifter.signsUp(page)
    expect(await seriousFaults(page)).toEqual([])
    await startsWith(page, 'Bench Press (Barbell)')
    await logs(page, '80', '8')
    expect(await seriousFaults(page)).toEqual([])

    for (const name of ['Why', 'Options', 'History of this movement', 'Finish', 'Movements of this workout']) {
      await page.getByRole('button', { name, exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await seriousFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await done(page).first().click()
    expect(await seriousFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await syncDot(page).click()
    expect(await seriousFaults(page)).toEqual([])
  })
}

test('a set can be logged with the keyboard alone', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  const load = page.getByLabel(/^Load\b/)
  await load.focus()
  const before = Number(await load.inputValue())
  await page.keyboard.press('ArrowUp')
  expect(Number(await load.inputValue())).toBeGreaterThan(before) // the next load this gym has
  await page.getByRole('button', { name: /^Done: / }).focus()
  await page.keyboard.press('Enter')
  await expect(done(page)).toHaveCount(1)
})
