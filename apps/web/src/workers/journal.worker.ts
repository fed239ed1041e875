import type { AccountId } from '@gymgenius/domain'
import { beginWith, expectAccount, type HeldToken } from '../lib/held-token.ts'
import { journalOf } from '../lib/journal/journal.ts'
import { hasLocks } from '../lib/locks.ts'
import { channelOf, type Answer, type Broadcast, type Request, type ToWorker } from '../lib/logbook-messages.ts'
import { beginAt } from '../lib/server.ts'
import { openOwner, type Owner } from './owner.ts'

/**
 * Every tab has such a worker. The one that holds the lock owns the journal; the others pass on what their page asks,
 * and the next of them takes over when the owner's tab closes. Asking twice is safe: a change is written once.
 */
declare const self: DedicatedWorkerGlobalScope

const waiting = new Map<string, Request>()
let channel: BroadcastChannel
let owner: Owner | undefined

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data
  if (message.kind === 'open') {
    beginAt(message.server)
    open(message.account, message.token)
  } else if (owner === undefined) {
    waiting.set(message.id, message.request)
    say({ kind: 'ask', id: message.id, request: message.request })
  } else void answer(message.id, message.request)
})

function open(account: AccountId, token: HeldToken | undefined) {
  expectAccount(account)
  beginWith(token)
  channel = new BroadcastChannel(channelOf(account))
  channel.addEventListener('message', (event: MessageEvent<Broadcast>) => hear(event.data))
  say({ kind: 'who' })
  const own = async () => {
    owner = await openOwner(account, {
      status: (status) => say({ kind: 'status', status }),
      changed: (opIds, isTraining, rows) =>
        say({ kind: 'changed', opIds, ...(isTraining === true && { isTraining, ...(rows !== undefined && { rows }) }) }),
    })
    for (const [id, request] of waiting) void answer(id, request)
    say({ kind: 'owner' })
    await new Promise<never>(() => undefined) // the lock is held until this tab goes away
  }
  const owning = hasLocks() ? navigator.locks.request(journalOf(account), own) : own()
  owning.catch((error: unknown) => {
    // Without this the page would wait for ever: tell it that nothing can be kept here.
    for (const id of waiting.keys()) reply({ kind: 'answer', id, error: described(error) })
    throw error
  })
}

function hear(message: Broadcast) {
  if (owner !== undefined) {
    if (message.kind === 'ask') void answer(message.id, message.request)
    if (message.kind === 'who') say({ kind: 'status', status: owner.status() })
    return
  }
  if (message.kind === 'answer') waiting.delete(message.id)
  if (message.kind === 'owner') for (const [id, request] of waiting) say({ kind: 'ask', id, request })
}

async function answer(id: string, request: Request) {
  try {
    await owner!.handle(request)
    reply({ kind: 'answer', id })
  } catch (error) {
    reply({ kind: 'answer', id, error: described(error) })
  }
}

function reply(message: Answer) {
  waiting.delete(message.id)
  say(message)
}

/** Every page of this account listens to the channel, our own too. */
const say = (message: Broadcast) => channel.postMessage(message)

const described = (error: unknown) =>
  error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) }
