import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { anotherDevice, day, type Program } from './lived-program.ts'
import { expect, isReadyForTheGym, logs, test } from './product.ts'

const asked = {
  goals: [
    { goal: 'strength', weight: 6 },
    { goal: 'hypertrophy', weight: 4 },
  ],
  daysPerWeek: 3,
  minutes: 60,
  experience: 'novice',
  gym: 'full',
  seed: 3,
}

/** Of each of the three lifts of the first day: enough for the session to count as done. */
const SETS = 4
const panel = (page: Page) => page.getByRole('dialog').last()

test('a lighter week is suggested when strength falls; it is accepted, taken back to the byte, and later declined', async ({
  page,
  lifter,
}) => {
  test.setTimeout(240_000)
  await lifter.signsUp(page)
  const program = await lifter.asks<Program>('POST', '/v1/programs', { ...asked, weeks: 10 })
  await lifter.asks('PUT', `/v1/programs/${program.id}/enrolment`, { startsOn: day(34) })
  const { trains, proposals, weeks } = await anotherDevice(lifter, program)
  const isSuggested = () => expect.poll(proposals).toBe(1)
  for (let session = 1; session <= 13; session++) await trains(session, 33 - 2 * session, { loadKg: 60, reps: 8, rir: 2 })
  for (let session = 14; session <= 16; session++) await trains(session, 33 - 2 * session, { loadKg: 50, reps: 4, rir: 0 })
  await isSuggested()
  const before = await weeks()

  await page.goto(`/programs/${program.id}`)
  await expect(page.getByText('1 suggestion waits for your answer')).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Week 6 · / })).toBeVisible() // the week that is trained
  await page.getByRole('link', { name: 'Look at it' }).click()
  await expect(page.getByRole('heading', { name: 'A lighter week' })).toBeVisible()
  await expect(page.getByText(/^Your main lifts are \d+(\.\d)? % weaker than in the weeks before\.$/)).toBeVisible()
  await expect(page.getByText('Waiting for your answer')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  expect(await weeks()).toBe(before) // it only asks
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByText('Accepted. The program is changed.')).toBeVisible()
  await expect(page.getByText('in the program', { exact: true })).toBeVisible()
  expect(await weeks()).not.toBe(before)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('undone', { exact: true })).toBeVisible()
  expect(await weeks()).toBe(before)

  await trains(17, 0, { loadKg: 50, reps: 4, rir: 0 })
  await isSuggested()
  const then = await weeks()
  await page.reload()
  await page.getByRole('button', { name: 'Decline' }).click()
  await expect(page.getByText('Declined. Nothing changed, and it will not be suggested again for a week.')).toBeVisible()
  await expect(page.getByText('declined', { exact: true })).toBeVisible()
  await page.goto(`/programs/${program.id}`)
  await expect(page.getByText(/17 of \d+ sessions done/)).toBeVisible()
  await expect(page.getByText('suggestion waits')).toBeHidden()
  expect(await weeks()).toBe(then)
})

test('two sessions become one: what it holds, what goes and which is left out are seen first, and it can be taken back', async ({
  page,
  lifter,
}) => {
  test.setTimeout(120_000)
  await lifter.signsUp(page)
  const program = await lifter.asks<Program>('POST', '/v1/programs', { ...asked, weeks: 8 })
  await lifter.asks('PUT', `/v1/programs/${program.id}/enrolment`, {})
  const { status, weeks } = await anotherDevice(lifter, program)
  const before = await weeks()
  await page.goto(`/programs/${program.id}/sessions/1`)
  await page.getByRole('button', { name: 'Change this session' }).click()
  await panel(page).getByRole('button', { name: 'Merge with another session' }).click()
  await expect(panel(page).getByText('Both become one session; the other one is left out.')).toBeVisible()
  await panel(page).getByLabel('With which session?').selectOption('2')
  await expect(panel(page).getByText('Is left out')).toBeVisible()
  await expect(panel(page).getByText(/^In: /).first()).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  expect(await status(2)).toBe('planned')
  await panel(page).getByRole('button', { name: 'Do it' }).click()
  await expect(page.getByText('Done. The program is changed.')).toBeVisible()
  await expect.poll(() => status(2)).toBe('skipped')
  expect(await weeks()).not.toBe(before)

  await page.goto(`/programs/${program.id}/changes`)
  await expect(page.getByRole('heading', { name: 'Sessions 1 and 2 in one' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('undone', { exact: true })).toBeVisible()
  expect(await status(2)).toBe('planned')
  expect(await weeks()).toBe(before)
})

test('in a basement, from a cold start, a session opens with its reasons and is trained; with a network again the plan moves on', async ({
  page,
  context,
  lifter,
}) => {
  test.setTimeout(180_000)
  await lifter.signsUp(page)
  const program = await lifter.asks<Program>('POST', '/v1/schemes/five-by-five/start', { gym: 'full' })
  await page.goto(`/programs/${program.id}`)
  await page.getByRole('button', { name: 'Begin today' }).click()
  await expect(page.getByRole('button', { name: 'Put it down' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^1\. .*Open$/ })).toBeVisible()
  await page.goto('/today')
  await expect(page.getByRole('link', { name: 'Open in the program' })).toBeVisible()
  await isReadyForTheGym(page)
  await context.setOffline(true)
  await page.close()

  const basement = await context.newPage()
  await basement.goto('/')
  await basement.getByRole('link', { name: 'Open in the program' }).click()
  await expect(basement.getByText(/^No connection\. This is the session as it was here last/)).toBeVisible()
  const main = basement.locator('section').filter({ has: basement.getByRole('heading', { name: 'Main' }) })
  await expect(main.getByRole('listitem').first()).toContainText('The first time: from here it climbs.')
  expect(await axeFaults(basement)).toEqual([])
  await basement.getByRole('button', { name: 'Start this session' }).click()
  await basement.waitForURL(/workout/)
  const movements = basement.getByRole('navigation', { name: 'Movements of this workout' })
  for (const lift of ['Squat (Barbell)', 'Bench Press (Barbell)', 'Pendlay Row (Barbell)']) {
    await movements.getByRole('button', { name: lift }).click()
    await expect(basement.getByRole('heading', { level: 2, name: lift })).toBeVisible()
    for (let set = 1; set <= SETS; set++) await logs(basement, '40', '5')
  }
  await basement.getByRole('button', { name: 'Finish', exact: true }).click()
  await basement.getByRole('dialog').getByRole('button', { name: 'Finish' }).click()
  const { status } = await anotherDevice(lifter, program)
  expect(await status(1)).toBe('next')

  await context.setOffline(false)
  await expect.poll(() => status(1)).toBe('done')
  await basement.goto(`/programs/${program.id}`)
  await expect(basement.getByText(/1 of \d+ sessions done/)).toBeVisible()
  await expect(basement.getByRole('link', { name: /^2\. .*Open$/ })).toBeVisible()
})
