import type { Lifter } from './product.ts'
import { done, expect, isReadyForTheGym, keptOn, logs, startsWith, test } from './product.ts'
import type { BrowserContext, Page } from '@playwright/test'

const movement = 'Bench Press (Barbell)'
const asksAgain = (page: Page) => page.getByText('The server asks for your password again')
const signsIn = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true })

const endsAllOthers = async (lifter: Lifter) => (await lifter.device())('DELETE', '/v1/auth/sessions')

/** The phone hears of the server again, as when the lifter comes out of a cellar. */
async function comesOut(context: BrowserContext) {
  await context.setOffline(true)
  await context.setOffline(false)
}

test('a phone that was signed out from elsewhere forgets the log that the server has, and says so', async ({ page, context, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, movement)
  await logs(page, '60', '8')
  await isReadyForTheGym(page)
  await endsAllOthers(lifter)
  await comesOut(context)
  await expect(signsIn(page)).toBeVisible()
  await expect(page.getByText('This device was signed out from elsewhere')).toBeVisible()
  await expect.poll(() => keptOn(page)).toEqual(['gymgenius-phone'])

  await lifter.says(page, 'Sign in')
  await expect(done(page)).toHaveText([/60 kg × 8/]) // it comes back from the server
})

test('who is signing in while the phone makes way comes in', async ({ page, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, movement)
  await logs(page, '60', '8')
  await isReadyForTheGym(page)
  await endsAllOthers(lifter)
  const [pressed, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route('**/v1/auth/refresh', async (route) => {
    await pressed.promise
    await route.continue()
  })
  await page.route('**/v1/auth/login', async (route) => {
    pressed.resolve()
    await gone.promise
    await route.continue()
  })
  await page.goto('/sign-in')
  await lifter.says(page, 'Sign in')
  await expect(page.getByText('This device was signed out from elsewhere')).toBeVisible()
  await expect.poll(() => keptOn(page)).toEqual(['gymgenius-phone'])
  gone.resolve()
  await page.waitForURL(/today/)
})

test('one set that has not arrived keeps the log on the phone, the sign-in screen says so, and signing in sends it', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await startsWith(page, movement)
  await isReadyForTheGym(page)
  await context.setOffline(true)
  await logs(page, '60', '8')
  await endsAllOthers(lifter)
  await context.setOffline(false)
  await expect(asksAgain(page)).toBeVisible()
  await logs(page, '60', '7') // logging goes on
  await expect(done(page)).toHaveCount(2)
  await page.reload()
  await expect(asksAgain(page)).toBeVisible()
  await expect(done(page)).toHaveCount(2)

  await page.getByRole('link', { name: 'Sign in again' }).click()
  await expect(page.getByText(/\d changes have not reached the server/)).toBeVisible()
  await lifter.says(page, 'Sign in')
  await expect.poll(async () => (await lifter.setsOnServer()).map(({ reps }) => reps)).toEqual([8, 7])
})

test('while a second tab is open nothing is forgotten, and once it is closed the log goes', async ({ page, context, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, movement)
  await logs(page, '60', '8')
  await isReadyForTheGym(page)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(done(other)).toHaveCount(1)
  await endsAllOthers(lifter)
  await comesOut(context)
  for (const tab of [page, other]) await expect(asksAgain(tab)).toBeVisible()
  for (const tab of [page, other]) await expect(done(tab)).toHaveCount(1)
  await other.close()
  await comesOut(context)
  await expect(signsIn(page)).toBeVisible()
  await expect.poll(() => keptOn(page)).toEqual(['gymgenius-phone'])
})

test('a token that is not known, a server that is busy, and no server at all make the phone forget nothing', async ({
  page,
  context,
  lifter,
}) => {
  await lifter.signsUp(page)
  await startsWith(page, movement)
  await logs(page, '60', '8')
  await isReadyForTheGym(page)
  const busy = { code: 'server.busy', title: 'Busy', status: 503, facts: { retryAfter: 1 } }
  const refresh = '**/v1/auth/refresh'
  let asked = 0
  for (const answer of ['busy', 'away'] as const) {
    await page.route(refresh, (route) => {
      asked++
      return answer === 'away' ? route.abort() : route.fulfill({ status: 503, json: busy })
    })
    await page.reload()
    await expect.poll(() => asked).toBeGreaterThan(0)
    await expect(done(page)).toHaveCount(1)
    await page.unroute(refresh)
    asked = 0
  }
  await context.clearCookies()
  await page.reload()
  await expect(asksAgain(page)).toBeVisible()
  await expect(done(page)).toHaveCount(1)
})

test('a password that was changed elsewhere is asked for, and nothing is forgotten', async ({ page, context, lifter }) => {
  await lifter.signsUp(page)
  await startsWith(page, movement)
  await logs(page, '60', '8')
  await isReadyForTheGym(page)
  await (
    await lifter.device()
  )('POST', '/v1/auth/password', {
    currentPassword: 'a long enough password',
    newPassword: 'another long enough password',
  })
  await comesOut(context)
  await expect(asksAgain(page)).toBeVisible()
  await expect(done(page)).toHaveCount(1)
})
