import type { BrowserContext, Page } from '@playwright/test'
import { expect, isReadyForTheGym, logs, startsWith, test } from './product.ts'

/** What the lifter sees among the notifications of the phone. */
const shown = (page: Page) =>
  page.evaluate(async () =>
    (await (await navigator.serviceWorker.ready).getNotifications({ tag: 'rest' })).map(({ title, body, silent }) => ({
      title,
      body,
      silent,
    })),
  )

/** The phone shows another app: no browser of tests hides a page by itself. */
const isPutAway = (page: Page, isAway: boolean) =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isAway ? 'hidden' : 'visible',
  )

/** Presses a button of the notification; undefined: the notification itself. */
async function presses(context: BrowserContext, action: string) {
  const [worker] = context.serviceWorkers()
  await worker!.evaluate(async (pressed) => {
    const scope = globalThis as unknown as ServiceWorkerGlobalScope
    const [notification] = await scope.registration.getNotifications({ tag: 'rest' })
    scope.dispatchEvent(new NotificationEvent('notificationclick', { notification: notification!, action: pressed }))
  }, action)
}

const rest = (page: Page) => page.getByRole('region', { name: 'Rest' })
async function left(page: Page) {
  const [minutes, seconds] = (await rest(page).getByRole('timer').innerText()).split(':').map(Number)
  return minutes! * 60 + seconds!
}

/** When the rest ends, as the service worker knows it. */
const keptEnd = (page: Page) =>
  page.evaluate(async () => {
    const kept = (await (await (await caches.open('kept-rest')).match('/kept-rest'))?.json()) as { endsAt?: number } | undefined
    return kept?.endsAt ?? Infinity
  })

/** Shortens the rest to half a minute or less. Not to none: one that is ended by a press rings nobody. */
async function isSoonOver(page: Page) {
  for (let i = 0; i < 30 && (await left(page)) > 30; i++) await rest(page).getByRole('button', { name: '15 seconds less' }).click()
}

test('where the lifter refuses notifications, the app says what it cannot do and goes on', async ({ page, context, lifter }) => {
  await context.clearPermissions()
  await lifter.signsUp(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('switch', { name: 'Alert me when rest is over' })).toBeChecked()
  await expect(page.getByText('With the phone locked this browser cannot ring; keep the screen on.')).toBeVisible()
  await page.goto('/today')
  await startsWith(page, 'Bench Press (Barbell)')
  await logs(page, '60', '8')
  await rest(page).getByRole('button', { name: 'Do not alert me' }).click()
  await rest(page).getByRole('button', { name: 'Alert me when rest is over' }).click()
  await expect(rest(page)).toBeVisible()
})

test('a browser whose push service cannot be reached is said not to ring, and the rest is shown and rung by the app put away', async ({
  page,
  context,
  lifter,
}) => {
  await context.grantPermissions(['notifications'])
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  const asked = page.waitForRequest('**/v1/push/key')
  await logs(page, '60', '8')
  await asked // the subscription is tried, and this browser has nobody to subscribe with

  await isPutAway(page, true)
  await expect.poll(() => shown(page)).toMatchObject([{ title: /^Rest until/, silent: true }])
  const before = await keptEnd(page)
  await presses(context, 'more')
  await expect.poll(() => keptEnd(page)).toBe(before + 15_000)

  await isSoonOver(page)
  await expect.poll(() => shown(page)).toMatchObject([{ title: 'Rest is over', silent: false }])
  await isPutAway(page, false)
  await expect.poll(() => shown(page)).toEqual([])

  await page.goto('/settings')
  await expect(page.getByText('With the phone locked this browser cannot ring; keep the screen on.')).toBeVisible()
})

test('a push that comes while no page is open is shown, and what is pressed on it is there when the app opens', async ({
  page,
  context,
  lifter,
}) => {
  await context.grantPermissions(['notifications'])
  await lifter.signsUp(page)
  await startsWith(page, 'Bench Press (Barbell)')
  await isReadyForTheGym(page)
  await logs(page, '60', '8')
  const workout = page.url()
  await isSoonOver(page)
  await expect.poll(async () => (await keptEnd(page)) - Date.now()).toBeLessThan(31_000)

  await page.goto('about:blank')
  const [worker] = context.serviceWorkers()
  await worker!.evaluate(() => (globalThis as unknown as ServiceWorkerGlobalScope).dispatchEvent(new PushEvent('push')))
  const titles = () =>
    worker!.evaluate(async () =>
      (await (globalThis as unknown as ServiceWorkerGlobalScope).registration.getNotifications({ tag: 'rest' })).map(({ title }) => title),
    )
  await expect.poll(titles).toEqual(['Rest is over'])
  await presses(context, 'done')
  await expect.poll(titles).toEqual([])
  await page.goto(workout)
  await expect(page.getByRole('button', { name: /^Done: / })).toBeVisible()
  await expect(rest(page)).toBeHidden()
})
