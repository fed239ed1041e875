import { axeFaults } from './axe.ts'
import { expect, picks, test } from './product.ts'

test('a newcomer has a program in four taps, goes back and forth, and finds what was answered after a reload', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await page.goto('/programs/new')
  await page.getByText('Lose fat, keep muscle').click()
  await expect(page.getByText('Fat loss and muscle stand in each other’s way')).toBeVisible() // told, while it is shared
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Mon' }).click()
  await expect(page.getByText('Name at least as many weekdays as you train, or none.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled()
  await page.getByRole('button', { name: 'Wed' }).click()
  await page.getByRole('button', { name: 'Fri' }).click()
  expect(await axeFaults(page)).toEqual([])

  await page.reload()
  await expect(page.getByRole('button', { name: 'Wed' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Where do you train?' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Your week' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('radio', { name: 'Lose fat, keep muscle' })).toBeChecked()
  await page.getByRole('button', { name: 'The rest as usual' }).click()
  await expect(page.getByText('3 days a week, 60 min (Mon, Wed, Fri)')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Make it' }).click()

  await expect(page.getByRole('heading', { name: /^It keeps (all )?\d+/ })).toBeVisible()
  await page.getByText('Sessions take the time you have').click()
  await expect(page.getByText('A session takes the minutes you have')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.goto('/programs/new/week')
  await expect(page.getByRole('button', { name: 'Wed' })).toHaveAttribute('aria-pressed', 'true') // remembered for the next one
})

test('a well-known program is taken, its text copied out, changed and read back; what cannot be read is shown where it stands', async ({
  page,
  context,
  lifter,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await lifter.signsUp(page)
  await page.goto('/programs')
  await page.getByRole('link', { name: 'Well-known programs' }).click()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('link', { name: /Five sets of five/ }).click()
  await page.getByText('Rules it sets aside').click()
  await expect(page.getByText('Five lifts are the whole program.', { exact: true })).toBeVisible()
  await page.getByRole('radio', { name: /Dumbbells and a bench/ }).check()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Take this program' }).click()
  await page.getByText('Good to know').click()
  await expect(page.getByText(/stands in for Squat \(Barbell\)/)).toBeVisible()

  await page.getByRole('link', { name: 'Read it as a text' }).click()
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('program: Five sets of five')
  expect(await axeFaults(page)).toEqual([])

  await page.goto('/programs/text')
  const area = page.getByLabel('Text of the program')
  await area.fill(text.replace('program: Five sets of five', 'program: My own five').replace(/\bx 5 @ RIR 2/, 'times 5 @ RIR 2'))
  await page.getByRole('button', { name: 'Make a program of it' }).click()
  await page
    .getByRole('button', { name: /^Line \d+, column \d+$/ })
    .first()
    .click()
  expect(await area.evaluate((one) => (one as HTMLTextAreaElement).value.slice((one as HTMLTextAreaElement).selectionStart))).toMatch(
    /^.{0,6}times 5/,
  )
  expect(await axeFaults(page)).toEqual([])
  await page.reload()
  await area.fill((await area.inputValue()).replace('times 5', 'x 5')) // what was typed is there still
  await page.getByRole('radio', { name: /Dumbbells and a bench/ }).check()
  await page.getByRole('button', { name: 'Make a program of it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My own five' })).toBeVisible()

  await page.getByRole('button', { name: 'Lay it beside another' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Five sets of five/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Hard sets a week' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
})

test('a program is shown to whoever has the link, signed out too, until the link is ended; on paper it is black on white', async ({
  page,
  browser,
  lifter,
  product,
}) => {
  await lifter.signsUp(page)
  await page.goto('/programs/new/check')
  await page.getByLabel('Name').fill('For a friend')
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('button', { name: 'Share by a link' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  expect(link).toContain(product.url)
  expect(await axeFaults(page)).toEqual([])

  const stranger = await (await browser.newContext({ baseURL: product.url })).newPage()
  await stranger.goto(link)
  await expect(stranger.getByRole('heading', { level: 1, name: 'For a friend' })).toBeVisible()
  await expect(stranger.getByRole('heading', { name: 'Main' }).first()).toBeVisible()
  await expect(stranger.locator('main')).not.toContainText(' kg')
  expect(await axeFaults(stranger)).toEqual([])
  await stranger.getByRole('button', { name: 'Sign in to take a copy' }).click()
  await lifter.says(stranger, 'Sign in') // leads back to the program, not to today
  await stranger.getByRole('button', { name: 'Take a copy' }).click()
  await stranger.waitForURL(/programs\/0/)

  await page.getByRole('button', { name: 'End the link' }).click()
  await expect(page.getByText('The link leads nowhere now.').first()).toBeVisible()
  await stranger.goto(link)
  await expect(stranger.getByText('This link leads nowhere.')).toBeVisible()
  await stranger.context().close()

  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Print it' }).click()
  await expect(page.getByRole('heading', { name: /For a friend · Week 12/ })).toBeAttached()
  expect(await axeFaults(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  const [ground, ink] = await page
    .locator('.paper')
    .evaluate((paper) => [getComputedStyle(document.body).backgroundColor, getComputedStyle(paper).color])
  expect([ground, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  const pages = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length).toBeGreaterThanOrEqual(12) // each week begins a page
  expect(pages.length).toBeLessThanOrEqual(12) // and three sessions of an hour fit there
})

test('a week is written by hand, a session of it written anew; a goal is set, said how it stands, and the year cut into a program', async ({
  page,
  lifter,
}) => {
  await lifter.signsUp(page)
  await page.goto('/programs/by-hand')
  await page.getByLabel('Name of the program').fill('My own')
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeDisabled() // nothing is in it
  await page.getByRole('button', { name: 'Add to Main' }).click()
  await page.getByRole('searchbox').fill('Bench Press (Barbell)')
  await picks(page, 'Bench Press (Barbell)')
  await page.getByLabel('Sets', { exact: true }).fill('4')
  await page.getByLabel('Reps from').fill('5')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My own' })).toBeVisible()
  await expect(page.getByText(/4 sets × 5–10/).first()).toBeVisible()

  await page.getByRole('button', { name: 'Write a session by hand' }).click()
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Session 1/ })
    .first()
    .click()
  await page.getByLabel('Name of the session').fill('Bench day')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep this session' }).click()
  await expect(page.getByText(/Bench day/).first()).toBeVisible()

  await page.goto('/goals')
  await page.getByRole('button', { name: 'Set a goal' }).last().click()
  await page.getByLabel('In your words').fill('Squat 140 kg')
  await page.getByLabel('From').fill('100')
  await page.getByLabel('To reach').fill('140')
  await page.getByLabel('Unit').fill('kg')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByRole('link', { name: /Squat 140 kg/ }).click()
  await page.getByLabel('Value now (kg)').fill('110')
  await page.getByRole('button', { name: 'Say it', exact: true }).click()
  await expect(page.getByText('25% of the way')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.goto('/goals/year')
  expect(await axeFaults(page)).toEqual([])
  await page
    .getByRole('button', { name: /^Make this program: / })
    .first()
    .click()
  await page.getByRole('button', { name: 'The rest as usual' }).click()
  await expect(page.getByRole('button', { name: 'Make it' })).toBeEnabled()
})
