import type { AthleteId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Ctx } from '../platform/context.ts'

/** Rows of an athlete that somebody can see, by table. */
export async function visibleRows(ctx: Ctx, athleteId: AthleteId): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const { rows } = await sql<{ name: string; dies: boolean }>`
    select c.table_name as name, exists (select from information_schema.columns d where d.table_name = c.table_name and d.column_name = 'deleted_at') as dies
    from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'athlete_id' and c.table_name <> 'import'`.execute(
    ctx.db,
  )
  for (const { name, dies } of rows) {
    const alive = dies ? sql`and deleted_at is null` : sql``
    const counted = await sql<{
      n: number
    }>`select count(*)::int as n from ${sql.table(name)} where athlete_id = ${athleteId} ${alive}`.execute(ctx.db)
    counts[name] = counted.rows[0]!.n
  }
  return counts
}
