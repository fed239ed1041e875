import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { anEvening, type Asking } from '../../testing/evening.ts'
import { test } from '../../testing/front-door.ts'

/** Every text with this word in it that stands in a row of this lifter, by table; a new table is among them by itself. */
async function textsWith(ctx: Ctx, word: string, athleteId: string): Promise<{ table: string; text: string }[]> {
  const { rows: tables } = await sql<{ name: string; owner: string }>`
    select c.table_name as name, c.column_name as owner from information_schema.columns c
    join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
    where c.table_schema = 'public' and c.column_name in ('athlete_id', 'account_id')`.execute(ctx.db)
  const found: { table: string; text: string }[] = []
  for (const { name, owner } of tables) {
    const { rows } = await sql<{ text: string }>`
      select distinct jsonb_path_query(to_jsonb(t), ${sql.lit(`strict $.** ? (@.type() == "string" && @ like_regex "${word}")`)}) #>> '{}' as text
      from ${sql.table(name)} t where ${sql.ref(owner)} = ${athleteId}`.execute(ctx.db)
    for (const { text } of rows) found.push({ table: name, text })
  }
  return found
}

test('whatever a lifter has written anywhere is in the copy of their data', async ({ ctx, door }) => {
  await door.register('owner@example.test')
  const { accessToken, account } = await door.lifter('ann@example.test')
  const ask: Asking = (options) => door.http.inject({ ...options, headers: { ...options.headers, authorization: `Bearer ${accessToken}` } })
  await anEvening(ask, 'Xanadu')
  const { text } = (await ask({ url: '/v1/schemes/five-by-five' })).json() as { text: string }
  const payload = { text: text.replace('about: ', 'about: As in Xanadu. '), gym: 'full', weeks: 1 }
  await ask({ method: 'POST', url: '/v1/programs/text', payload })
  const written = await textsWith(ctx, 'Xanadu', account.id)
  expect(new Set(written.map(({ table }) => table)).size).toBeGreaterThan(5)
  const copy = JSON.stringify((await ask({ url: '/v1/export' })).json())
  expect(written.filter(({ text }) => !copy.includes(JSON.stringify(text).slice(1, -1)))).toEqual([])
})
