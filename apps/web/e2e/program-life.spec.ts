import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, isReadyForTheGym, type Lifter, test } from './product.ts'

const asked = {
  goals: [
    { goal: 'strength', weight: 6 },
    { goal: 'hypertrophy', weight: 4 },
  ],
  daysPerWeek: 3,
  weeks: 8,
  minutes: 60,
  experience: 'intermediate',
  gym: 'full',
  seed: 3,
}

interface Program {
  readonly id: string
  readonly weeks: readonly { readonly days: readonly { readonly minutes: number; readonly sections: Record<string, unknown> }[] }[]
}

/** A program of three full-body sessions a week, begun; made elsewhere. */
async function begins(lifter: Lifter, startsOn?: string): Promise<Program> {
  const program = await lifter.asks<Program>('POST', '/v1/programs', asked)
  await lifter.asks('PUT', `/v1/programs/${program.id}/enrolment`, startsOn === undefined ? {} : { startsOn })
  return program
}

const now = (lifter: Lifter, { id }: Program) => lifter.asks<Program>('GET', `/v1/programs/${id}`)
const orderOnServer = async (lifter: Lifter, { id }: Program) =>
  (await lifter.asks<{ items: { session: number }[] }>('GET', `/v1/programs/${id}/agenda`)).items.map(({ session }) => session)

const panel = (page: Page) => page.getByRole('dialog').last()
const decide = (page: Page) => panel(page).getByRole('button', { name: 'Do it' })

test('a session is read with its reasons, a movement is swapped after what it would do is seen, and undo brings back every byte', async ({
  page,
  lifter,
}) => {
  test.setTimeout(120_000)
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  const program = await begins(lifter)
  await page.goto(`/programs/${program.id}`)
  await page.getByRole('link', { name: /^1\. Full body A.*Open$/ }).click()
  await expect(page.getByRole('heading', { name: 'Warm-up' })).toBeVisible()
  const main = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Main' }) })
  await expect(main.getByRole('listitem').first()).toContainText(/\d × \d+–\d+ reps · RIR \d · Rest \d:\d\d/)
  await expect(main.getByRole('listitem').first()).toContainText('What the session is built around: squat.')
  expect(await axeFaults(page)).toEqual([])

  await main
    .getByRole('button', { name: /^Swap / })
    .first()
    .click()
  await panel(page).getByRole('searchbox').fill('Front Squat (Barbell)')
  await panel(page)
    .getByRole('button', { name: /^Front Squat \(Barbell\)/ })
    .click()
  await expect(panel(page).getByRole('heading', { name: 'Front Squat (Barbell) instead of Squat (Barbell)' })).toBeVisible()
  await panel(page).getByText('In all sessions to come').click()
  await expect(panel(page).getByText(/^Sessions 1, /)).toBeVisible()
  expect(await now(lifter, program)).toEqual(expect.objectContaining({ weeks: program.weeks })) // asked, and nothing kept
  expect(await axeFaults(page)).toEqual([])
  await panel(page).getByLabel('Why? (optional)').fill('My back likes it better')
  await decide(page).click()
  await expect(main).toContainText('Front Squat (Barbell)')
  expect(JSON.stringify((await now(lifter, program)).weeks)).not.toContain('"movement":"Squat (Barbell)"')

  await page.goto(`/programs/${program.id}/changes`)
  await expect(page.getByText('Your note: My back likes it better')).toBeVisible()
  await page.getByText('Line by line').click()
  await expect(page.locator('main').getByRole('listitem').first()).toHaveText('Front Squat (Barbell) instead of Squat (Barbell)')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone. The program is as it was before.')).toBeVisible()
  await expect(page.getByText('undone', { exact: true })).toBeVisible()
  expect(JSON.stringify((await now(lifter, program)).weeks)).toBe(JSON.stringify(program.weeks))

  await page.goto(`/programs/${program.id}`)
  await page.getByRole('button', { name: 'Make it again' }).click()
  await panel(page).getByText('From a week on').click()
  await panel(page).getByLabel('From which week?').selectOption('Week 8')
  await expect(panel(page).getByText('3 sessions are planned anew, with other movements where it can be.')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await panel(page).getByRole('button', { name: 'Make it again now' }).click()
  await expect(page.getByText('Made again. What was done stays.')).toBeVisible()
  const again = await now(lifter, program)
  expect(again.weeks.slice(0, 7)).toEqual(program.weeks.slice(0, 7))
  expect(again.weeks[7]).not.toEqual(program.weeks[7])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => JSON.stringify((await now(lifter, program)).weeks)).toBe(JSON.stringify(program.weeks))
})

test('with thirty-five minutes the session is shown shorter before it is accepted, and the phone starts the shorter one', async ({
  page,
  lifter,
}) => {
  test.setTimeout(120_000)
  await lifter.signsUp(page)
  await isReadyForTheGym(page)
  const program = await begins(lifter)
  await page.goto('/today')
  await expect(page.locator('main')).not.toContainText('0 sets') // its warm-up drills are told by their rounds
  await page.getByRole('link', { name: 'Open in the program' }).click()
  await page.getByRole('button', { name: 'I have less time' }).click()
  await expect(panel(page).getByLabel('Minutes', { exact: true })).toHaveValue('35')
  await expect(panel(page).getByText(/^61 min → 3[0-7] min$/)).toBeVisible()
  await expect(
    panel(page)
      .getByText(/ goes: 1 set$/)
      .first(),
  ).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await panel(page).getByLabel('Minutes', { exact: true }).fill('500')
  await expect(panel(page).getByText('Say a whole number of minutes from 5 to 240.')).toBeVisible()
  await expect(decide(page)).toBeHidden()
  await panel(page).getByLabel('Minutes', { exact: true }).fill('90')
  await expect(panel(page).getByText('The session fits into that time as it is. Nothing has to go.')).toBeVisible()
  await panel(page).getByLabel('Minutes', { exact: true }).fill('35')
  await decide(page).click()
  await expect(page.locator('main')).toContainText(/· 3\d min/)
  const { minutes } = (await now(lifter, program)).weeks[0]!.days[0]!
  expect(minutes).toBeLessThanOrEqual(37)

  await page.getByRole('button', { name: 'Start this session' }).click()
  await page.waitForURL(/workout/)
  await page.goto(`/programs/${program.id}/sessions/2`)
  await expect(page.getByText('Another workout is under way.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Go on with the workout' })).toBeVisible()
})

test('a missed day is told; a session is moved by keys, by menu and by hand, rests, is left out and taken back, each seen first', async ({
  page,
  lifter,
}) => {
  test.setTimeout(180_000)
  await lifter.signsUp(page)
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  const program = await begins(lifter, twoDaysAgo)
  await page.goto(`/programs/${program.id}`)
  await expect(page.getByText('2 days late.')).toBeVisible()
  await page.getByRole('link', { name: 'Order and days' }).click()
  await expect(page.getByText('2 days late')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  const third = page.getByRole('button', { name: /^Move 3\. / })
  await third.focus()
  await page.keyboard.press('ArrowUp')
  await expect(panel(page).getByText('Comes before 2. Full body B')).toBeVisible()
  await expect(panel(page).getByRole('heading', { name: 'New days' })).toBeVisible()
  await expect(panel(page).getByText('Hard sets a week per muscle stay as they are.')).toBeVisible()
  expect((await orderOnServer(lifter, program)).slice(0, 3)).toEqual([1, 2, 3])
  await decide(page).click()
  await expect.poll(async () => (await orderOnServer(lifter, program)).slice(0, 3)).toEqual([1, 3, 2])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await orderOnServer(lifter, program)).slice(0, 3)).toEqual([1, 2, 3])

  await page.getByRole('button', { name: 'Change 1. Full body A' }).click()
  await panel(page).getByRole('button', { name: 'One place later' }).click()
  await decide(page).click()
  await expect.poll(async () => (await orderOnServer(lifter, program)).slice(0, 3)).toEqual([2, 1, 3])

  const [from, to] = [(await third.boundingBox())!, (await page.getByRole('button', { name: /^Move 2\. / }).boundingBox())!]
  await page.mouse.move(from.x + 20, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(to.x + 20, to.y + 40, { steps: 5 })
  await page.mouse.move(to.x + 20, to.y + 5)
  await page.mouse.up()
  await expect(panel(page).getByText('Comes before 2. Full body B')).toBeVisible()
  await decide(page).click()
  await expect.poll(async () => (await orderOnServer(lifter, program)).slice(0, 3)).toEqual([3, 2, 1])

  await page.getByRole('button', { name: 'Change 2. Full body B' }).click()
  await panel(page).getByRole('button', { name: 'Leave out' }).click()
  await expect(panel(page).getByText('Hard sets a week', { exact: true })).toBeVisible()
  await decide(page).click()
  await expect(page.getByText(/^Left out · /)).toBeVisible()
  await page.getByRole('button', { name: 'Change 2. Full body B' }).click()
  await panel(page).getByRole('button', { name: 'Take back in' }).click()
  await decide(page).click()
  await expect(page.getByText(/^Left out · /)).toBeHidden()

  await page.getByRole('button', { name: 'Change 2. Full body B' }).click()
  await panel(page).getByRole('button', { name: 'Rest before it' }).click()
  await decide(page).click()
  await expect(page.getByText(/1 day of rest before$/)).toBeVisible()
})
