import { bringsHistory, button, closed, dialog, go, type Guide, keepButton, oldLog, panel, picks, signsUp } from './guide.ts'

/** All that is not the workout itself. Each begins with somebody who has just signed up. */
export const around: Readonly<Record<string, (guide: Guide, email: string) => Promise<void>>> = {
  async doors(guide) {
    await go(guide, '/sign-up')
    await guide.see('sign-up', '/sign-up')
    for (const path of ['/forgot-password', '/reset-password#made-up', '/confirm-email#made-up'] as const) {
      await go(guide, path)
      await guide.see(path.slice(1).split('#')[0]!, path.split('#')[0] as '/forgot-password')
    }
    await go(guide, '/sign-in')
    await guide.page.locator('input[type=email]').fill('nobody@example.test')
    await guide.page.locator('input[type=password]').fill('not the password')
    await guide.page.locator('button[type=submit]').click()
    await guide.page.getByRole('alert').first().waitFor()
    await guide.see('sign-in-refused', '/sign-in')
  },

  async beginning(guide, email) {
    await signsUp(guide, email)
    for (const path of ['/today', '/history', '/progress', '/progress/report', '/routines', '/gyms', '/body-weight'] as const) {
      await go(guide, path)
      await guide.see(`${path.slice(1).replace('/', '-')}-empty`, path)
    }
    await go(guide, '/nowhere/at/all')
    await guide.see('not-found', 'elsewhere')
  },

  async import(guide, email) {
    const { page } = guide
    await signsUp(guide, email)
    await go(guide, '/import')
    await guide.see('import', '/import')
    await page.locator('input[type=file]').setInputFiles(oldLog(500))
    await keepButton(page).waitFor()
    await guide.see('import-preview', '/import')
    await panel(guide, page.locator('main li button').first(), 'import-movement', '/import')
    await keepButton(page).click()
    await page.locator('main a[href="/progress/report"]').waitFor({ timeout: 60_000 })
    await guide.see('import-kept', '/import')
    await go(guide, '/import')
    await panel(guide, button(guide, 'Undo'), 'import-undo', '/import')
  },

  async report(guide, email) {
    await signsUp(guide, email)
    await bringsHistory(guide)
    await go(guide, '/progress/report')
    await button(guide, 'Share as a picture').waitFor({ timeout: 60_000 })
    await guide.see('report', '/progress/report')
    await panel(guide, button(guide, 'Share as a picture'), 'report-share', '/progress/report', async (sheet) => {
      for (const every of await sheet.getByRole('switch').all()) await every.check()
      await guide.see('report-share-all', '/progress/report')
    })
    await go(guide, '/progress')
    await guide.page.locator('main a[href^="/progress/0"]').first().waitFor()
    await guide.see('progress', '/progress')
    await guide.page.locator('main a[href^="/progress/0"]').first().click()
    await guide.page.waitForURL(/progress\/0/)
    await guide.see('progress-movement', '/progress/$movementId')
  },

  async programs(guide, email) {
    const { page } = guide
    await signsUp(guide, email)
    await go(guide, '/programs')
    await button(guide, 'Make a program').waitFor()
    await guide.see('programs-empty', '/programs')
    await go(guide, '/programs/new')
    await button(guide, 'Next').waitFor()
    await guide.see('program-new', '/programs/new')
    await go(guide, '/programs/new/check')
    await button(guide, 'Make it').click()
    await page.waitForURL(/programs\/0/)
    await button(guide, 'Begin today').click()
    await button(guide, 'Put it down').waitFor()
    await page.locator('main a[href*="/sessions/"]').first().waitFor()
    await guide.see('program', '/programs/$programId')
    const address = new URL(page.url()).pathname
    await panel(guide, button(guide, 'What if …'), 'program-what-if', '/programs/$programId', () => button(guide, 'Do it').waitFor())
    await go(guide, `${address}/sessions/1`)
    await guide.see('program-session', '/programs/$programId/sessions/$session')
    await panel(guide, button(guide, 'Change this session'), 'program-session-change', '/programs/$programId/sessions/$session')
    await panel(guide, button(guide, 'I have less time'), 'program-less-time', '/programs/$programId/sessions/$session', async (sheet) => {
      await button(guide, 'Do it', sheet).waitFor()
      await guide.see('program-less-time-told', '/programs/$programId/sessions/$session')
      await button(guide, 'Do it', sheet).click()
      await sheet.waitFor({ state: 'hidden' })
    })
    await go(guide, `${address}/order`)
    await guide.see('program-order', '/programs/$programId/order')
    await go(guide, `${address}/changes`)
    await page.locator('summary').first().click()
    await guide.see('program-changes', '/programs/$programId/changes')
    await go(guide, '/programs')
    await page.locator('main a[href^="/programs/0"]').first().waitFor()
    await guide.see('programs', '/programs')
  },

  async making(guide, email) {
    const { page } = guide
    await signsUp(guide, email)
    await go(guide, '/programs/new')
    for (const step of ['week', 'place', 'you', 'more', 'check']) {
      await button(guide, 'Next').click()
      await page.waitForURL(new RegExp(`new/${step}$`))
      await page.getByRole('heading', { level: 1 }).waitFor()
      await guide.see(`program-new-${step}`, '/programs/new/$step')
    }
    await button(guide, 'Make it').click()
    await page.waitForURL(/programs\/0/)
    await page.locator('main h2').first().waitFor()
    const made = new URL(page.url()).pathname
    await go(guide, '/programs/schemes')
    await page.locator('main a[href^="/programs/schemes/"]').first().click()
    await page.waitForURL(/schemes\/./)
    await button(guide, 'Take this program').waitFor()
    await guide.see('scheme', '/programs/schemes/$slug')
    await page.goBack()
    await page.locator('main a[href^="/programs/schemes/"]').first().waitFor()
    await guide.see('schemes', '/programs/schemes')
    await go(guide, '/programs/text')
    await button(guide, 'Begin with an example').click()
    await page.getByRole('textbox').fill('program: no more')
    await button(guide, 'Make a program of it').click()
    await page.getByRole('alert').first().waitFor()
    await guide.see('program-from-text', '/programs/text')
    await page.getByRole('textbox').fill('')
    await button(guide, 'Begin with an example').click()
    await button(guide, 'Make a program of it').click()
    await page.waitForURL(/programs\/0/)
    const other = new URL(page.url()).pathname.split('/').at(-1)!
    for (const place of ['text', 'print'] as const) {
      await go(guide, `${made}/${place}`)
      await page.locator('main textarea, main table').first().waitFor()
      await guide.see(`program-${place}`, `/programs/$programId/${place}`)
    }
    await go(guide, `${made}/hand/1`)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await guide.see('program-hand', '/programs/$programId/hand/$session')
    await go(guide, '/programs/by-hand')
    await button(guide, 'Add a session').click()
    await guide.see('program-by-hand', '/programs/by-hand')
    await go(guide, `${made}/compare/${other}`)
    await page.locator('main h2').first().waitFor()
    await guide.see('programs-compared', '/programs/$programId/compare/$otherId')
    await go(guide, made)
    await panel(guide, button(guide, 'Lay it beside another'), 'program-compare', '/programs/$programId')
    await button(guide, 'Share by a link').click()
    await button(guide, 'Make a link', dialog(guide)).click()
    const link = await dialog(guide).getByRole('textbox').inputValue()
    await guide.see('program-share', '/programs/$programId')
    await closed(guide)
    await go(guide, new URL(link).pathname)
    await page.locator('main h2').first().waitFor()
    await guide.see('program-shared', '/shared/programs/$token')
  },

  async goals(guide, email) {
    const { page, word } = guide
    await signsUp(guide, email)
    await go(guide, '/goals')
    await button(guide, 'Set a goal').waitFor()
    await guide.see('goals-empty', '/goals')
    await button(guide, 'Set a goal').click()
    await dialog(guide).getByLabel(word('In your words')).fill('Squat 140')
    await dialog(guide).getByLabel(word('To reach')).fill('140')
    await guide.see('goal-form', '/goals')
    await button(guide, 'Keep', dialog(guide)).click()
    await page.locator('main a[href^="/goals/0"]').first().waitFor()
    await guide.see('goals', '/goals')
    await page.locator('main a[href^="/goals/0"]').first().click()
    await page.waitForURL(/goals\/0/)
    await button(guide, 'Say it').waitFor()
    await guide.see('goal', '/goals/$goalId')
    await go(guide, '/goals/year')
    await page.locator('main h2').first().waitFor()
    await guide.see('year', '/goals/year')
  },

  async history(guide, email) {
    const { page } = guide
    await signsUp(guide, email)
    await bringsHistory(guide)
    await go(guide, '/history')
    await page.locator('main a[href^="/history/"]').first().waitFor()
    await panel(guide, button(guide, 'Log a past workout'), 'backfill', '/history')
    await panel(guide, button(guide, 'Log an activity'), 'activity', '/history', async (sheet) => {
      await sheet.getByRole('radio').last().check()
      await guide.see('activity-other', '/history')
      await sheet.getByRole('radio').first().check()
      await sheet.getByLabel(guide.word('Minutes')).fill('25')
      await sheet.getByLabel(guide.word('Kilometres')).fill('5')
      await sheet.locator('button[type=submit]').click()
      await sheet.waitFor({ state: 'hidden' })
    })
    await guide.see('history', '/history')
    await panel(guide, page.locator('main li button').first(), 'activity-edit', '/history')
    await page.locator('main a[href^="/history/"]').first().click()
    await page.waitForURL(/history\/./)
    await page.locator('main li button').first().waitFor()
    await guide.see('past-workout', '/history/$workoutId')
    await panel(guide, page.locator('main li button').first(), 'past-set', '/history/$workoutId')
    await panel(guide, button(guide, 'Edit workout'), 'past-workout-edit', '/history/$workoutId', async (sheet) => {
      await button(guide, 'Delete workout', sheet).click()
      await guide.see('past-workout-delete', '/history/$workoutId')
    })
  },

  async library(guide, email) {
    const { page, word } = guide
    await signsUp(guide, email)
    await go(guide, '/library')
    await page.locator('main a[href^="/library/0"]').first().waitFor()
    await guide.see('library', '/library')
    for (const [english, name] of [
      ['Muscles', 'muscles'],
      ['Equipment', 'equipment'],
      ['Pattern', 'pattern'],
      ['Discipline', 'discipline'],
    ] as const)
      // prettier-ignore
      await panel(guide, button(guide, english), `library-${name}`, '/library')
    await page.getByRole('searchbox').fill('zzzz')
    await page
      .getByText(word('No movement fits'))
      .or(page.getByText(word('None by that name')))
      .first()
      .waitFor()
    await guide.see('library-nothing', '/library')
    await page.getByRole('searchbox').fill('Bench Press (Barbell)')
    await page.waitForTimeout(300) // the list for the last letter has come
    await page.locator('main a[href^="/library/0"]').first().click()
    await page.waitForURL(/library\/0/)
    await page.getByRole('heading', { name: word('In its place') }).waitFor()
    await guide.see('movement', '/library/$movementId')
    await go(guide, '/library/circuits')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await guide.see('circuits', '/library/circuits')
    await go(guide, '/library/new')
    await button(guide, 'It is a variant of …').waitFor()
    await guide.see('own-new', '/library/new')
    await panel(guide, button(guide, 'It is a variant of …'), 'own-variant', '/library/new', () => picks(guide, 'Bench Press (Barbell)'))
    await page.getByLabel(word('Name'), { exact: true }).fill('Buckle-Bar Bench Press')
    await panel(guide, page.getByText(word('Choose'), { exact: true }).first(), 'own-muscles', '/library/new')
    await button(guide, 'Save').click()
    await page.waitForURL(/library\/(?!new)/)
    await page.getByRole('heading', { name: word('In its place') }).waitFor()
    await guide.see('own', '/library/$movementId')
    await page.getByRole('link', { name: word('Edit') }).click()
    await page.waitForURL(/edit$/)
    await guide.see('own-edit', '/library/$movementId/edit')
    await panel(guide, button(guide, 'Remove movement'), 'own-remove', '/library/$movementId/edit')
  },

  async routines(guide, email) {
    const { page } = guide
    await signsUp(guide, email)
    await bringsHistory(guide)
    await go(guide, '/routines')
    await button(guide, 'Keep').click()
    await page.locator('main a[href^="/routines/"]').first().waitFor()
    await guide.see('routines', '/routines')
    await page.locator('main a[href^="/routines/"]').first().click()
    await page.waitForURL(/routines\/./)
    await button(guide, 'Add a movement').waitFor()
    await page
      .getByRole('button', { name: guide.like('Superset: {name} and the next movement') })
      .first()
      .click()
    await guide.see('routine', '/routines/$routineId')
    await panel(
      guide,
      page.getByRole('button', { name: guide.like('Kind of set {label}') }).first(),
      'routine-kind',
      '/routines/$routineId',
    )
    await panel(guide, button(guide, 'Add a movement'), 'routine-add', '/routines/$routineId')
    await panel(guide, button(guide, 'Delete routine'), 'routine-delete', '/routines/$routineId')
  },

  async settings(guide, email) {
    await signsUp(guide, email)
    await go(guide, '/settings')
    await panel(guide, button(guide, 'Something hurts'), 'pain', '/settings', async (sheet) => {
      await sheet.locator('button[aria-pressed=false]').first().click()
      await sheet.getByRole('radio').nth(2).check()
      await button(guide, 'Heed it', sheet).click()
      await sheet.waitFor({ state: 'hidden' })
    })
    await guide.see('settings', '/settings')
    await panel(guide, button(guide, 'Change password'), 'password', '/settings')
  },

  async gyms(guide, email) {
    const { page } = guide
    await signsUp(guide, email)
    await go(guide, '/gyms')
    await panel(guide, button(guide, 'Add a gym'), 'gym-add', '/gyms', async (sheet) => {
      await sheet.locator('li button').nth(1).click()
      await page.waitForURL(/gyms\/./)
      await sheet.waitFor({ state: 'hidden' })
    })
    await button(guide, 'Add a stack').waitFor()
    await guide.see('gym', '/gyms/$gymId')
    await panel(guide, button(guide, 'Add a bar or a machine'), 'gym-bar', '/gyms/$gymId')
    await panel(guide, button(guide, 'Add a stack'), 'gym-stack', '/gyms/$gymId')
    await panel(guide, button(guide, 'Delete this gym'), 'gym-delete', '/gyms/$gymId')
    await go(guide, '/gyms')
    await button(guide, 'Add a gym').click()
    await dialog(guide).locator('li button').first().click()
    await page.waitForURL(/gyms\/./)
    await go(guide, '/gyms')
    await page.locator('main a[href^="/gyms/"]').nth(1).waitFor()
    await guide.see('gyms', '/gyms')
    await go(guide, '/today')
    await panel(guide, page.getByRole('button', { name: guide.like('At {name}') }), 'gym-choice', '/today')
  },

  async body(guide, email) {
    const { page } = guide
    await signsUp(guide, email)
    await go(guide, '/body-weight')
    for (const weight of ['81', '80', '82']) {
      await page.getByRole('textbox').fill(weight)
      await page.locator('button[type=submit]').click()
      await page.locator('main li').filter({ hasText: weight }).first().waitFor()
    }
    await page.getByRole('textbox').fill('5000')
    await guide.see('body-weight', '/body-weight')
  },

  async today(guide, email) {
    const { page } = guide
    await signsUp(guide, email)
    await bringsHistory(guide)
    await go(guide, '/routines')
    for (let kept = 1; kept <= 2; kept++) {
      await button(guide, 'Keep').click()
      await page.locator(`main a[href^="/routines/"] >> nth=${kept - 1}`).waitFor()
    }
    await go(guide, '/today')
    await button(guide, 'Check in').waitFor()
    await guide.see('today', '/today')
    await panel(guide, button(guide, 'Check in'), 'check-in', '/today', async (sheet) => {
      await sheet.getByRole('radio').nth(1).check()
      await sheet.getByRole('radio').nth(9).check()
      await sheet.locator('button[aria-pressed=false]').first().dblclick()
      await sheet.locator('button[aria-pressed=false]').nth(3).click()
      await guide.see('check-in-said', '/today')
      await button(guide, 'Something hurts', sheet).click()
      await page.getByRole('dialog').nth(1).waitFor()
      await guide.see('check-in-pain', '/today')
      await page.keyboard.press('Escape')
      await button(guide, 'Done', sheet).click()
      await sheet.waitFor({ state: 'hidden' })
    })
    await guide.see('today-checked-in', '/today')
    await panel(guide, button(guide, 'Another routine'), 'today-other', '/today')
    await panel(guide, page.locator('[data-unsynced]').first(), 'sync', '/today')
    await closed(guide)
    await button(guide, 'Start').click()
    await page.waitForURL(/workout/)
    const log = page.getByRole('button', { name: guide.like('Done: {what}') })
    await log.waitFor()
    await guide.see('set-planned', '/workout/$workoutId')
    await log.click()
    await page.locator('[data-testid=set-done][data-saved=true]').waitFor()
    await guide.see('set-planned-resting', '/workout/$workoutId')
  },
}
