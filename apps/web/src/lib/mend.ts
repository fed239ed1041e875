import { giveUpChange, write } from './logbook.ts'
import { mendedChange } from './mended-change.ts'
import type { RefusedOp } from './view/schema.ts'

/** Sends the mended change, and when it is on the disk lets go of those it stands for. */
export async function writeMended(refused: readonly RefusedOp[], mended: Readonly<Record<string, unknown>>) {
  const ops = refused.map(({ op }) => op).toSorted((a, b) => a.deviceSeq - b.deviceSeq)
  const { entity, entityId } = ops[0]!
  await write([{ entity, entityId, ...mendedChange(ops, mended) }])
  for (const { opId } of ops) await giveUpChange(opId)
}

/** All that was refused of one row, other than taking it away. */
export const refusedOf = (all: readonly RefusedOp[], entityId: string) =>
  all.filter(({ op }) => op.entityId === entityId && op.kind !== 'delete')
