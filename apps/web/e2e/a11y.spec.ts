import type { Locator, Page } from '@playwright/test'
import { done, expect, isReadyForTheGym, logs, startsWith, syncDot, test } from './product.ts'

test('a workout is logged from its start to its end with the keyboard alone, and the list of keys has those that do something', async ({
  page,
  lifter,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await lifter.signsUp(page)
  const { keyboard } = page
  await expect.poll(() => page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true)
  await tabsTo(page, 'Start an empty workout')
  await keyboard.press('Enter')
  await page.waitForURL(/workout/)
  await tabsTo(page, 'Add a movement')
  await keyboard.press('Enter')
  await picks('Bench Press (Barbell)')

  const load = page.getByLabel(/^Load\b/)
  const offered = Number(await load.inputValue())
  // The keys come once the screen stands.
  await expect(async () => {
    await keyboard.press('ArrowUp')
    expect(Number(await load.inputValue())).toBeGreaterThan(offered)
  }).toPass()
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowRight')
  await keyboard.press('2')
  await expect(page.getByRole('button', { name: 'Reps in reserve 2' })).toHaveAttribute('aria-pressed', 'true')
  const said = (await page.getByRole('button', { name: /^Done: / }).textContent())!.replace('Done: ', '')
  await keyboard.press('Enter')
  await expect(done(page)).toContainText(`${said}`)
  await expect(lastSaid(page)).toHaveText(new RegExp(`^Set 1 saved, ${said}\\. Rest \\d:\\d\\d\\.$`))
  const rest = page.getByRole('region', { name: 'Rest' })
  await expect(rest).toBeVisible()
  await keyboard.press('s')
  await expect(rest).toBeHidden()

  await keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keys' })
  await expect(list).toContainText('Heavier, lighter')
  await expect(list).not.toContainText('The movement after this')
  await expect(list).not.toContainText('Skip the rest')
  await keyboard.press('Enter') // the panel's own button
  await expect(list).toBeHidden()

  await keyboard.press('a')
  await picks('Pull Up')
  await expect(page.getByRole('heading', { name: 'Pull Up' })).toBeVisible()
  await keyboard.press('p')
  await expect(page.getByRole('heading', { name: 'Bench Press (Barbell)' })).toBeVisible()
  await keyboard.press('n')
  await expect(page.getByRole('heading', { name: 'Pull Up' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Done: / })).toBeEnabled()
  await keyboard.press('Enter')
  await expect(done(page)).toHaveCount(1)
  await keyboard.press('f')
  await tabsTo(page, 'Finish', page.getByRole('dialog'))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Finished' })).toBeVisible()
  await expect.poll(async () => (await lifter.setsOnServer()).length).toBe(2)

  async function picks(movement: string) {
    await expect(page.getByRole('dialog')).toBeVisible()
    await tabsTo(page, 'Search movements', page.getByRole('dialog'))
    await keyboard.type(movement)
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText(movement)
    await keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
})

test('a panel keeps the keys inside, closes with Escape, and gives them back to what opened it', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  const why = page.getByRole('button', { name: 'Options', exact: true })
  for (const closes of [
    () => page.keyboard.press('Escape'),
    () => page.getByRole('dialog').getByRole('button', { name: 'Close' }).click(),
  ]) {
    await why.click()
    await expect(page.getByRole('dialog')).toBeVisible()
    for (let tab = 0; tab < 30; tab++) {
      await page.keyboard.press('Tab')
      expect(
        await page.evaluate(() => document.activeElement === document.body || document.activeElement!.closest('dialog') !== null),
      ).toBe(true)
    }
    await closes()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(why).toBeFocused()
  }
})

test('who listens to the screen is told when the rest is over and when the server refuses a set', async ({ page, context, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await expect(syncDot(page)).toHaveAttribute('data-unsynced', '0')
  await logs(page, '80', '8')
  const timer = page.getByRole('region', { name: 'Rest' }).getByRole('timer')
  while (!/^0:[01]/.test((await timer.textContent())!)) await page.getByRole('button', { name: '15 seconds less' }).click()
  await expect(lastSaid(page)).toHaveText(/Rest is over/)
  await context.route(/\/v1\/sync$/, async (route) => {
    const body = route.request().postDataJSON() as { ops: { entity: string; fields: Record<string, unknown> }[] }
    for (const { entity, fields } of body.ops) if (entity === 'set') fields['loadKg'] = 1700
    await route.continue({ postData: body })
  })
  await logs(page, '80', '8')
  await expect(lastSaid(page)).toHaveText('1 change was not accepted by the server. It is kept here until you decide.')
})

test('a left-handed lifter has the plus under the left thumb, without a network too, and on the next phone', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByText('Left', { exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Left' })).toBeChecked()
  await page.getByRole('link', { name: 'Today' }).click()
  await startsWith(page, 'Bench Press (Barbell)')
  const [plus, minus] = [page.getByRole('button', { name: 'More load' }), page.getByRole('button', { name: 'Less load' })]
  expect((await plus.boundingBox())!.x).toBeLessThan((await minus.boundingBox())!.x)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-hand', 'left')
  await context.setOffline(false)
  await expect.poll(async () => (await lifter.settingsOnServer()).hand).toBe('left')
})

/** What was said last to who listens. */
const lastSaid = (page: Page) => page.locator('body > [data-said]')

/** Presses Tab until the focus is on what bears this name. */
async function tabsTo(page: Page, name: string, within: Page | Locator = page) {
  const wanted = within.getByRole('button', { name, exact: true }).or(within.getByRole('searchbox', { name })).first()
  await wanted.waitFor()
  for (let tab = 0; tab < 60; tab++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${name}`)
}
