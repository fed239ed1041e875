import type { DeviceId } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryFile, type MemoryFile } from '../../testing/memory-file.ts'
import { newDeviceOp, testId } from '../../testing/ops.ts'
import { openFileJournal } from './file-journal.ts'

type Files = readonly [MemoryFile, MemoryFile]
const newFiles = (): Files => [memoryFile(), memoryFile()]
const open = (files: Files) => openFileJournal(files, () => testId<'device'>())

test('a set that was saved is there when the browser is opened again', async () => {
  const files = newFiles()
  const op = newDeviceOp({ fields: { loadKg: 80, reps: 8 } })
  await open(files).append([op])
  expect(open(files).ops).toEqual([op])
})

test('whatever is saved, forgotten or killed: all that was acknowledged and not settled is still there', async () => {
  const act = fc.oneof(
    { weight: 5, arbitrary: fc.constant('log' as const) },
    { weight: 2, arbitrary: fc.constant('settle half' as const) },
    { weight: 2, arbitrary: fc.record({ torn: fc.nat(60) }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      let files = newFiles()
      let journal = open(files)
      let expected: readonly string[] = []
      let device: DeviceId = journal.deviceId
      for (const step of acts) {
        if (step === 'log') {
          const op = newDeviceOp({ deviceSeq: journal.nextSeq })
          await journal.append([op])
          expected = [...expected, op.opId]
        } else if (step === 'settle half') {
          const gone = expected.slice(0, Math.ceil(expected.length / 2))
          await journal.settle(new Set(gone))
          expected = expected.slice(gone.length)
        } else {
          files = [files[0].afterKill(step.torn), files[1].afterKill(step.torn)]
          journal = open(files)
        }
        expect(journal.ops.map(({ opId }) => opId)).toEqual(expected)
        expect(journal.deviceId).toBe(device)
        device = journal.deviceId
      }
    }),
  )
})

test('numbers are never used twice, also after everything was forgotten', async () => {
  const files = newFiles()
  const journal = open(files)
  const ops = [0, 1, 2].map((deviceSeq) => newDeviceOp({ deviceSeq, hlc: `1772409600000-000${deviceSeq}` }))
  await journal.append(ops)
  await journal.settle(new Set(ops.map(({ opId }) => opId)))
  expect(open(files)).toMatchObject({ ops: [], nextSeq: 3, lastHlc: '1772409600000-0002' })
})

test('a change that the lifter gave up does not come back', async () => {
  const files = newFiles()
  const [kept, dropped] = [newDeviceOp(), newDeviceOp()]
  const journal = open(files)
  await journal.append([kept, dropped])
  await journal.drop(dropped.opId)
  expect(open(files).ops).toEqual([kept])
})

test('killed while forgetting: the new file is not whole, so the old one counts', async () => {
  const files = newFiles()
  const ops = [newDeviceOp(), newDeviceOp(), newDeviceOp()]
  const journal = open(files)
  await journal.append(ops)
  let left: readonly MemoryFile[] = []
  files[1].flush = () => {
    left = Array.from({ length: files[1].getSize() }, (_, torn) => files[1].afterKill(torn))
    throw new Error('killed here')
  }
  await expect(journal.settle(new Set([ops[0]!.opId]))).rejects.toThrow('killed here')
  expect(left.length).toBeGreaterThan(400)
  for (const other of left) expect(open([files[0].afterKill(0), other]).ops).toEqual(ops)
})

test('when forgetting fails, the next set still goes where it will be found', async () => {
  const files = newFiles()
  const [first, second] = [newDeviceOp(), newDeviceOp()]
  const journal = open(files)
  await journal.append([first])
  files[1].fillUpAt(10)
  await expect(journal.settle(new Set([first.opId]))).rejects.toThrow('No space left')
  await journal.append([second])
  expect(open([files[0].afterKill(0), files[1].afterKill(0)]).ops).toEqual([first, second])
})

test('a full disk refuses the set, keeps what was there, and takes the next one when there is room again', async () => {
  const files = newFiles()
  const journal = open(files)
  const [first, second] = [newDeviceOp(), newDeviceOp()]
  await journal.append([first])
  files[0].fillUpAt(files[0].getSize() + 10)
  await expect(journal.append([second])).rejects.toThrow('No space left')
  expect(open([files[0].afterKill(10), files[1]]).ops).toEqual([first])
  files[0].fillUpAt(Infinity)
  await journal.append([second])
  expect(open(files).ops).toEqual([first, second])
})
