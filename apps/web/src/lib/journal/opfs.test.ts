import { expect, test, vi } from 'vitest'
import { memoryFile } from '../../testing/memory-file.ts'
import { newDeviceOp, testId } from '../../testing/ops.ts'
import { openFileJournal } from './file-journal.ts'
import { filesOf, openOpfsJournal } from './opfs.ts'

const account = testId<'account'>()
const newDeviceId = () => testId<'device'>()
const isHeld = () => new DOMException('Another access handle is open', 'NoModificationAllowedError')

/** A private file system whose files refuse, one time after the other, as `refusals` says. */
function aDisk(refusals: DOMException[]) {
  const files = new Map(filesOf(account).map((name) => [name as string, memoryFile()]))
  const createSyncAccessHandle = (name: string) => {
    const refusal = refusals.shift()
    return refusal === undefined ? Promise.resolve(files.get(name)) : Promise.reject(refusal)
  }
  const folder = {
    getDirectoryHandle: () => Promise.resolve(folder),
    getFileHandle: (name: string) => Promise.resolve({ createSyncAccessHandle: () => createSyncAccessHandle(name) }),
  }
  vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(folder) } })
  return filesOf(account).map((name) => files.get(name)!) as [ReturnType<typeof memoryFile>, ReturnType<typeof memoryFile>]
}

test('a set that waits is found though the page that was left still holds the file for a moment', async () => {
  const files = aDisk([isHeld(), isHeld()])
  const op = newDeviceOp({ fields: { loadKg: 80, reps: 8 } })
  await openFileJournal(files, newDeviceId).append([op])
  expect((await openOpfsJournal(account, newDeviceId)).ops).toEqual([op])
})

test('where there is no private file system nobody waits for it', async () => {
  const refusals = [new DOMException('A private window', 'SecurityError'), isHeld()]
  aDisk(refusals)
  await expect(openOpfsJournal(account, newDeviceId)).rejects.toThrow('A private window')
  expect(refusals).toHaveLength(1)
})
