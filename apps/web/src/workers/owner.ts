import type { SyncOp } from '@gymgenius/contracts'
import type { AccountId } from '@gymgenius/domain'
import { backoffMs } from '../lib/backoff.ts'
import { timeNow } from '../lib/clock.ts'
import { onTokenNews } from '../lib/held-token.ts'
import { FIRST_HLC, laterHlc, nextHlc } from '../lib/hlc.ts'
import { newId } from '../lib/ids.ts'
import { openIdbJournal } from '../lib/journal/idb-journal.ts'
import type { Journal } from '../lib/journal/journal.ts'
import { openOpfsJournal } from '../lib/journal/opfs.ts'
import { giveUp, type Ledger, pendingOf, settleToLeave, stopRefusing, unsent } from '../lib/ledger.ts'
import { openingStatus, type Change, type LogbookStatus, type Request } from '../lib/logbook-messages.ts'
import { Problem } from '../lib/problem.ts'
import { openView } from '../lib/view/schema.ts'
import { type Pulled, showPending, type Told } from '../lib/view/write.ts'

export interface Owner {
  handle(request: Request): Promise<void>
  status(): LogbookStatus
}

/** Even when nothing happens here, another device may have logged something. */
const IDLE_SYNC_MS = 60_000

/** Opens the logbook of one account: the journal first, then the view on it, then the exchange with the server. */
export async function openOwner(
  account: AccountId,
  tell: { status(status: LogbookStatus): void; changed(opIds: readonly string[], isTraining?: boolean, rows?: Told): void },
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
    if (request.act === 'leave') return settleToLeave(ledger)
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
    const rows = await showPending(ledger.view, ops, pendingOf(ledger)).catch(() => undefined) // a lost view is rebuilt at the next start
    const opIds = changes.map(({ opId }) => opId)
    // A change that was asked for twice is told again, with nothing new to show: then the page looks for itself.
    tell.changed(opIds, isAllTraining(changes), ops.length === changes.length ? rows : undefined)
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

  /** Known before it is shown: what is done on seeing it must count as later. Where nothing came, nothing is read again. */
  function pulled(hasMore: boolean, came?: Pulled, rows?: Told) {
    if (status.isComplete === hasMore) report({ isComplete: !hasMore })
    if (came !== undefined) seen = laterHlc(seen, came.clock)
    const { isEmpty, isTraining } = contentOf(came)
    if (!isEmpty) tell.changed([], isTraining, rows)
  }

  /** Mostly what came as it was pulled; seldom the server has overruled it. */
  function letGo(rows: Told) {
    if (rows?.length !== 0) tell.changed([], rows && isAllTraining(rows), rows)
  }

  async function round() {
    clearTimeout(timer)
    report({ phase: 'syncing' })
    const refused = ledger.refused.size
    try {
      const { exchange } = await import('./exchange.ts')
      await exchange(ledger, { pulled, letGo }, changed)
      failures = 0
      report({ phase: 'idle', isComplete: true, lastSyncedAt: timeNow() })
      // What came was shown as it came.
      if (ledger.refused.size !== refused) changed()
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

const isAllTraining = (of: readonly Pick<SyncOp, 'entity'>[]) => of.every(({ entity }) => entity === 'set' || entity === 'workout')

/** What a page of a pull says anything of. What is not known may be anything. */
function contentOf(came: Pulled | undefined): { readonly isEmpty: boolean; readonly isTraining: boolean } {
  if (came === undefined) return { isEmpty: false, isTraining: false }
  const { sets, workouts, routines, movements, gyms = [], diary = [] } = came
  const others = routines.length + movements.length + gyms.length + diary.length
  return { isEmpty: others + sets.length + workouts.length === 0, isTraining: others === 0 }
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
