import type { SyncOp, SyncOpResult } from '@gymgenius/contracts'
import type { call as callApi } from './api.ts'
import { type Ledger, pendingOf, settle, unsent } from './ledger.ts'
import { Problem } from './problem.ts'
import { Unreachable } from './unreachable.ts'
import { forget, type Pulled, showPending, takeOver, type Told } from './view/write.ts'

/** What one batch may hold: the server refuses more. */
const MAX_OPS = 500
const MAX_BYTES = 1 << 20

export interface SyncWorld {
  readonly call: typeof callApi
  readonly now: () => number
}

/** Told in the order in which the view took them over, so that what is told last is newest. */
export interface SyncNews {
  /** A page of a pull is shown, and whether more is to come; `pulled` is absent where the log is asked for from its beginning. */
  pulled(hasMore: boolean, pulled?: Pulled, shown?: Told): void
  letGo(shown: Told): void
}

/**
 * One round: push all that waits, pull all that changed, then forget what came back. It can stop anywhere and start again:
 * the server takes each change once, and nothing is forgotten before it has returned.
 */
export async function syncRound(ledger: Ledger, world: SyncWorld, news: SyncNews): Promise<void> {
  for (let batch = nextBatch(ledger); batch.length > 0; batch = nextBatch(ledger)) {
    const { results } = await world.call('POST /v1/sync', { body: { ops: [...batch] } })
    await note(ledger, batch, results, world.now())
  }
  // What was answered by now is contained in what the pull brings.
  const answered = new Set(ledger.answered)
  await pullAll(ledger, world, news)
  if (ledger.journal.ops.some((op) => answered.has(op.opId))) news.letGo(await settle(ledger, answered))
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

async function pullAll(ledger: Ledger, world: SyncWorld, news: SyncNews) {
  for (let hasMore = true; hasMore;) {
    const cursor = (await ledger.view.get('meta', 'cursor')) as string | undefined
    try {
      const pulled = await world.call('GET /v1/sync', { query: cursor === undefined ? {} : { cursor } })
      const shown = await takeOver(ledger.view, pulled, pendingOf(ledger))
      hasMore = pulled.hasMore
      news.pulled(hasMore, pulled, shown)
    } catch (error) {
      const isStale = error instanceof Problem && (error.code === 'sync.resync_required' || error.code === 'sync.invalid_cursor')
      if (!isStale || cursor === undefined) throw error
      await forget(ledger.view)
      await showPending(ledger.view, ledger.journal.ops, pendingOf(ledger))
      news.pulled(true)
    }
  }
}
