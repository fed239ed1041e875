import type { AccountId } from '@gymgenius/domain'
import { newId } from './ids.ts'
import { type ByteFile, openFileJournal } from './journal/file-journal.ts'
import { openIdbJournal } from './journal/idb-journal.ts'
import { journalOf } from './journal/journal.ts'
import { filesOf, FOLDER } from './journal/opfs.ts'
import { keptAccount, saidKeyOf, waitingKeyOf } from './kept-account.ts'
import { hasLocks, inLock } from './locks.ts'
import { openView, viewOf } from './view/schema.ts'

/** Personal, though no account is in their names. How the app looks and speaks belongs to the phone. */
const KEYS = ['gymgenius.rest', 'gymgenius.checkIn.skips']
const CACHES = ['kept-rest', 'shared-file']

/**
 * After somebody has signed out: takes all that is theirs off this phone, if the server has all of it, and nothing if not. Done by
 * who holds the lock of the journal, so nobody writes between the looking and the taking; whoever comes later opens a new one.
 */
export const forgetLifter = (account: AccountId): Promise<void> =>
  inLock(journalOf(account), async () => {
    if (keptAccount()?.id === account || localStorage.getItem(saidKeyOf(account)) !== null) return
    const folder = await journalFolder()
    if ((folder !== undefined && (await holdsInFiles(folder, account))) || (await holdsInBrowser(account))) return

    forgetKeys(account)
    await forgetCaches(account)
    await emptyView(account)
    // Without locks somebody may be writing just now: what is empty stays.
    if (!hasLocks()) return
    await removeDatabase(viewOf(account))
    await removeDatabase(journalOf(account))
    if (folder !== undefined) for (const name of filesOf(account)) await removeFile(folder, name)
  })

/** Undefined where there is none, or where it cannot be reached: then no file of it is touched either. */
async function journalFolder() {
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER)
  } catch {
    return undefined
  }
}

async function holdsInFiles(folder: FileSystemDirectoryHandle, account: AccountId) {
  const [a, b] = filesOf(account)
  const copies = [copyOf(await bytesIn(folder, a)), copyOf(await bytesIn(folder, b))] as const
  return openFileJournal(copies, newDeviceId).ops.length > 0
}

/** To be read: what is written to it is nowhere. */
const copyOf = (bytes: Uint8Array): ByteFile => ({
  getSize: () => bytes.length,
  read: (into) => {
    into.set(bytes)
    return bytes.length
  },
  write: (more) => more.length,
  truncate: () => undefined,
  flush: () => undefined,
  close: () => undefined,
})

const newDeviceId = () => newId<'device'>()

async function bytesIn(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())
  } catch (error) {
    if (isMissing(error)) return new Uint8Array()
    throw error
  }
}

async function holdsInBrowser(account: AccountId) {
  if (!(await indexedDB.databases()).some(({ name }) => name === journalOf(account))) return false
  const journal = await openIdbJournal(account, newDeviceId)
  journal.close()
  return journal.ops.length > 0
}

function forgetKeys(account: AccountId) {
  const waiting = waitingKeyOf(account)
  // A setting that was not told yet is told at the next sign-in.
  const isKept = (key: string) => key === waiting && localStorage.getItem(key) !== '{}'
  for (const key of Object.keys(localStorage))
    if (KEYS.includes(key) || (key.endsWith(`.${account}`) && !isKept(key))) localStorage.removeItem(key)
}

async function forgetCaches(account: AccountId) {
  if (!('caches' in globalThis)) return
  for (const name of CACHES) await caches.delete(name)
  const programs = await caches.open('kept-program')
  for (const request of await programs.keys()) if (request.url.includes(`/${account}/`)) await programs.delete(request)
}

async function emptyView(account: AccountId) {
  const view = await openView(account)
  const names = [...view.objectStoreNames]
  const emptying = view.transaction(names, 'readwrite')
  await Promise.all([...names.map((name) => emptying.objectStore(name).clear()), emptying.done])
  view.close()
}

const removeDatabase = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const removing = indexedDB.deleteDatabase(name)
    removing.addEventListener('success', () => resolve())
    removing.addEventListener('error', () => reject(removing.error!))
  })

/** A worker that was ended lets go of its files a moment later. */
async function removeFile(folder: FileSystemDirectoryHandle, name: string) {
  for (let tries = 0; ; tries++) {
    try {
      return await folder.removeEntry(name)
    } catch (error) {
      if (isMissing(error)) return
      if (tries === 50) throw error
      await new Promise((over) => setTimeout(over, 100))
    }
  }
}

const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError'
