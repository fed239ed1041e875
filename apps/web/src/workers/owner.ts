import type { SyncOp } from '@gymgenius/contracts'
import { Problem } from '../lib/problem.ts'
import type { AccountId } from '@gymgenius/domain'
import { timeNow } from '../lib/clock.ts'
import { call } from '../lib/api.ts'
import { FIRST_HLC, laterHlc, nextHlc } from '../lib/hlc.ts'
import { newId } from '../lib/ids.ts'
import { openIdbJournal } from '../lib/journal/idb-journal.ts'
import type { Journal } from '../lib/journal/journal.ts'
import { openOpfsJournal } from '../lib/journal/opfs.ts'
import { refreshLibrary } from '../lib/library.ts'
import { openingStatus, type Change, type LogbookStatus, type Request } from '../lib/logbook-messages.ts'
import { backoffMs, giveUp, pendingOf, stopRefusing, syncRound, unsent, type Ledger } from '../lib/sync.ts'
import { onTokenNews } from '../lib/token.ts'
import { openView } from '../lib/view/schema.ts'
import { showPending } from '../lib/view/write.ts'

export interface Owner {
  handle(request: Request): Promise<void>
  status(): LogbookStatus
}

/** Even when nothing happens here, another device may have logged something. */
const IDLE_SYNC_MS = 60_000

/** Opens the logbook of one account: the journal first, then the view on it, then the exchange with the server. */
export async function openOwner(
  account: AccountId,
  tell: { status(status: LogbookStatus): void; changed(opIds: readonly string[]): void },
): Promise<Owner> {
  const ledger = await openLedger(account)
  let status: LogbookStatus = {
    ...openingStatus,
    phase: 'idle',
    journal: ledger.journal.kind,
    isComplete: (await ledger.view.get('meta', 'isComplete')) === true,
  }
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let askedAgain = false
  let lastWrite: Promise<void> = Promise.resolve()
  /** The newest time of any device that the server has told of. In memory: logging a set must not wait for the view. */
  let seen = await clockOf(ledger)
  const changed = () => tell.changed([])

  onTokenNews((news) => {
    if (news.kind === 'token' && status.phase === 'signed_out') void sync()
  })
  report({})
  changed()
  void sync()

  return { handle, status: () => status }

  async function handle(request: Request): Promise<void> {
    if (request.act === 'write') return write(request.changes)
    if (request.act === 'give_up') await giveUp(ledger, request.opId)
    if (request.act === 'retry') await stopRefusing(ledger, request.opId)
    if (request.act === 'fetch_loads') await ledger.view.delete('meta', 'snapshotsAt')
    changed()
    failures = 0
    void sync()
  }

  /** Resolves when the changes are on the disk, one request after the other. A change that is there already is not written twice. */
  function write(changes: readonly Change[]): Promise<void> {
    const writing = append(changes, lastWrite)
    lastWrite = writing.catch(() => undefined)
    return writing
  }

  async function append(changes: readonly Change[], before: Promise<void>) {
    await before
    const known = new Set(ledger.journal.ops.map((op) => op.opId))
    const unknown = changes.filter((change) => !known.has(change.opId))
    const ops = numbered(unknown, ledger.journal, seen)
    await ledger.journal.append(ops)
    void shown(ops, changes)
  }

  /** The disk has them and the page knows; the view and the server come after. */
  async function shown(ops: readonly SyncOp[], changes: readonly Change[]) {
    report({})
    await showPending(ledger.view, ops, pendingOf(ledger)).catch(() => undefined) // a lost view is rebuilt at the next start
    tell.changed(changes.map(({ opId }) => opId))
    failures = 0
    void sync()
  }

  function sync(): Promise<void> {
    askedAgain = running !== undefined
    running ??= round().finally(() => {
      running = undefined
      if (askedAgain) void sync()
    })
    return running
  }

  /** Known before it is shown: what is done on seeing it must count as later. */
  function pulled(hasMore: boolean) {
    if (status.isComplete === hasMore) report({ isComplete: !hasMore })
    void clockOf(ledger)
      .then((clock) => (seen = clock))
      .finally(changed)
  }

  async function round() {
    clearTimeout(timer)
    report({ phase: 'syncing' })
    try {
      await Promise.all([syncRound(ledger, { call, now: timeNow }, pulled), refreshLibrary(ledger.view, timeNow(), changed)])
      failures = 0
      report({ phase: 'idle', isComplete: true, lastSyncedAt: timeNow() })
      changed()
      timer = setTimeout(() => void sync(), IDLE_SYNC_MS)
    } catch (error) {
      const isSignedOut = error instanceof Problem && error.code.startsWith('auth.') && error.code !== 'auth.too_many_attempts'
      report({ phase: isSignedOut ? 'signed_out' : 'waiting' })
      if (!isSignedOut) timer = setTimeout(() => void sync(), backoffMs(failures++, Math.random))
    }
  }

  function report(change: Partial<LogbookStatus>) {
    status = { ...status, ...change, unsynced: unsent(ledger).length, refused: ledger.refused.size }
    tell.status(status)
  }
}

async function openLedger(account: AccountId): Promise<Ledger> {
  const journal = await openJournal(account)
  const view = await openView(account)
  const known = new Set(journal.ops.map((op) => op.opId as string))
  const refused = (await view.getAll('refused')).filter(({ opId }) => known.has(opId))
  const ledger = { journal, view, answered: new Set<string>(), refused: new Map(refused.map((entry) => [entry.opId, entry])) }
  await showPending(view, journal.ops, pendingOf(ledger)) // the view may have been lost, or be behind
  return ledger
}

const clockOf = async ({ view }: Ledger) => ((await view.get('meta', 'clock')) as string | undefined) ?? FIRST_HLC

const newDeviceId = () => newId<'device'>()

async function openJournal(account: AccountId): Promise<Journal> {
  try {
    return await openOpfsJournal(account, newDeviceId)
  } catch {
    return openIdbJournal(account, newDeviceId) // a private window, plain http, or an old browser: the status says so
  }
}

/** Numbers changes in their order, each later than all that was done here and all that was seen of others. */
function numbered(changes: readonly Change[], journal: Journal, seen: string): readonly SyncOp[] {
  let hlc = laterHlc(journal.lastHlc, seen)
  const first = journal.nextSeq
  return changes.map((change, place) => {
    hlc = nextHlc(hlc, timeNow())
    return { ...change, deviceId: journal.deviceId, deviceSeq: first + place, hlc }
  })
}
