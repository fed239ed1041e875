import { test as base, expect, type Page } from '@playwright/test'
import { serveProduct, type Served } from '../../../tools/product.ts'

export { expect }

/** A journey on the real product: one server for all of a worker's tests, an account of its own for each. */
export const test = base.extend<{ lifter: Lifter }, { product: Pick<Served, 'url' | 'port'> }>({
  product: [
    async ({}, use) => {
      // One that runs already saves its start, where a journey is written or mended: GYMGENIUS_URL=http://localhost:4000 npx playwright test …
      const running = process.env['GYMGENIUS_URL']
      if (running !== undefined) return use({ url: running, port: Number(new URL(running).port) })
      const product = await serveProduct()
      await use(product)
      await product.stop()
    },
    { scope: 'worker' },
  ],
  /** Screens show what was done before it is on the disk; nobody is as quick to leave one as a journey. */
  page: async ({ page }, use) => {
    const isKept = () => expect(page.locator('[data-in-flight]:not([data-in-flight="0"])')).toHaveCount(0)
    const { goto, reload } = page
    page.goto = async (...address) => {
      await isKept()
      return goto.apply(page, address)
    }
    page.reload = async (...options) => {
      await isKept()
      return reload.apply(page, options)
    }
    await use(page)
  },
  baseURL: async ({ product }, use) => use(product.url),
  lifter: async ({ product }, use, info) => {
    // Short: what stands before the @ may have 64 characters.
    const email = `${info.testId.replace('-', '').slice(-20)}-${info.project.name}-${Date.now()}@example.test`
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
  #token: string | undefined

  constructor(url: string, email: string) {
    this.#url = url
    this.email = email
  }

  async signsUp(page: Page) {
    await page.goto(`${this.#url}/sign-up`)
    await page.getByLabel('E-mail').fill(this.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Create account', exact: true }).click()
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
    await this.says(page, 'Sign in')
    await page.waitForURL(/today/)
  }

  /** Types address and password into the form that is open, and presses its button. */
  async says(page: Page, button: string) {
    await page.getByLabel('E-mail').fill(this.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: button, exact: true }).click()
  }

  async settingsOnServer() {
    return this.#asks<{ readonly unit: string; readonly hand: string }>('/v1/settings')
  }

  /** Every set that the server holds, in order. */
  async setsOnServer(): Promise<readonly { readonly id: string; readonly loadKg: number; readonly reps: number }[]> {
    const { items } = await this.#asks<{ items: readonly { readonly id: string }[] }>('/v1/workouts')
    const workouts = await Promise.all(
      items.map(({ id }) => this.#asks<{ sets: { id: string; loadKg: number; reps: number }[] }>(`/v1/workouts/${id}`)),
    )
    return workouts.flatMap(({ sets }) => sets)
  }

  async workoutsOnServer() {
    return (await this.#asks<{ items: readonly { readonly name: string; readonly sessionRpe?: number }[] }>('/v1/workouts')).items
  }

  /** What was noted beside sets. */
  async diaryOnServer() {
    type Export = { readonly diary: { readonly entries: readonly { readonly kind: string }[] } }
    return (await this.#asks<Export>('/v1/export')).diary.entries
  }

  /** The load that the server advises for the first set of a movement. */
  async isAdvised(movement: string): Promise<number> {
    const body = { movementId: await this.#idOf(movement), setNumber: 1 }
    return (await this.#asks<{ loadKg: number }>('/v1/recommendations', body)).loadKg
  }

  /** A routine of one movement, made elsewhere. */
  async makesRoutine(name: string, movement: string, sets: readonly PlannedSet[]): Promise<string> {
    const items = [{ movementId: await this.#idOf(movement), sets }]
    return (await this.#asks<{ id: string }>('/v1/routines', { name, items })).id
  }

  async setsOfRoutine(id: string): Promise<readonly PlannedSet[]> {
    return (await this.#asks<{ items: readonly { sets: readonly PlannedSet[] }[] }>(`/v1/routines/${id}`)).items[0]!.sets
  }

  /** Asks the server for something in this lifter's name, as another device of theirs would. */
  async asks<Reply>(method: string, path: string, body?: object): Promise<Reply> {
    return (await this.device())<Reply>(method, path, body)
  }

  /** Asks as one device does that stays signed in: only so many sign-ins are let through in a while. */
  async device(): Promise<Lifter['asks']> {
    const token = await this.#signIn()
    return async (method, path, body) => answerOf(path, await this.#fetch(method, path, token, body))
  }

  async #idOf(movement: string): Promise<string> {
    return (await this.#asks<{ items: readonly { id: string }[] }>(`/v1/movements?q=${encodeURIComponent(movement)}`)).items[0]!.id
  }

  /** Asks as the eyes of this lifter, which sign in once, and again where that was ended: journeys ask again and again. */
  async #asks<Reply>(path: string, body?: object): Promise<Reply> {
    const method = body === undefined ? 'GET' : 'POST'
    this.#token ??= await this.#signIn()
    const response = await this.#fetch(method, path, this.#token, body)
    if (response.status !== 401) return answerOf(path, response)
    this.#token = await this.#signIn()
    return answerOf(path, await this.#fetch(method, path, this.#token, body))
  }

  async #signIn(): Promise<string> {
    const path = '/v1/auth/login'
    const body = { email: this.email, password: PASSWORD, client: 'cli' }
    return (await answerOf<{ accessToken: string }>(path, await this.#fetch('POST', path, undefined, body))).accessToken
  }

  /** A server that says it has too much to do just now is asked again, as every device does. */
  async #fetch(method: string, path: string, token: string | undefined, body: object | undefined): Promise<Response> {
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const request = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    for (let turn = 1; ; turn++) {
      const response = await fetch(this.#url + path, request)
      if (response.status !== 503 || turn === 20) return response
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  }
}

async function answerOf<Reply>(path: string, response: Response): Promise<Reply> {
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (response.status === 204 ? undefined : await response.json()) as Reply
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
  await picks(page, movement)
}

/** Presses the movement of this very name in the picker, which closes: until the list is put in order, longer names may stand before it. */
export async function picks(page: Page, movement: string) {
  const dialog = page.getByRole('dialog')
  const name = page.getByText(movement, { exact: true })
  await dialog.getByRole('button').filter({ has: name }).first().click()
  await expect(dialog.getByRole('searchbox')).toHaveCount(0)
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

/** The names of all that this browser keeps of anybody. */
export const keptOn = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name)
    const root = await navigator.storage.getDirectory()
    const files = async (folder: FileSystemDirectoryHandle): Promise<string[]> => {
      const found: string[] = []
      for await (const handle of folder.values())
        found.push(...(handle.kind === 'directory' ? await files(handle as FileSystemDirectoryHandle) : [handle.name]))
      return found
    }
    return [...names, ...(await files(root)), ...Object.keys(localStorage), ...Object.keys(sessionStorage)]
  })
