import type { AccountId, OpId } from '@gymgenius/domain'
import type { Query } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { heldToken, onTokenNews } from './held-token.ts'
import { newId } from './ids.ts'
import { channelOf, openingStatus, type Answer, type Broadcast, type Change, type LogbookStatus, type Request } from './logbook-messages.ts'
import { begin, failed, forgetInFlight, inFlight, landed, saved } from './in-flight.ts'
import { queries } from './queries.ts'
import { serverAddress } from './server.ts'
import { currentSession } from './session.ts'
import { VIEW } from './view/read.ts'
import { onceRead, showRows } from './view/show-rows.ts'

export type { Change, LogbookStatus } from './logbook-messages.ts'

/** The journal did not take a change: it is not saved, and the screen must say so. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved'
}

/** How long the tab that owns the journal may take before we say that nothing was saved. */
const PATIENCE_MS = 8000

interface Open {
  readonly account: AccountId
  readonly worker: Worker
  readonly channel: BroadcastChannel
}

let open: Open | undefined
let status: LogbookStatus = openingStatus
const asked = new Map<string, (answer: Answer) => void>()
const listeners = new Set<() => void>()

/** Opens the logbook of the account that is signed in. Opening it again is no error. */
export function openLogbook(account: AccountId) {
  if (open?.account === account) return
  closeLogbook()
  const worker = new Worker(new URL('../workers/journal.worker.ts', import.meta.url), { type: 'module', name: 'journal' })
  const channel = new BroadcastChannel(channelOf(account))
  channel.addEventListener('message', (event: MessageEvent<Broadcast>) => hear(event.data))
  worker.postMessage({ kind: 'open', account, token: heldToken(), server: serverAddress() })
  open = { account, worker, channel }
  void navigator.storage?.persist?.()
}

onTokenNews(({ kind }) => kind === 'left' && leave())

/** Nobody is signed in here any more, by whatever tab: makes way, as soon as nothing is on its way to the disk. */
function leave() {
  if (currentSession().account !== undefined || inFlight().some(({ state }) => state === 'writing')) return
  sessionStorage.clear()
  closeLogbook()
}

function closeLogbook() {
  open?.worker.terminate()
  open?.channel.close()
  open = undefined
  status = openingStatus
  forgetInFlight()
  queries.clear()
}

/**
 * Writes changes to the journal. Screens show them at once; the promise resolves when they are on the disk, and rejects
 * with `NotSaved` when they are not. Then they stay on the screen as not saved until `writeAgain`.
 */
export const write = (changes: readonly Omit<Change, 'opId'>[]) => put(changes.map((change) => ({ ...change, opId: newId<'op'>() })))

export const writeAgain = () => put(inFlight().flatMap(({ change, state }) => (state === 'failed' ? [change] : [])))

async function put(changes: readonly Change[]) {
  if (changes.length === 0) return
  begin(changes)
  try {
    await ask({ act: 'write', changes })
    saved(changes)
  } catch (error) {
    failed(changes)
    throw error
  } finally {
    leave()
  }
}

export const syncNow = () => ask({ act: 'sync' })
export const settleToLeave = () => ask({ act: 'leave' })
export const fetchLoads = () => ask({ act: 'fetch_loads' })
export const giveUpChange = (opId: OpId) => ask({ act: 'give_up', opId })
export const retryChange = (opId: OpId) => ask({ act: 'retry', opId })

export const logbookStatus = () => status
export const useLogbookStatus = () => useSyncExternalStore(subscribe, logbookStatus)

/** Whether the server knows all that was done here. */
export const useIsSettled = () => useSyncExternalStore(subscribe, isSettled)
const isSettled = () => status.unsynced === 0 && status.refused === 0 && status.phase === 'idle'

function ask(request: Request): Promise<void> {
  const id = newId()
  return new Promise((resolve, reject) => {
    if (open === undefined) {
      reject(new NotSaved('No logbook is open'))
      return
    }
    const timer = setTimeout(() => settle(new NotSaved('The tab that keeps the log does not answer')), PATIENCE_MS)
    const settle = (error: Error | undefined) => {
      clearTimeout(timer)
      asked.delete(id)
      if (error === undefined) resolve()
      else reject(error)
    }
    asked.set(id, ({ error }) => settle(error === undefined ? undefined : new NotSaved(`${error.name}: ${error.message}`)))
    open.worker.postMessage({ kind: 'ask', id, request })
  })
}

function hear(message: Broadcast) {
  if (message.kind === 'answer') asked.get(message.id)?.(message)
  // What is shown by the view need not be laid over it any more; in this order, so that nothing blinks.
  if (message.kind === 'changed') void show(message).then(() => landed(message.opIds))
  if (message.kind !== 'status') return
  status = message.status
  for (const listener of listeners) listener()
}

/** What no set and no workout changes: a thousand movements among it, and a press on Done would read them all again. */
const apartFromTraining: ReadonlySet<unknown> = new Set('movements routines gyms loadSteps loading draft snapshot refused'.split(' '))

/** Shows what changed where it is told; else reads again what may have. */
async function show({ isTraining, rows }: Extract<Broadcast, { kind: 'changed' }>) {
  if (rows !== undefined) return showRows(rows)
  const touched = {
    queryKey: [VIEW],
    predicate: ({ queryKey }: Pick<Query, 'queryKey'>) => isTraining !== true || !apartFromTraining.has(queryKey[1]),
  }
  for (const query of queries.getQueryCache().findAll(touched))
    if (query.state.fetchStatus !== 'idle' && query.state.data === undefined) onceRead(query) // a first reading is not begun anew
  return queries.invalidateQueries(touched)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

addEventListener('online', nudge)
document.addEventListener('visibilitychange', nudge)

/** The network may be back, or the lifter is: see what waits. */
function nudge() {
  if (open !== undefined && document.visibilityState === 'visible') syncNow().catch(() => undefined)
}
