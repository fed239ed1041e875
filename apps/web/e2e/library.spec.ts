import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, isReadyForTheGym, logs, picks, startsWith, test } from './product.ts'

for (const colorScheme of ['dark', 'light'] as const) {
  test(`a lifter finds a movement by tapping a muscle, reads it and is led on, without a network (${colorScheme})`, async ({
    page,
    context,
    lifter,
  }) => {
    await page.emulateMedia({ colorScheme })
    await lifter.signsUp(page)
    await isReadyForTheGym(page)
    await page.getByRole('link', { name: 'Library' }).click()
    await expect(page.getByText('969 movements')).toBeVisible() // they come page by page
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByText('969 movements')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])

    await page.getByRole('button', { name: 'Muscles' }).click()
    await tapMuscle(page, 'upper_chest')
    await expect(page.getByRole('checkbox', { name: 'Upper chest' })).toBeChecked()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: /^Show \d+ movements/ }).click()
    await page.getByRole('link', { name: /^Incline Bench Press \(Dumbbell\)/ }).click()

    await expect(page.getByRole('heading', { level: 1, name: 'Incline Bench Press (Dumbbell)' })).toBeVisible()
    await expect(page.getByRole('row', { name: 'Upper chest Prime mover' })).toBeVisible()
    await expect(page.getByRole('img', { name: /^Muscles of Incline.*Front: Upper chest/ })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Cues' })).toBeVisible()
    await expect(page.getByText(/hurts today, choose something else/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'In its place' })).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'Incline Bench Press (Barbell)', exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Incline Bench Press (Barbell)' })).toBeVisible()

    await page.goBack()
    await page.goBack()
    await expect(page.getByRole('button', { name: 'Muscles: Upper chest' })).toBeVisible() // the list is as it was
  })
}

test('the body is chosen from with the keyboard: one stop for tab, the arrows from muscle to muscle', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/library')
  await page.getByRole('button', { name: 'Muscles' }).click()
  const boxes = page.getByRole('checkbox')
  await boxes.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(boxes.nth(1)).toBeChecked()
  await expect(boxes.nth(1)).toBeFocused()
  expect(await boxes.evaluateAll((all) => all.filter((box) => box.getAttribute('tabindex') === '0').length)).toBe(1)
})

test('a lifter says what they need and finds it with its reason; without a network they are told why nothing comes', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await hasTheLibrary(page)
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('searchbox').fill('incline press for a bad shoulder with dumbbells')
  const meant = page.getByRole('region', { name: 'By what you mean' })
  await expect(meant.getByRole('listitem').first()).toContainText(/dumbbell.*shoulder|shoulder.*dumbbell/i)
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('searchbox').fill('bench press barbell')
  await expect(page.getByRole('link', { name: /^Bench Press \(Barbell\)/ })).toHaveCount(1) // found by name, so not by meaning too
  await expect(meant).toBeVisible()
  await expect(page.getByRole('link', { name: /^Bench Press \(Barbell\)/ })).toHaveCount(1)

  await context.setOffline(true)
  await page.getByRole('searchbox').fill('something for my sore knees at home')
  await expect(page.getByText('Sentences need a connection.')).toBeVisible()
  await expect(meant).toHaveCount(0)
})

test('a lifter swaps a movement in a workout for one that does the same work, and is told why', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await hasTheLibrary(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await page.getByRole('button', { name: 'Options', exact: true }).click()
  await page.getByRole('link', { name: 'Cues, muscles and records' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bench Press (Barbell)' })).toBeVisible()
  await page.goBack()

  await page.getByRole('button', { name: 'Swap for another movement' }).click()
  const first = page.getByRole('dialog').getByRole('listitem').first()
  await expect(first).toContainText(/same exercise/i)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('searchbox').fill('Bench Press (Dumbbell)')
  await picks(page, 'Bench Press (Dumbbell)')
  await expect(page.getByRole('heading', { level: 2, name: 'Bench Press (Dumbbell)' })).toBeVisible()
  await logs(page, '30', '10')
})

test('a favourite is found again, and what a lifter never does is not offered in its place', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await hasTheLibrary(page)
  await page.getByRole('link', { name: 'Library' }).click()
  await page.getByRole('searchbox').fill('Bench Press (Dumbbell)')
  await page
    .getByRole('link', { name: /^Bench Press \(Dumbbell\)/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Make it a favourite' }).click()
  await page.getByText('Never', { exact: true }).click()
  await expect(page.getByText('It is left out of suggestions and substitutes.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'A favourite' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('radio', { name: 'Never' })).toBeChecked()

  await page.goto('/library')
  await page.getByRole('button', { name: 'Favourites' }).click()
  await expect(page.getByText('1 movement', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByRole('searchbox').fill('Bench Press (Barbell)')
  await page
    .getByRole('link', { name: /^Bench Press \(Barbell\)/ })
    .first()
    .click()
  const instead = page.getByRole('region', { name: 'In its place' })
  await expect(instead.getByRole('link').first()).toBeVisible()
  await expect(instead.getByRole('link', { name: /^Bench Press \(Dumbbell\)/ })).toHaveCount(0)
})

test('a movement of one’s own: made as a variant, tied to its base, shown as it was written, changed, and taken off the lists', async ({
  page,
  lifter,
}) => {
  const name = '<img src=x onerror="document.title=1">'
  await lifter.signsUp(page)
  await hasTheLibrary(page)
  await page.goto('/library/new')
  await page.getByLabel('Name').fill('a'.repeat(10_000))
  await expect(page.getByText('A name has at most 200 characters; this one has 10000.')).toBeVisible()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'It is a variant of …' }).click()
  await page.getByRole('searchbox').fill('Leg Press')
  await picks(page, 'Leg Press (Plate Loaded)')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Quadriceps Prime mover' })).toBeVisible()
  await expect(page.getByText('A variant of Leg Press')).toBeVisible()
  expect(await page.title()).not.toBe('1')
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Name').fill('Old hall leg press')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Old hall leg press' })).toBeVisible()

  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('button', { name: 'Remove movement' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove movement' }).click()
  await page.getByRole('button', { name: 'My own' }).click()
  await expect(page.getByText('0 movements')).toBeVisible()
})

/** A muscle lies on both halves, so its middle may be the gap between them: this taps the right one. */
async function tapMuscle(page: Page, muscle: string) {
  const path = page.locator(`[data-muscle=${muscle}] path`).first()
  const box = (await path.boundingBox())!
  await path.click({ position: { x: box.width * 0.25, y: box.height * 0.6 } })
}

/** The movements come page by page after the first sign-in. */
async function hasTheLibrary(page: Page) {
  await page.goto('/library')
  await expect(page.getByText('969 movements')).toBeVisible()
  await page.goto('/today')
}
