import 'fake-indexeddb/auto'
import type { SyncOp, SyncOpResult } from '@gymgenius/contracts'
import type { AccountId } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryFile } from '../testing/memory-file.ts'
import { newDeviceOp, testId } from '../testing/ops.ts'
import type { ReplyOf } from './api.ts'
import { backoffMs } from './backoff.ts'
import { FIRST_HLC } from './hlc.ts'
import { openFileJournal } from './journal/file-journal.ts'
import { giveUp, type Ledger, pendingOf, settleToLeave, unsent } from './ledger.ts'
import { syncRound } from './sync.ts'
import { Unreachable } from './unreachable.ts'
import { afterRows, byPosition, type StoredWorkout } from './view/after-rows.ts'
import { afterOp } from './view/merge.ts'
import { openView } from './view/schema.ts'
import { showPending, takeOver, type Told } from './view/write.ts'

const workoutId = testId<'workout'>()

test('a set logged without a network is on the server exactly once, and the phone forgets it only then', async () => {
  const server = aServer()
  const phone = await aPhone()
  await phone.log({ loadKg: 80, reps: 8 })
  await expect(phone.sync(server.call('offline'))).rejects.toThrow('cannot be reached')
  expect(phone.ledger.journal.ops).toHaveLength(1)
  await phone.sync(server.call())
  expect(server.sets()).toMatchObject([{ loadKg: 80, reps: 8 }])
  expect(phone.ledger.journal.ops).toHaveLength(0)
  expect(await phone.sets()).toMatchObject([{ loadKg: 80, reps: 8 }])
})

test('an answer that gets lost costs nothing: the change is sent again and changes nothing', async () => {
  const server = aServer()
  const phone = await aPhone()
  await phone.log({ loadKg: 80, reps: 8 })
  await expect(phone.sync(server.call('lose the answer'))).rejects.toThrow('cannot be reached')
  await phone.sync(server.call())
  expect(server.sets()).toHaveLength(1)
  expect(server.applied).toBe(1)
})

test('who leaves keeps no change that the server took, though it was not sent back; one that waits keeps them all', async () => {
  const server = aServer()
  const phone = await aPhone()
  await phone.log({ loadKg: 80, reps: 8 })
  await expect(phone.sync(server.call('lose the pull'))).rejects.toThrow('cannot be reached')
  await phone.log({ loadKg: 80, reps: 7 })
  await settleToLeave(phone.ledger)
  expect(phone.ledger.journal.ops).toHaveLength(2)

  await expect(phone.sync(server.call('lose the pull'))).rejects.toThrow('cannot be reached')
  await settleToLeave(phone.ledger)
  expect(phone.ledger.journal.ops).toHaveLength(0)
  expect(server.sets()).toHaveLength(2)
})

test('a refused change waits for the lifter and holds nothing up', async () => {
  const server = aServer()
  const phone = await aPhone()
  const bad = await phone.log({ loadKg: -1, reps: 8 })
  await phone.log({ loadKg: 80, reps: 8 })
  await phone.sync(server.call())
  expect(server.sets()).toMatchObject([{ loadKg: 80 }])
  expect([...phone.ledger.refused.keys()]).toEqual([bad.opId])
  expect(await phone.sets()).toHaveLength(2)

  await giveUp(phone.ledger, bad.opId)
  expect(await phone.sets()).toMatchObject([{ loadKg: 80 }])
  expect(phone.ledger.journal.ops).toHaveLength(0)
})

test('more changes than a batch holds go in several, in the order they were made', async () => {
  const server = aServer()
  const phone = await aPhone()
  for (let i = 0; i < 1203; i++) await phone.log({ loadKg: 20, reps: i % 100 })
  await phone.sync(server.call())
  expect(server.batches).toEqual([500, 500, 203])
  expect(server.seen.map(({ deviceSeq }) => deviceSeq)).toEqual(Array.from({ length: 1203 }, (_, i) => i))
})

test('a view that was wiped is rebuilt from the journal and the server', async () => {
  const server = aServer()
  const phone = await aPhone()
  await phone.log({ loadKg: 80, reps: 8 })
  await phone.sync(server.call())
  await phone.log({ loadKg: 82.5, reps: 6 })
  await phone.loseView()
  expect(await phone.sets()).toMatchObject([{ loadKg: 82.5 }])
  await phone.sync(server.call())
  expect((await phone.sets()).map(({ loadKg }) => loadKg)).toEqual([80, 82.5])
})

test('what the server has answered but not sent back stays on the screen when the lifter changes more of that set', async () => {
  const server = aServer()
  const phone = await aPhone()
  const set = await phone.log({ kind: 'working', loadKg: 80, reps: 8 })
  await phone.sync(server.call())
  await phone.change(set.entityId, { kind: 'drop_chain' })
  const meanwhile: unknown[] = []
  await phone.sync((async (route: string, input: object) => {
    if (route === 'GET /v1/sync') {
      await phone.change(set.entityId, { parts: [{ loadKg: 62.5, reps: 8 }] })
      meanwhile.push(...phone.onScreen())
    }
    return server.call()(route as never, input as never)
  }) as ReturnType<typeof server.call>)
  const asChanged = [{ kind: 'drop_chain', parts: [{ loadKg: 62.5 }] }]
  expect(meanwhile).toMatchObject(asChanged)
  expect(await phone.sets()).toMatchObject(asChanged)
})

test('what another device said last wins once our older change has been answered', async () => {
  const server = aServer()
  const phone = await aPhone()
  const set = await phone.log({ loadKg: 80, reps: 8 })
  await phone.sync(server.call())
  await phone.change(set.entityId, { reps: 7 })
  server.changeElsewhere(set.entityId, { reps: 5 })
  server.supersede = true
  await phone.sync(server.call())
  expect(await phone.sets()).toMatchObject([{ reps: 5 }])
})

test('a set that another device deleted stays deleted, although it was corrected here meanwhile', async () => {
  const server = aServer()
  const phone = await aPhone()
  const set = await phone.log({ loadKg: 80, reps: 8 })
  await phone.sync(server.call())
  server.changeElsewhere(set.entityId, { deleted: true })
  await phone.change(set.entityId, { reps: 7 })
  await phone.sync(server.call())
  expect(await phone.sets()).toEqual([])
  expect(server.sets()).toEqual([])
})

test('a phone that had everything has not, from the first page of a large import to its last', async () => {
  const server = aServer()
  const [phone, other] = [await aPhone(), await aPhone()]
  await phone.sync(server.call())
  expect(await phone.isComplete()).toBe(true)

  for (let i = 0; i < 20; i++) await other.log({ loadKg: 20 + i, reps: 5 })
  await other.sync(server.call())
  const heard: boolean[] = []
  await phone.sync(server.call(), (hasMore) => heard.push(hasMore))
  expect(heard).toEqual([true, true, false])

  for (let i = 0; i < 20; i++) await other.log({ loadKg: 20 + i, reps: 5 })
  await other.sync(server.call())
  await expect(phone.sync(server.call('lose the second page'))).rejects.toThrow('cannot be reached')
  expect(await phone.isComplete()).toBe(false)
  await phone.sync(server.call())
  expect(await phone.isComplete()).toBe(true)
})

test('whatever gets lost on the way, in the end phone, its screen and server agree and nothing is there twice', async () => {
  const trouble = fc.constantFrom('offline', 'lose the answer', 'lose the pull', undefined)
  const act = fc.oneof(
    fc.record({ log: fc.integer({ min: 1, max: 200 }) }),
    fc.record({ change: fc.nat(), reps: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ remove: fc.nat() }),
    fc.record({ sync: trouble }),
    fc.constant('wipe the view' as const),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const server = aServer()
      const phone = await aPhone()
      const oracle = new Map<string, Record<string, unknown>>()
      for (const step of acts) {
        if (step === 'wipe the view') await phone.loseView()
        else if ('log' in step) {
          const op = await phone.log({ loadKg: step.log, reps: 5 })
          oracle.set(op.entityId, { loadKg: step.log, reps: 5 })
        } else if ('sync' in step) await phone.sync(server.call(step.sync)).catch(() => undefined)
        else {
          const id = [...oracle.keys()][('change' in step ? step.change : step.remove) % Math.max(1, oracle.size)]
          if (id === undefined) continue
          if ('change' in step) {
            await phone.change(id, { reps: step.reps })
            oracle.set(id, { ...oracle.get(id), reps: step.reps })
          } else {
            await phone.remove(id)
            oracle.delete(id)
          }
        }
      }
      await phone.sync(server.call())
      const expected = [...oracle].map(([id, fields]) => ({ id, ...fields })).sort((a, b) => a.id.localeCompare(b.id))
      expect(await phone.sets()).toMatchObject(expected)
      expect(phone.onScreen()).toEqual(await phone.sets())
      expect(server.sets()).toMatchObject(expected)
      expect(await phone.sets()).toHaveLength(expected.length)
      expect(server.sets()).toHaveLength(expected.length)
      expect(unsent(phone.ledger)).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 30_000)

test('waiting doubles to five minutes, and phones do not all come back at once', () => {
  expect([0, 1, 2].map((failures) => backoffMs(failures, () => 0.5))).toEqual([1000, 2000, 4000])
  expect(backoffMs(40, () => 0.999)).toBeLessThan(450_000)
  expect(backoffMs(3, () => 0)).not.toBe(backoffMs(3, () => 0.9))
})

async function aPhone() {
  const files = [memoryFile(), memoryFile()] as const
  const journal = openFileJournal(files, () => testId<'device'>())
  let account = testId() as AccountId
  const ledger: Ledger & { view: Ledger['view'] } = { journal, view: await openView(account), answered: new Set(), refused: new Map() }
  const write = async (said: Partial<SyncOp>) => {
    const op = newDeviceOp({ deviceId: journal.deviceId, deviceSeq: journal.nextSeq, ...said })
    await journal.append([op])
    await show(await showPending(ledger.view, [op], pendingOf(ledger)))
    return op
  }
  /** A screen that read the view when it was empty, and heard of it since. */
  let screen: StoredWorkout = { workout: undefined, sets: [] }
  const show = async (told: Told) => {
    const after = told && afterRows(['view', 'workout', workoutId], screen, told)
    screen = (after as StoredWorkout | undefined) ?? { workout: undefined, sets: (await ledger.view.getAll('sets')).sort(byPosition) }
  }
  return {
    ledger,
    log: (fields: Record<string, unknown>) => write({ kind: 'put', fields: { workoutId, ...fields } }),
    change: (entityId: string, fields: Record<string, unknown>) => write({ kind: 'patch', entityId, fields }),
    remove: (entityId: string) => write({ kind: 'delete', entityId }),
    sync: (call: ReturnType<ReturnType<typeof aServer>['call']>, pulled: (hasMore: boolean) => void = () => undefined) =>
      syncRound(
        ledger,
        { call, now: () => 0 },
        { pulled: (hasMore, _, told) => void show(told).then(() => pulled(hasMore)), letGo: (told) => void show(told) },
      ),
    onScreen: () => screen.sets.toSorted((a, b) => a.id.localeCompare(b.id)),
    isComplete: () => ledger.view.get('meta', 'isComplete'),
    sets: async () => (await ledger.view.getAll('sets')).sort((a, b) => a.id.localeCompare(b.id)),
    async loseView() {
      account = testId() as AccountId
      ledger.view = await openView(account)
      await showPending(ledger.view, journal.ops, pendingOf(ledger))
      await show(undefined)
    },
  }
}

/** The server's side of the protocol, small enough to be believed: each change once, then everything by number. */
function aServer() {
  const answers = new Map<string, SyncOpResult>()
  const rows = new Map<string, { readonly seq: number; readonly row: Record<string, unknown> & { id: string } }>()
  let seq = 0
  const server = {
    applied: 0,
    supersede: false,
    batches: [] as number[],
    seen: [] as SyncOp[],
    sets: () =>
      [...rows.values()]
        .map(({ row }) => row)
        .filter((row) => row['deleted'] !== true)
        .sort((a, b) => a.id.localeCompare(b.id)),
    changeElsewhere(id: string, fields: Record<string, unknown>) {
      rows.set(id, { seq: ++seq, row: { ...rows.get(id)!.row, ...fields } })
    },
    call(trouble?: 'offline' | 'lose the answer' | 'lose the pull' | 'lose the second page') {
      let pages = 0
      const answer = async (route: string, input: { body?: { ops: SyncOp[] }; query?: { cursor?: string } }): Promise<unknown> => {
        if (trouble === 'offline') throw new Unreachable('offline')
        if (route === 'GET /v1/sync') {
          if (trouble === 'lose the pull' || (trouble === 'lose the second page' && ++pages === 2)) throw new Unreachable('cut')
          return pull(Number(input.query?.cursor ?? '0'))
        }
        server.batches.push(input.body!.ops.length)
        const results = input.body!.ops.map(apply)
        if (trouble === 'lose the answer') throw new Unreachable('cut')
        return { results, cursor: String(seq), clock: FIRST_HLC, missingDeviceSeqs: [] } satisfies ReplyOf<'POST /v1/sync'>
      }
      return answer as Parameters<typeof syncRound>[1]['call']
    },
  }
  return server

  function apply(op: SyncOp): SyncOpResult {
    const known = answers.get(op.opId)
    if (known !== undefined) return { ...known, outcome: known.outcome === 'rejected' ? 'rejected' : 'duplicate' }
    server.seen.push(op)
    const result = outcomeOf(op)
    answers.set(op.opId, result)
    return result
  }

  function outcomeOf(op: SyncOp): SyncOpResult {
    if (Number(op.fields?.['loadKg'] ?? 0) < 0) return { opId: op.opId, outcome: 'rejected', code: 'request.invalid' }
    const before = rows.get(op.entityId)?.row
    if (server.supersede || before?.['deleted'] === true) return { opId: op.opId, outcome: 'superseded' }
    server.applied++
    const after = afterOp(before as never, { ...op, entity: 'set' })
    rows.set(op.entityId, { seq: ++seq, row: (after ?? { id: op.entityId, deleted: true }) as never })
    return { opId: op.opId, outcome: 'applied' }
  }

  function pull(since: number) {
    const page = [...rows.values()]
      .filter((entry) => entry.seq > since)
      .sort((a, b) => a.seq - b.seq)
      .slice(0, 7)
    const cursor = page.at(-1)?.seq ?? since
    return {
      workouts: [],
      sets: page.map(({ row }) => row),
      routines: [],
      movements: [],
      gyms: [],
      diary: [],
      cursor: String(cursor),
      clock: FIRST_HLC,
      hasMore: cursor < seq,
    }
  }
}

test('the newest clock that was ever pulled is kept, so that what is done next counts as later', async () => {
  const view = await openView(testId<'account'>())
  const page = { workouts: [], sets: [], routines: [], movements: [], gyms: [], diary: [], cursor: '1', hasMore: false }
  const nothingPending = { ops: [], answered: new Set<string>() }
  await takeOver(view, { ...page, clock: '1772474700000-0003' }, nothingPending)
  await takeOver(view, { ...page, clock: '1772474400000-0000' }, nothingPending)
  expect(await view.get('meta', 'clock')).toBe('1772474700000-0003')
})
