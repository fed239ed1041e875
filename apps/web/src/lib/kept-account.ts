import type { Api } from '@gymgenius/contracts'

export type Account = Api['GET /v1/me']['reply']

/**
 * Who uses this phone. Local storage is read at once but written late: a browser killed soon after the sign-in forgets
 * it. A second copy stands in the private file system, where the journal is, and is asked only then.
 */
const KEY = 'gymgenius.account'
const FILE = 'account.json'

/** Where rules and settings wait that the server has not heard of. */
export const saidKeyOf = (account = '') => `gymgenius.rules.said.${account}`
export const waitingKeyOf = (account = '') => `gymgenius.settings-waiting.${account}`

export function keptAccount(): Account | undefined {
  return parsed(localStorage.getItem(KEY))
}

export async function keepAccount(account: Account) {
  const text = JSON.stringify(account)
  localStorage.setItem(KEY, text)
  const file = await (await navigator.storage.getDirectory()).getFileHandle(FILE, { create: true })
  const writing = await file.createWritable()
  await writing.write(text)
  await writing.close()
}

export async function forgetAccount() {
  localStorage.removeItem(KEY)
  await (await navigator.storage.getDirectory()).removeEntry(FILE)
}

/** Puts the second copy in place of a lost first one. */
export async function recoverAccount() {
  if (localStorage.getItem(KEY) !== null) return
  const file = await (await navigator.storage.getDirectory()).getFileHandle(FILE)
  const text = await (await file.getFile()).text()
  if (parsed(text) !== undefined) localStorage.setItem(KEY, text)
}

function parsed(text: string | null): Account | undefined {
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Account
  } catch {
    return undefined // cut short; the sign-in screen puts it right
  }
}
