import type { AthleteId } from '@gymgenius/domain'
import { sql } from 'kysely'
import { anAthlete } from '../testing/builders.ts'
import { expect, test } from '../testing/test.ts'
import { actingAs, type Ctx } from './context.ts'
import type { Db } from './database.ts'

interface Table {
  readonly name: string
  /** The column that names whose a row is; null: the row is nobody's, and no athlete may read it. */
  readonly owner: string | null
}

interface Column {
  readonly name: string
  readonly type: string
  readonly check: string | null
}

const as = <T>(ctx: Ctx, athleteId: AthleteId, work: (ctx: Ctx) => Promise<T>) =>
  actingAs(ctx, { kind: 'athlete', athleteId, loginSessionId: athleteId as never }, work)

/** Every table there is, and the column that says whose its rows are. */
async function tables(db: Db): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, (
      select a.attname from pg_attribute a
      where a.attrelid = c.oid and (a.attname in ('athlete_id', 'account_id', 'created_by')
        or a.attname = 'id' and c.relname in ('account', 'athlete'))
      order by a.attname limit 1) as owner
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname <> 'migration'
    order by c.relname`.execute(db)
  return rows
}

/** Puts a row of this owner into a table, whatever the table is: every column gets a value that its type and checks allow. */
async function putRow(db: Db, { name, owner }: Table, ownerId: AthleteId) {
  const { rows: columns } = await sql<Column>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, (
      select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as check
    from pg_attribute a where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`.execute(db)
  const values = columns.map((column) => (column.name === owner ? sql`${ownerId}::uuid` : aValue(column)))
  const names = sql.join(columns.map((column) => sql.ref(column.name)))
  await sql`insert into ${sql.table(name)} (${names}) values (${sql.join(values)})`.execute(db)
}

function aValue({ name, type, check }: Column) {
  const allowed = /ARRAY\['(\w+)'/.exec(check ?? '')?.[1]
  const values: Record<string, unknown> = {
    uuid: sql`gen_random_uuid()`,
    text: allowed ?? sql`gen_random_uuid()::text`,
    'text[]': check?.includes('cardinality') === true ? sql`'{a}'::text[]` : sql`'{}'::text[]`,
    'real[]': sql`array_fill(0::real, array[768])`,
    integer: 1,
    'double precision': 1,
    boolean: true,
    jsonb: check?.includes("'array'") === true ? sql`'[]'::jsonb` : sql`'{}'::jsonb`,
    bytea: sql`''::bytea`,
    'timestamp with time zone': sql`now()`,
  }
  if (!(type in values)) throw new Error(`${name} is ${type}: say here what a value of it looks like`)
  return sql`${values[type]}`
}

const count = async (db: Db, { name, owner }: Table, ownerId: AthleteId) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(name)} where ${sql.ref(owner!)} = ${ownerId}`.execute(db)
  return rows[0]!.count
}

test('in no table does one athlete see, change, remove or make a row of another', async ({ ctx }) => {
  const [ann, bob] = [await anAthlete(ctx), await anAthlete(ctx)]
  const owned = (await tables(ctx.db)).filter((table) => table.owner !== null)
  expect(owned.length).toBeGreaterThan(13)
  await sql`set local session_replication_role = replica`.execute(ctx.db) // rows may point at nothing here
  for (const table of owned) {
    if (!['account', 'athlete'].includes(table.name)) for (const owner of [ann, bob]) await putRow(ctx.db, table, owner)
    const owner = sql.ref(table.owner!)
    const target = sql.table(table.name)
    expect(await as(ctx, ann, ({ db }) => count(db, table, bob)), `${table.name} is seen`).toBe(0)
    expect(await as(ctx, ann, ({ db }) => count(db, table, ann)), `${table.name} hides one's own`).toBe(1)
    await as(ctx, ann, async ({ db }) => {
      const changed = await sql`update ${target} set ${owner} = ${owner} where ${owner} <> ${ann}`.execute(db)
      expect(changed.numAffectedRows, `${table.name} is changed`).toBe(0n)
      const removed = await sql`delete from ${target} where ${owner} <> ${ann}`.execute(db)
      expect(removed.numAffectedRows, `${table.name} is removed`).toBe(0n)
    })
    const givenAway = as(ctx, ann, ({ db }) => sql`update ${target} set ${owner} = ${bob} where ${owner} = ${ann}`.execute(db))
    await expect(givenAway, `${table.name} is given away`).rejects.toMatchObject({ code: '42501' })
    const forged = as(ctx, ann, ({ db }) => putRow(db, table, bob))
    await expect(forged, `${table.name} is forged`).rejects.toMatchObject({ code: '42501' })
    expect(await count(ctx.db, table, bob)).toBe(1)
  }
})

test('what is nobody’s is read by no athlete', async ({ ctx }) => {
  const ann = await anAthlete(ctx)
  const ownerless = (await tables(ctx.db)).filter((table) => table.owner === null)
  await sql`set local session_replication_role = replica`.execute(ctx.db)
  for (const table of ownerless) {
    await putRow(ctx.db, table, ann)
    const seen = await as(ctx, ann, ({ db }) => sql`select * from ${sql.table(table.name)}`.execute(db))
    expect(seen.rows, table.name).toEqual([])
  }
  expect(ownerless.map((table) => table.name)).toEqual(expect.arrayContaining(['chore', 'outbox', 'refresh_token']))
})

test('the library of movements is everybody’s to read and nobody’s to change', async ({ ctx }) => {
  const ann = await anAthlete(ctx)
  await sql`set local session_replication_role = replica`.execute(ctx.db)
  const library: Table = { name: 'movement', owner: 'athlete_id' }
  await putRow(ctx.db, library, ann)
  await ctx.db.updateTable('movement').set({ athlete_id: null }).where('athlete_id', '=', ann).execute()
  await as(ctx, ann, async ({ db }) => {
    expect((await db.selectFrom('movement').select('id').where('athlete_id', 'is', null).execute()).length).toBeGreaterThan(0)
    const changed = await db.updateTable('movement').set({ name: 'mine' }).where('athlete_id', 'is', null).executeTakeFirst()
    expect(changed.numUpdatedRows).toBe(0n)
  })
})

test('no role of the house passes the policies, owns anything, signs in or becomes another', async ({ ctx }) => {
  const { rows } = await sql`
    select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb, rolreplication,
      (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned,
      (select count(*)::int from pg_auth_members where member = pg_roles.oid) as memberships
    from pg_roles where rolname in ('gymgenius_request', 'gymgenius_system', 'gymgenius_trainer') order by rolname`.execute(ctx.db)
  const powerless = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, rolcreatedb: false }
  const alone = { rolreplication: false, owned: 0, memberships: 0 }
  expect(rows).toEqual([
    { rolname: 'gymgenius_request', ...powerless, ...alone },
    { rolname: 'gymgenius_system', ...powerless, ...alone },
    { rolname: 'gymgenius_trainer', ...powerless, ...alone },
  ])
})

test('a unit without an account sees nothing at all', async ({ ctx }) => {
  const ann = await anAthlete(ctx)
  expect(await as(ctx, ann, ({ db }) => db.selectFrom('account').select('id').execute())).toHaveLength(1)
  expect(await as(ctx, '' as AthleteId, ({ db }) => db.selectFrom('account').select('id').execute())).toEqual([])
})
