import type { AccountId, DeviceId } from '@gymgenius/domain'
import { openFileJournal } from './file-journal.ts'
import type { Journal } from './journal.ts'

export const FOLDER = 'journal'
export const filesOf = (account: AccountId) => [`${account}.a.log`, `${account}.b.log`] as const

/** Opens the journal of one account in the browser's private file system. Throws where there is none (private windows, plain http). */
export async function openOpfsJournal(account: AccountId, newDeviceId: () => DeviceId): Promise<Journal> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(FOLDER, { create: true })
  const [a, b] = filesOf(account)
  const first = await open(folder, a)
  try {
    return openFileJournal([first, await open(folder, b)], newDeviceId)
  } catch (error) {
    first.close()
    throw error
  }
}

/** So often a file is asked for that another page still holds: for five seconds, well within what a change may take to be saved. */
const TRIES = 50
const PAUSE_MS = 100

/** The page that was just left lets go of its lock first, and of its files when there is time: on a busy phone after seconds. */
async function open(folder: FileSystemDirectoryHandle, name: string) {
  const file = await folder.getFileHandle(name, { create: true })
  for (let left = TRIES; ; left -= 1) {
    try {
      return await file.createSyncAccessHandle()
    } catch (error) {
      if (left === 0 || (error as Error).name !== 'NoModificationAllowedError') throw error
      await new Promise((again) => setTimeout(again, PAUSE_MS))
    }
  }
}
