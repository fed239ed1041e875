import type { Page } from '@playwright/test'
import { strongCsv } from '../../../bench/history.ts'

const lifter = { email: 'tap@example.test', password: 'a long enough password' }

/** Signs in who has the long history, and waits until all of it is on the phone. */
export async function signsIn(on: Page, url: string) {
  await on.goto(`${url}/sign-in`)
  await on.getByLabel('E-mail').fill(lifter.email)
  await on.getByLabel('Password').fill(lifter.password)
  await on.getByRole('button', { name: 'Sign in', exact: true }).click()
  await on.waitForURL(/today/)
  await on.getByRole('button', { name: 'Everything is synced' }).waitFor({ timeout: 300_000 })
}

export async function startsWorkout(on: Page) {
  await on.getByRole('button', { name: /^Start an empty workout|Empty workout/ }).click()
  await on.getByRole('button', { name: 'Add a movement' }).first().waitFor()
}

/** The one trained last of those that the workout does not have yet: what was just trained comes first in the list. */
export async function addsMovement(on: Page) {
  const has = await on.locator('main nav li').allInnerTexts()
  await on.getByRole('button', { name: 'Add a movement' }).click()
  const offered = on.getByRole('dialog').getByRole('listitem')
  await offered.first().waitFor()
  const names = (await offered.allInnerTexts()).map((text) => text.split('\n')[0]!)
  await offered
    .nth(names.findIndex((name) => !has.includes(name)))
    .getByRole('button')
    .click()
  await on.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** An account whose log holds so many sets, the last of them of yesterday. */
export async function imported(url: string, sets: number) {
  const said = { ...lifter, client: 'cli' }
  const json = async (path: string, request: RequestInit = {}) => {
    let reply = await fetch(url + path, request)
    while (reply.status === 503) {
      await new Promise((resolve) => setTimeout(resolve, 500)) // it sheds load while it has too much to do
      reply = await fetch(url + path, request)
    }
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as { accessToken: string; id: string; status: string }
  }
  const headers = { 'content-type': 'application/json' }
  const { accessToken } = await json('/v1/auth/register', { method: 'POST', headers, body: JSON.stringify(said) })
  const authorization = { authorization: `Bearer ${accessToken}` }
  const form = new FormData()
  form.set('file', new Blob([strongCsv(sets, Date.now())], { type: 'text/csv' }), 'strong.csv')
  let state = await json('/v1/imports', { method: 'POST', headers: authorization, body: form })
  const { id } = state
  state = await json(`/v1/imports/${id}/commit`, { method: 'POST', headers: authorization })
  while (state.status === 'committing') {
    await new Promise((resolve) => setTimeout(resolve, 200))
    state = await json(`/v1/imports/${id}`, { headers: authorization })
  }
}
