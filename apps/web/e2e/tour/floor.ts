import { adds, button, closed, dialog, go, type Guide, panel, picks, signsUp } from './guide.ts'

const WORKOUT = '/workout/$workoutId'

/** The workout: sets of every shape, its panels, supersets, circuits, its end, and what the server refused. */
export const floor: Readonly<Record<string, (guide: Guide, email: string) => Promise<void>>> = {
  async workout(guide, email) {
    const { page, word, like } = guide
    await begins(guide, email)
    await guide.see('workout-empty', WORKOUT)
    await panel(guide, button(guide, 'Add a movement'), 'workout-add', WORKOUT, () => picks(guide, 'Bench Press (Barbell)'))
    await log(guide).waitFor()
    await guide.see('set-first', WORKOUT)
    for (const [load, reps] of [['82.5', '8'], ['82.5', '7']] as const) await logs(guide, load, reps) // prettier-ignore
    await guide.see('set-resting', WORKOUT)
    for (const [english, name] of [
      ['Why', 'why'],
      ['Options', 'options'],
      ['History of this movement', 'movement-history'],
      ['Finish', 'finish'],
    ] as const)
      // prettier-ignore
      await panel(guide, button(guide, english), name, WORKOUT)
    await panel(guide, page.getByTestId('set-done').first(), 'set-edit', WORKOUT)
    await panel(guide, page.getByRole('button', { name: like('Kind of set {label}') }).last(), 'set-kind', WORKOUT)
    await panel(guide, button(guide, 'Swap for another movement'), 'swap', WORKOUT)
    await page.getByRole('textbox').first().fill('9999')
    await guide.see('set-fault', WORKOUT)
    await page.getByRole('textbox').first().fill('83')
    await guide.see('set-not-loadable', WORKOUT)
    await adds(guide, 'Pull Up')
    await adds(guide, 'Plank')
    await guide.see('set-hold', WORKOUT)
    await page.getByRole('button', { name: word('Movements of this workout') }).click()
    await page
      .getByRole('button', { name: like('Superset: {name} and the next movement') })
      .first()
      .click()
    await guide.see('superset-plan', WORKOUT)
    await closed(guide)
    await page.locator('main ol').first().locator('button').first().click()
    await guide.see('superset', WORKOUT)
    await button(guide, 'Finish').click()
    await dialog(guide).getByRole('radio').nth(7).check()
    await guide.see('finish-said', WORKOUT)
    await dialog(guide).locator('button[type=submit]').click()
    await button(guide, 'Reopen').waitFor()
    await guide.see('finished', WORKOUT)
  },

  async kinds(guide, email) {
    const { page, like } = guide
    await begins(guide, email)
    await adds(guide, 'Bench Press (Barbell)')
    await log(guide).waitFor()
    await page
      .getByRole('button', { name: like('Kind of set {label}') })
      .first()
      .click()
    await dialog(guide).getByRole('radio').nth(5).click()
    await dialog(guide).waitFor({ state: 'hidden' })
    await logs(guide, '80', '8')
    await button(guide, 'Set is over').waitFor()
    await guide.see('set-goes-on', WORKOUT)
    await button(guide, 'Set is over').click()
    await adds(guide, 'Split Squat (Dumbbell)')
    await log(guide).waitFor()
    await guide.see('set-per-side', WORKOUT)
    await button(guide, 'Finish').click()
    await guide.see('finish-unfinished', WORKOUT)
    await closed(guide)
    await go(guide, '/today')
    await guide.see('today-under-way', '/today')
  },

  async circuit(guide, email) {
    const { page, like } = guide
    await begins(guide, email)
    await adds(guide, 'Kettlebell Swing')
    await button(guide, 'Options').click()
    await panel(guide, button(guide, 'Interval timer'), 'interval', WORKOUT, async (sheet) => {
      await sheet.getByRole('textbox').nth(0).fill('2')
      await sheet.getByRole('textbox').nth(1).fill('3')
      await sheet.locator('button[type=submit], button.min-h-14').last().click()
      await sheet.waitFor({ state: 'hidden' })
    })
    await button(guide, 'Leave the circuit').waitFor()
    await guide.see('circuit-ready', WORKOUT)
    await page.locator('main button.min-h-14').last().click()
    await guide.see('circuit-running', WORKOUT)
    await button(guide, 'Keep it').waitFor({ timeout: 30_000 })
    await guide.see('circuit-over', WORKOUT)
    await button(guide, 'Keep it').click()
    await go(guide, '/library/circuits')
    await page
      .getByRole('button', { name: like('Start') })
      .or(page.getByRole('button', { name: /:/ }))
      .first()
      .click()
    await page.waitForURL(/workout/)
    await button(guide, 'Leave the circuit').waitFor()
    await guide.see('circuit-stations', WORKOUT)
  },

  async refused(guide, email) {
    const { page, word } = guide
    await begins(guide, email)
    await adds(guide, 'Bench Press (Barbell)')
    await log(guide).waitFor()
    await page.locator('[data-unsynced="0"]').waitFor()
    await page.context().route(/\/v1\/sync$/, async (route) => {
      const body = route.request().postDataJSON() as { ops: { entity: string; fields: Record<string, unknown> }[] }
      for (const { entity, fields } of body.ops) if (entity === 'set') fields['loadKg'] = 1700
      await route.continue({ postData: body })
    })
    await logs(guide, '80', '8')
    await page.locator('[data-unsynced="0"].text-danger').waitFor()
    await page.context().unroute(/\/v1\/sync$/)
    await page.locator('[data-unsynced]').first().click()
    await dialog(guide)
      .getByRole('button', { name: word('Mend'), exact: true })
      .waitFor()
    await guide.see('refused', WORKOUT)
    await dialog(guide)
      .getByRole('button', { name: word('Mend'), exact: true })
      .click()
    await guide.see('refused-mend', WORKOUT)
    await closed(guide)
    await page.context().setOffline(true)
    await logs(guide, '80', '7')
    await guide.see('set-offline', WORKOUT)
    await page.locator('[data-unsynced]').first().click()
    await dialog(guide).waitFor()
    await guide.see('sync-offline', WORKOUT)
    await closed(guide)
    await go(guide, '/settings')
    await panel(guide, button(guide, 'Sign out'), 'sign-out', '/settings')
    await page.context().setOffline(false)
  },
}

async function begins(guide: Guide, email: string) {
  await signsUp(guide, email)
  await button(guide, 'Start an empty workout').click()
  await guide.page.waitForURL(/workout/)
}

/** The big button with what would be logged on it. */
const log = ({ page, like }: Guide) => page.getByRole('button', { name: like('Done: {what}') })

async function logs(guide: Guide, load: string, reps: string) {
  const { page } = guide
  const done = await page.getByTestId('set-done').count()
  await page
    .locator('section input')
    .nth(0)
    .fill(guide.word('Today') === 'Today' ? load : load.replace('.', ','))
  await page.locator('section input').nth(1).fill(reps)
  await log(guide).click()
  await page.locator(`[data-testid=set-done][data-saved=true] >> nth=${done}`).waitFor()
}
