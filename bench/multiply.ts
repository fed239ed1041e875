import type { Machines } from '../apps/api/src/testing/machines.ts'

/** What a lifter who only trains has, in the order in which it can be written. */
const TABLES = ['account', 'athlete', 'login_session', 'workout', 'performed_set', 'movement_belief', 'lifter_belief', 'set_forecast']
/** Ids of what all lifters share, or of rows that are not copied. */
const SHARED = ['movement_id', 'base_id', 'import_id', 'device_id', 'gym_id', 'routine_id', 'program_id']

/** The id of somebody's `copy`th likeness: the same wherever it stands. */
export const likenessOf = (id: string, copy: number): string => copy.toString(16).padStart(4, '0') + id.slice(4)

/** Every lifter there is `copies` times more, under ids and addresses of their own: accounts, sign-ins, sets and what was learned from them. */
export async function multiply(machines: Pick<Machines, 'query'>, copies: number): Promise<void> {
  if (copies < 1) return
  const { rows } = await machines.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = any($1::text[]) and is_generated = 'NEVER'`,
    [TABLES],
  )
  for (const table of TABLES) {
    const columns = rows.filter((row) => row.table === table)
    const values = columns.map(({ column, type }) => {
      if (column === 'email') return `n || t."email"`
      if (type !== 'uuid' || SHARED.includes(column)) return `t."${column}"`
      return `overlay(t."${column}"::text placing lpad(to_hex(n), 4, '0') from 1 for 4)::uuid`
    })
    const names = columns.map(({ column }) => `"${column}"`).join(', ')
    // What opening an account writes by itself is there already.
    await machines.query(
      `insert into ${table} (${names}) select ${values.join(', ')} from ${table} t, generate_series(1, ${copies}) n on conflict do nothing`,
    )
  }
  await machines.query('analyze')
}
