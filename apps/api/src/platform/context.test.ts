import { anAthlete } from '../testing/builders.ts'
import { expect, test } from '../testing/test.ts'
import { actingAs, inTransaction, system } from './context.ts'

test('a unit that fails leaves nothing behind, even inside another', async ({ ctx }) => {
  const kept = await inTransaction(ctx, async (outer) => {
    const kept = await anAthlete(outer)
    const failing = inTransaction(outer, async (inner) => {
      await anAthlete(inner)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    return kept
  })
  const rows = await ctx.db.selectFrom('athlete').select('id').execute()
  expect(rows).toEqual([{ id: kept }])
})

test('an athlete whose query forgets its where sees only their own rows', async ({ ctx }) => {
  const [mine] = [await anAthlete(ctx), await anAthlete(ctx)]
  const seen = await actingAs(ctx, { kind: 'athlete', athleteId: mine, loginSessionId: mine as never }, (ctx) =>
    ctx.db.selectFrom('athlete').select('id').execute(),
  )
  expect(seen).toEqual([{ id: mine }])
  expect(await actingAs(ctx, system, (ctx) => ctx.db.selectFrom('athlete').select('id').execute())).toHaveLength(2)
})

test('every table has an owner, a forced policy and a room', async ({ ctx }) => {
  const { sql } = await import('kysely')
  const { rows } = await sql<{ name: string; forced: boolean; policies: number; comment: string | null }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies, obj_description(c.oid) as comment
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'`.execute(ctx.db)
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter((row) => !row.forced || row.policies === 0 || !row.comment?.startsWith('room: '))).toEqual([])
})
