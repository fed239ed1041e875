import type { AccountId, DeviceId } from '@gymgenius/domain'
import { openFileJournal } from './file-journal.ts'
import type { Journal } from './journal.ts'

/** Opens the journal of one account in the browser's private file system. Throws where there is none (private windows, plain http). */
export async function openOpfsJournal(account: AccountId, newDeviceId: () => DeviceId): Promise<Journal> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('journal', { create: true })
  const first = await open(folder, `${account}.a.log`)
  try {
    return openFileJournal([first, await open(folder, `${account}.b.log`)], newDeviceId)
  } catch (error) {
    first.close()
    throw error
  }
}

async function open(folder: FileSystemDirectoryHandle, name: string) {
  const file = await folder.getFileHandle(name, { create: true })
  return file.createSyncAccessHandle()
}
