import type { AthleteId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Ctx } from './context.ts'
import type { Db } from './database.ts'

/**
 * The number of an athlete's next change. Every row that devices share takes one of its own each time it changes, and
 * devices pull by it. Taking one locks the athlete until the unit ends, which puts the writes of one athlete in order:
 * whoever pulls change 7 can never be surprised later by a change 6.
 *
 * With a `count`, takes a block and returns its last number: `last - count + 1` to `last` are yours.
 */
export async function nextChangeSeq(ctx: Ctx, athleteId: AthleteId, count = 1): Promise<number> {
  const block = blocks.get(ctx.db)
  if (block?.athleteId === athleteId) {
    if (block.taken + count <= block.last) return (block.taken += count)
    blocks.delete(ctx.db) // numbers go up: what is left of the block is left out
  }
  const { rows } = await sql<{ head: number | null }>`select next_change(${athleteId}::uuid, ${count}::integer) as head`.execute(ctx.db)
  const head = rows[0]?.head ?? undefined
  if (head === undefined) throw new Error('There is no such athlete') // gone meanwhile, or not this actor's to write for
  return head
}

interface Block {
  readonly athleteId: AthleteId
  readonly last: number
  taken: number
}

/** Numbers taken ahead, by the transaction that took them. */
const blocks = new WeakMap<Db, Block>()

/**
 * Does work that makes many changes of one athlete, `expected` of them taken ahead at once; more are taken as they are needed.
 * Numbers that are not used are never used.
 */
export async function withChangesAhead<T>(ctx: Ctx, athleteId: AthleteId, expected: number, work: () => Promise<T>): Promise<T> {
  const last = await nextChangeSeq(ctx, athleteId, expected)
  blocks.set(ctx.db, { athleteId, last, taken: last - expected })
  return work().finally(() => blocks.delete(ctx.db))
}

/** The number of an athlete's newest change. Every change up to it is committed and can be read; none of those is still to come. */
export async function changeHead(ctx: Ctx, athleteId: AthleteId): Promise<number> {
  const { change_head } = await ctx.db.selectFrom('athlete').select('change_head').where('id', '=', athleteId).executeTakeFirstOrThrow()
  return change_head
}
