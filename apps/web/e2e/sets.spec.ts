import type { Page } from '@playwright/test'
import { done, expect, logs, picks, startsWith, test } from './product.ts'

/** Counts what a thumb does: presses that reached the page. */
async function countsTaps(page: Page) {
  await page.evaluate(() => {
    const window = globalThis as unknown as { taps: number }
    window.taps = 0
    addEventListener('click', ({ isTrusted }) => (window.taps += isTrusted ? 1 : 0), { capture: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { taps: number }).taps)
}

const button = (page: Page) => page.getByRole('button', { name: /^Done: / })

test('taps: as prescribed 1, one rep fewer 2, another load at most 3', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await expect(button(page)).toBeEnabled()
  const taps = await countsTaps(page)
  await button(page).click()
  await expect(done(page)).toHaveCount(1)
  expect(await taps()).toBe(1)

  const reps = Number(await page.getByLabel(/^Reps ·/).inputValue())
  await page.getByRole('button', { name: /^Less reps/i }).click()
  await button(page).click()
  await expect(done(page).nth(1)).toContainText(`× ${reps - 1}`)
  expect(await taps()).toBe(1 + 2)

  const before = await page.getByLabel(/^Load/).inputValue()
  await page.getByRole('button', { name: 'More load' }).click()
  await expect(page.getByLabel(/^Load/)).not.toHaveValue(before)
  await button(page).click()
  await expect(done(page)).toHaveCount(3)
  expect(await taps()).toBe(1 + 2 + 2)
})

test('a drop set grows in its row by one tap a part, is over by one, and survives a reload in between', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await page.getByRole('button', { name: 'Kind of set 1' }).click()
  await page.getByRole('radio', { name: 'Drop set' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await logs(page, '80', '8')
  await page.getByRole('button', { name: 'Add: 62.5 kg × 8' }).click()
  await expect(done(page).first()).toContainText('80 kg × 8 + 62.5 kg × 8')
  await page.reload()
  await page.getByLabel('Reps', { exact: true }).fill('6')
  await page.getByRole('button', { name: 'Add: 50 kg × 6' }).click()
  await page.getByRole('button', { name: 'Set is over' }).click()
  await expect(done(page).first()).toContainText('80 kg × 8 + 62.5 kg × 8 + 50 kg × 6')
  await expect(page.getByRole('region', { name: 'Rest' })).toBeVisible()
  await expect(async () =>
    expect(await lifter.setsOnServer()).toMatchObject([{ kind: 'drop_chain', loadKg: 80, parts: [{ reps: 8 }, { loadKg: 50, reps: 6 }] }]),
  ).toPass()
})

test('a drop set taken back and done after all has all its parts again', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await logs(page, '80', '8')
  await page.getByRole('button', { name: 'Kind of set 1' }).click()
  await page.getByRole('radio', { name: 'Drop set' }).click()
  await page.getByRole('button', { name: /^Add: / }).click()
  await page.getByRole('button', { name: 'Set is over' }).click()
  const said = await done(page).first().innerText()
  expect(said).toMatch(/\+ .* × 8/)
  await done(page).first().click()
  await page.getByRole('button', { name: 'Not done after all' }).click()
  await expect(done(page)).toHaveCount(0)
  await page.getByRole('button', { name: /^Done: / }).click()
  await expect(done(page).first()).toHaveText(said.replaceAll('\n', ''))
  await expect(async () => expect((await lifter.setsOnServer()).map((set) => 'parts' in set)).toEqual([true])).toPass()
})

test('a hold runs by a clock that a reload does not stop, and what it showed is what is logged', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await page.getByRole('button', { name: 'Options' }).click()
  await page.getByRole('radio', { name: 'Time' }).click()
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await page.reload()
  const timer = page.getByRole('timer', { name: 'Running' })
  await expect(timer).toBeVisible()
  await page.waitForTimeout(4000) // nothing but the clock is drawn meanwhile
  const shown = (await timer.innerText()).match(/\d:\d\d/)![0]
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(done(page).first()).toContainText(/\d:\d\d/)
  const logged = (await done(page).first().innerText()).match(/\d:\d\d/)![0]
  expect(logged >= shown, `${logged} was logged, ${shown} was shown`).toBe(true)
})

test('a plank is held by the clock without being told so, and what takes its place is done for repetitions', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Plank')
  await page.getByRole('textbox', { name: 'Seconds' }).fill('45')
  await page.getByRole('button', { name: /^Done: / }).click()
  await expect(done(page).first()).toContainText('0:45')
  await page.getByRole('button', { name: 'Swap for another movement' }).click()
  await page.getByRole('searchbox').fill('Push Up')
  await picks(page, 'Push Up')
  await expect(page.getByLabel(/^Reps ·/)).toBeVisible()
})

test('a set is kept where the small stores of the browser are full', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await page.getByLabel(/^Load\b/).fill('60')
  await page.getByLabel(/^Reps ·/).fill('8')
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.getByRole('button', { name: /^Done: / }).click()
  await expect(page.getByRole('region', { name: 'Rest' })).toBeVisible()
  await expect.poll(() => lifter.setsOnServer()).toMatchObject([{ loadKg: 60, reps: 8 }])
})
