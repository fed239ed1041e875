import type { AthleteId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Ctx } from './context.ts'

/**
 * The number of an athlete's next change. Every row that devices share takes one of its own each time it changes, and
 * devices pull by it. Taking one locks the athlete until the unit ends, which puts the writes of one athlete in order:
 * whoever pulls change 7 can never be surprised later by a change 6.
 *
 * With a `count`, takes a block and returns its last number: `last - count + 1` to `last` are yours.
 */
export async function nextChangeSeq(ctx: Ctx, athleteId: AthleteId, count = 1): Promise<number> {
  const { rows } = await sql<{ head: number | null }>`select next_change(${athleteId}::uuid, ${count}::integer) as head`.execute(ctx.db)
  const head = rows[0]?.head ?? undefined
  if (head === undefined) throw new Error('There is no such athlete') // gone meanwhile, or not this actor's to write for
  return head
}

/** The number of an athlete's newest change. Every change up to it is committed and can be read; none of those is still to come. */
export async function changeHead(ctx: Ctx, athleteId: AthleteId): Promise<number> {
  const { change_head } = await ctx.db.selectFrom('athlete').select('change_head').where('id', '=', athleteId).executeTakeFirstOrThrow()
  return change_head
}
