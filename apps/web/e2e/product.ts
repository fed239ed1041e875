import { test as base, type Page } from '@playwright/test'
import { serveProduct, type Served } from '../../../tools/product.ts'

export { expect } from '@playwright/test'

/** A journey on the real product: one server for all of a worker's tests, an account of its own for each. */
export const test = base.extend<{ lifter: Lifter }, { product: Served }>({
  product: [
    async ({}, use) => {
      const product = await serveProduct()
      await use(product)
      await product.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ product }, use) => use(product.url),
  lifter: async ({ product }, use, info) => {
    const email = `${info.project.name}-${info.testId}-${info.retry}@example.test`
    await use(new Lifter(product.url, email))
  },
})

interface PlannedSet {
  readonly kind: 'working' | 'warm_up'
  readonly repLow: number
  readonly repHigh: number
  readonly rir?: number
  readonly restSeconds?: number
}

const PASSWORD = 'a long enough password'

/** Somebody with an account, and with their own eyes on what the server holds. */
export class Lifter {
  readonly email: string
  readonly #url: string

  constructor(url: string, email: string) {
    this.#url = url
    this.email = email
  }

  async signsUp(page: Page) {
    await page.goto(`${this.#url}/sign-up`)
    await page.getByLabel('E-mail').fill(this.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Create account' }).click()
    await page.waitForURL(/today/)
  }

  /** The same in whatever language the page speaks; `create` is what its button says. */
  async signsUpIn(page: Page, create: RegExp) {
    await page.goto(`${this.#url}/sign-up`)
    await page.locator('input[type=email]').fill(this.email)
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.getByRole('button', { name: create }).click()
    await page.waitForURL(/today/)
  }

  async signsIn(page: Page) {
    await page.getByLabel('E-mail').fill(this.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/today/)
  }

  /** Every set that the server holds, in order. */
  async settingsOnServer() {
    return this.#json<{ readonly unit: string }>('/v1/settings', { headers: await this.#signedIn() })
  }

  async setsOnServer(): Promise<readonly { readonly id: string; readonly loadKg: number; readonly reps: number }[]> {
    const headers = await this.#signedIn()
    const { items } = await this.#json<{ items: readonly { readonly id: string }[] }>('/v1/workouts', { headers })
    const workouts = await Promise.all(
      items.map(({ id }) => this.#json<{ sets: { id: string; loadKg: number; reps: number }[] }>(`/v1/workouts/${id}`, { headers })),
    )
    return workouts.flatMap(({ sets }) => sets)
  }

  async workoutsOnServer() {
    return (await this.#json<{ items: readonly { readonly sessionRpe?: number }[] }>('/v1/workouts', { headers: await this.#signedIn() }))
      .items
  }

  /** What was noted beside sets. */
  async diaryOnServer() {
    type Export = { readonly diary: { readonly entries: readonly { readonly kind: string }[] } }
    return (await this.#json<Export>('/v1/export', { headers: await this.#signedIn() })).diary.entries
  }

  /** The load that the server advises for the first set of a movement. */
  async isAdvised(movement: string): Promise<number> {
    const headers = { ...(await this.#signedIn()), 'content-type': 'application/json' }
    const found = await this.#json<{ items: readonly { id: string }[] }>(`/v1/movements?q=${encodeURIComponent(movement)}`, { headers })
    const body = JSON.stringify({ movementId: found.items[0]!.id, setNumber: 1 })
    return (await this.#json<{ loadKg: number }>('/v1/recommendations', { method: 'POST', headers, body })).loadKg
  }

  /** A routine of one movement, made elsewhere. */
  async makesRoutine(name: string, movement: string, sets: readonly PlannedSet[]): Promise<string> {
    const headers = { ...(await this.#signedIn()), 'content-type': 'application/json' }
    const found = await this.#json<{ items: readonly { id: string }[] }>(`/v1/movements?q=${encodeURIComponent(movement)}`, { headers })
    const body = JSON.stringify({ name, items: [{ movementId: found.items[0]!.id, sets }] })
    return (await this.#json<{ id: string }>('/v1/routines', { method: 'POST', headers, body })).id
  }

  async setsOfRoutine(id: string): Promise<readonly PlannedSet[]> {
    const { items } = await this.#json<{ items: readonly { sets: readonly PlannedSet[] }[] }>(`/v1/routines/${id}`, {
      headers: await this.#signedIn(),
    })
    return items[0]!.sets
  }

  async #signedIn() {
    const { accessToken } = await this.#json<{ accessToken: string }>('/v1/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: this.email, password: PASSWORD, client: 'cli' }),
    })
    return { authorization: `Bearer ${accessToken}` }
  }

  async #json<Reply>(path: string, request: RequestInit): Promise<Reply> {
    const response = await fetch(this.#url + path, request)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Reply
  }
}

/** Waits until the app would open without a network: the service worker holds its files, the movements are on the phone. */
export async function isReadyForTheGym(page: Page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  })
  await page.getByRole('button', { name: 'Everything is synced' }).waitFor()
}

export async function startsWith(page: Page, movement: string) {
  await page.getByRole('button', { name: 'Start an empty workout' }).click()
  await page.getByRole('button', { name: 'Add a movement' }).click()
  await page.getByRole('searchbox').fill(movement)
  await page.getByRole('dialog').getByRole('button', { name: movement }).first().click()
}

/** Logs the set on the screen with this load and these repetitions, and waits until it is on the disk. */
export async function logs(page: Page, load: string, reps: string) {
  const before = await done(page).count()
  await page.getByLabel(/^Load\b/).fill(load)
  await page.getByLabel(/^Reps ·/).fill(reps)
  await page.getByRole('button', { name: /^Done: / }).click()
  await page.locator(`[data-testid=set-done][data-saved=true] >> nth=${before}`).waitFor()
}

export const done = (page: Page) => page.getByTestId('set-done')
export const syncDot = (page: Page) => page.locator('[data-unsynced]')
