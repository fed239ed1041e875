import type { SyncOp, SyncOpResult } from '@gymgenius/contracts'
import { Problem } from './problem.ts'
import type { Rng } from '@gymgenius/domain'
import type { call as callApi } from './api.ts'
import type { Journal } from './journal/journal.ts'
import { Unreachable } from './unreachable.ts'
import type { RefusedOp, View } from './view/schema.ts'
import { forget, letGo, showPending, takeOver } from './view/write.ts'

/** What one batch may hold: the server refuses more. */
const MAX_OPS = 500
const MAX_BYTES = 1 << 20

/** Where the changes of this phone stand. */
export interface Ledger {
  readonly journal: Journal
  readonly view: View
  /** Answered by the server, but not yet come back by a pull. */
  readonly answered: Set<string>
  readonly refused: Map<string, RefusedOp>
}

export interface SyncWorld {
  readonly call: typeof callApi
  readonly now: () => number
}

/** What the view must show on top of the server's rows. */
export const pendingOf = ({ journal, answered }: Ledger) => ({ ops: journal.ops, answered })

/** Changes the server has not answered, oldest first. */
export const unsent = ({ journal, answered, refused }: Ledger) =>
  journal.ops.filter((op) => !answered.has(op.opId) && !refused.has(op.opId))

/**
 * One round: push all that waits, pull all that changed, then forget what came back. It can stop anywhere and start again:
 * the server takes each change once, and nothing is forgotten before it has returned. Calls `onPulled` after each
 * page, and says whether more is to come.
 */
export async function syncRound(ledger: Ledger, world: SyncWorld, onPulled: (hasMore: boolean) => void): Promise<void> {
  for (let batch = nextBatch(ledger); batch.length > 0; batch = nextBatch(ledger)) {
    const { results } = await world.call('POST /v1/sync', { body: { ops: [...batch] } })
    await note(ledger, batch, results, world.now())
  }
  // What was answered by now is contained in what the pull brings.
  const answered = new Set(ledger.answered)
  await pullAll(ledger, world, onPulled)
  const settled = ledger.journal.ops.filter((op) => answered.has(op.opId))
  if (settled.length === 0) return
  await ledger.journal.settle(answered)
  for (const opId of answered) ledger.answered.delete(opId)
  await letGo(ledger.view, settled, 'settled', pendingOf(ledger))
}

/** Gives up a change that the server refused: the row is again what the server says. */
export async function giveUp(ledger: Ledger, opId: string) {
  const op = ledger.journal.ops.find((candidate) => candidate.opId === opId)
  if (op !== undefined) {
    await ledger.journal.drop(op.opId)
    await letGo(ledger.view, [op], 'given up', pendingOf(ledger))
    if (op.kind === 'delete') await forget(ledger.view) // its rows are gone here: ask for them again
  }
  await stopRefusing(ledger, opId)
}

/** Sends a refused change again with the next round. */
export async function stopRefusing(ledger: Ledger, opId: string) {
  ledger.refused.delete(opId)
  await ledger.view.delete('refused', opId)
}

/** How long to wait after so many failures in a row: doubling to five minutes, and never all phones at once. */
export function backoffMs(failures: number, rng: Rng) {
  return Math.min(1000 * 2 ** failures, 300_000) * (0.5 + rng())
}

function nextBatch(ledger: Ledger): readonly SyncOp[] {
  const batch: SyncOp[] = []
  let bytes = 0
  for (const op of unsent(ledger)) {
    bytes += JSON.stringify(op).length * 3 // at most three bytes a character
    if (batch.length === MAX_OPS || (batch.length > 0 && bytes > MAX_BYTES)) break
    batch.push(op)
  }
  return batch
}

async function note(ledger: Ledger, batch: readonly SyncOp[], results: readonly SyncOpResult[], now: number) {
  const byId = new Map(results.map((result) => [result.opId, result]))
  const missing = batch.filter((op) => !byId.has(op.opId))
  if (missing.length > 0) throw new Unreachable(`${missing.length} changes were not answered`)
  for (const op of batch) {
    const { outcome, code, errors } = byId.get(op.opId)!
    if (outcome !== 'rejected') {
      ledger.answered.add(op.opId)
      continue
    }
    const refused = { opId: op.opId, op, code: code ?? 'request.invalid', errors: errors ?? [], at: now }
    ledger.refused.set(op.opId, refused)
    await ledger.view.put('refused', refused)
  }
}

async function pullAll(ledger: Ledger, world: SyncWorld, onPulled: (hasMore: boolean) => void) {
  for (let hasMore = true; hasMore;) {
    const cursor = (await ledger.view.get('meta', 'cursor')) as string | undefined
    try {
      const pulled = await world.call('GET /v1/sync', { query: cursor === undefined ? {} : { cursor } })
      await takeOver(ledger.view, pulled, pendingOf(ledger))
      hasMore = pulled.hasMore
      onPulled(hasMore)
    } catch (error) {
      const isStale = error instanceof Problem && (error.code === 'sync.resync_required' || error.code === 'sync.invalid_cursor')
      if (!isStale || cursor === undefined) throw error
      await forget(ledger.view)
      await showPending(ledger.view, ledger.journal.ops, pendingOf(ledger))
      onPulled(true)
    }
  }
}
