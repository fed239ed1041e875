import type { Journal } from './journal/journal.ts'
import type { RefusedOp, View } from './view/schema.ts'
import { forget, letGo, type Told } from './view/write.ts'

/** Where the changes of this phone stand. */
export interface Ledger {
  readonly journal: Journal
  readonly view: View
  /** Answered by the server, but not yet come back by a pull. */
  readonly answered: Set<string>
  readonly refused: Map<string, RefusedOp>
}

/** What the view must show on top of the server's rows. */
export const pendingOf = ({ journal, answered }: Ledger) => ({ ops: journal.ops, answered })

/** Changes the server has not answered, oldest first. */
export const unsent = ({ journal, answered, refused }: Ledger) =>
  journal.ops.filter((op) => !answered.has(op.opId) && !refused.has(op.opId))

/** Once nothing waits: forgets also what the server took and has not sent back yet, because the lifter leaves and nobody will ask for it. */
export async function settleToLeave(ledger: Ledger) {
  if (unsent(ledger).length === 0) await settle(ledger, new Set(ledger.answered))
}

/** Forgets what the server has answered and the view has from it. */
export async function settle(ledger: Ledger, answered: ReadonlySet<string>): Promise<Told> {
  const settled = ledger.journal.ops.filter((op) => answered.has(op.opId))
  await ledger.journal.settle(answered)
  for (const opId of answered) ledger.answered.delete(opId)
  return letGo(ledger.view, settled, 'settled', pendingOf(ledger))
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
