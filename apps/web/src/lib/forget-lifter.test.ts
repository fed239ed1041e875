import 'fake-indexeddb/auto'
import type { AccountId } from '@gymgenius/domain'
import { expect, test, vi } from 'vitest'
import { memoryFile } from '../testing/memory-file.ts'
import { newDeviceOp, testId } from '../testing/ops.ts'
import { openFileJournal } from './journal/file-journal.ts'
import { openIdbJournal } from './journal/idb-journal.ts'
import { journalOf } from './journal/journal.ts'
import { filesOf } from './journal/opfs.ts'
import { openView, viewOf } from './view/schema.ts'

test('who signs out with all at the server leaves nothing here; how the phone looks and what is another’s stay', async () => {
  const phone = aPhone()
  const [mine, other] = [await phone.lifter(), await phone.lifter()]
  phone.keys.set('gymgenius.theme', 'dark').set('gymgenius.rest', '{}').set(`gymgenius.rules.${mine.id}`, '{}')
  phone.keys.set(`gymgenius.settings-waiting.${mine.id}`, '{}').set(`gymgenius.rules.${other.id}`, '{}')
  await phone.forget(mine.id)
  expect(await phone.holds(mine.id)).toEqual([])
  expect([...phone.keys.keys()]).toEqual(['gymgenius.theme', `gymgenius.rules.${other.id}`])
  expect(await phone.holds(other.id)).toHaveLength(3)
})

test('one change that has not arrived keeps everything', async () => {
  const phone = aPhone()
  const mine = await phone.lifter()
  phone.keys.set(`gymgenius.rules.${mine.id}`, '{}')
  await mine.log()
  await phone.forget(mine.id)
  expect(await phone.holds(mine.id)).toHaveLength(3)
  expect(await mine.shown()).toHaveLength(1)
  expect(phone.keys.size).toBe(1)
})

test('so does one in the second best journal, and a pain that was not told', async () => {
  const phone = aPhone()
  const [inBrowser, inPain] = [await phone.lifter(), await phone.lifter()]
  const journal = await openIdbJournal(inBrowser.id, () => testId<'device'>())
  await journal.append([newDeviceOp()])
  journal.close()
  phone.keys.set(`gymgenius.rules.said.${inPain.id}`, '[{}]')
  for (const { id } of [inBrowser, inPain]) await phone.forget(id)
  expect(await phone.holds(inBrowser.id)).toHaveLength(4)
  expect(await phone.holds(inPain.id)).toHaveLength(3)
})

test('a set that another tab writes before it lets go of the journal is kept', async () => {
  const phone = aPhone()
  const mine = await phone.lifter()
  let forgetting: Promise<void> | undefined
  await navigator.locks.request(journalOf(mine.id), async () => {
    forgetting = phone.forget(mine.id)
    await new Promise((turn) => setTimeout(turn))
    await mine.log()
  })
  await forgetting
  expect(await phone.holds(mine.id)).toHaveLength(3)
})

test('who signed in again meanwhile keeps everything', async () => {
  const phone = aPhone()
  const mine = await phone.lifter()
  phone.keys.set('gymgenius.account', JSON.stringify({ id: mine.id }))
  await phone.forget(mine.id)
  expect(await phone.holds(mine.id)).toHaveLength(3)
})

test('a setting that was not told waits alone for the next sign-in', async () => {
  const phone = aPhone()
  const mine = await phone.lifter()
  phone.keys.set(`gymgenius.settings-waiting.${mine.id}`, '{"unit":"lb"}').set(`gymgenius.settings.${mine.id}`, '{}')
  await phone.forget(mine.id)
  expect([...phone.keys.keys()]).toEqual([`gymgenius.settings-waiting.${mine.id}`])
  expect(await phone.holds(mine.id)).toEqual([])
})

test('a taking that broke off half-way leaves a journal that goes on, and is done the next time', async () => {
  const phone = aPhone()
  const mine = await phone.lifter()
  phone.breakOnce()
  await expect(phone.forget(mine.id)).rejects.toThrow('broken')
  await mine.log()
  await phone.forget(mine.id)
  expect(await phone.holds(mine.id)).toHaveLength(3)
  await mine.arrived()
  await phone.forget(mine.id)
  expect(await phone.holds(mine.id)).toEqual([])
})

/** A browser's places to keep things, in memory. */
function aPhone() {
  const files = new Map<string, ReturnType<typeof memoryFile>>()
  const keys = new Map<string, string>()
  let [isBroken, isHeld] = [false, true]
  const folder = {
    getFileHandle: async (name: string) => {
      const file = files.get(name)
      if (file === undefined) throw missing()
      const bytes = new Uint8Array(file.getSize())
      file.read(bytes, { at: 0 })
      return { getFile: async () => new Blob([bytes]) }
    },
    removeEntry: async (name: string) => {
      const wasHeld = isHeld
      isHeld = false
      if (wasHeld) throw new DOMException('An ended worker holds it for a moment', 'NoModificationAllowedError')
      if (!files.delete(name)) throw missing()
    },
  }
  const storage = { getDirectory: async () => ({ getDirectoryHandle: async () => folder }) }
  vi.stubGlobal('navigator', { locks: navigator.locks, storage, onLine: true })
  vi.stubGlobal('localStorage', storageOf(keys))
  vi.stubGlobal('caches', {
    delete: async () => {
      const wasBroken = isBroken
      isBroken = false
      if (wasBroken) throw new Error('broken')
    },
    open: async () => ({ keys: async () => [] }),
  })
  return {
    keys,
    breakOnce: () => void (isBroken = true),
    forget: async (id: AccountId) => (await import('./forget-lifter.ts')).forgetLifter(id),
    /** Somebody with one workout at the server and on this phone, and an empty journal. */
    lifter: async () => {
      const id = testId() as AccountId
      const [a, b] = [memoryFile(), memoryFile()]
      filesOf(id).forEach((name, place) => files.set(name, [a, b][place]!))
      const journal = openFileJournal([a, b], () => testId<'device'>())
      const view = await openView(id)
      await view.put('workouts', { id: testId<'workout'>(), startedAt: '2026-03-02T10:00:00Z' } as never)
      view.close()
      return {
        id,
        log: () => journal.append([newDeviceOp()]),
        arrived: () => journal.settle(new Set(journal.ops.map((op) => op.opId))),
        shown: async () => {
          const opened = await openView(id)
          const rows = await opened.getAll('workouts')
          opened.close()
          return rows
        },
      }
    },
    /** The names of all that is here of somebody. */
    holds: async (id: AccountId) => [
      ...filesOf(id).filter((name) => files.has(name)),
      ...(await indexedDB.databases()).map(({ name }) => name).filter((name) => name === viewOf(id) || name === journalOf(id)),
    ],
  }
}

/** As a browser's: its own enumerable keys are what it keeps. */
const storageOf = (keys: Map<string, string>) =>
  new Proxy(
    {
      getItem: (key: string) => keys.get(key) ?? null,
      setItem: (key: string, value: string) => void keys.set(key, value),
      removeItem: (key: string) => void keys.delete(key),
    },
    { ownKeys: () => [...keys.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
  )

const missing = () => new DOMException('There is none', 'NotFoundError')
