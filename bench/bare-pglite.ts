import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/** A transaction of ours, counted: what it writes, and what it reads. Begin and commit are two statements more. */
export interface Work {
  /** Rows written, by their size in bytes. */
  readonly writes: readonly number[]
  /** Statements that read one row by its key; setting the role is counted as one. */
  readonly keyReads: number
  /** Statements that read the newest 120 rows of an index. */
  readonly listReads: number
}

export const statementsOf = ({ writes, keyReads, listReads }: Work) => writes.length + keyReads + listReads + 2

/** The same number of statements, each as small as can be: one insert, then one-row reads. */
export const smallest = (work: Work): Work => ({ writes: [100], keyReads: statementsOf(work) - 3, listReads: 0 })

export interface Bare {
  run(): Promise<void>
  close(): Promise<void>
}

/**
 * The yardstick of the embedded product: PGlite alone in this process, on disk with the same durable WAL, with no socket,
 * no HTTP, no rights and no engine, running a transaction of as many statements.
 */
export async function barePglite(): Promise<{ transaction(work: Work): Bare['run']; logSet: Bare['run']; close: Bare['close'] }> {
  const folder = mkdtempSync(join(tmpdir(), 'gymgenius-bare-'))
  const pglite = new PGlite(join(folder, 'data'), {
    startParams: [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), '-c', 'wal_sync_method=open_datasync'],
  })
  await pglite.exec(`
    create table note (id integer primary key generated always as identity, lift integer not null default 1, at timestamptz not null default now(),
      load double precision not null default 80, reps integer not null default 8, rir double precision default 2, body text not null);
    create index note_recent on note (lift, at desc);
    insert into note (lift, at, body) select g % 10, now() - g * interval '1 hour', 'working' from generate_series(1, 20000) g;
    analyze`)
  const logSet = await barelyLogging(pglite)
  let n = 0
  return {
    transaction: (work) => () =>
      pglite.transaction(async (tx) => {
        for (const bytes of work.writes) await tx.query('insert into note (body) values ($1)', [snapshotText(bytes)])
        for (let i = 0; i < work.keyReads; i++) await tx.query('select load, reps from note where id = $1', [(n++ % 20_000) + 1])
        for (let i = 0; i < work.listReads; i++)
          await tx.query('select id, at, load, reps, rir, body from note where lift = $1 order by at desc limit 120', [n++ % 10])
      }),
    logSet,
    close: async () => {
      await pglite.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The very statements with which the product logs a set, on its own tables with their indexes and rights, and a history of 20,000 sets. */
async function barelyLogging(pglite: PGlite): Promise<Bare['run']> {
  const migrations = new URL('../apps/api/migrations/', import.meta.url)
  for (const name of readdirSync(migrations).sort()) await pglite.exec(readFileSync(new URL(name, migrations), 'utf8'))
  const [athlete, movement] = [crypto.randomUUID(), crypto.randomUUID()]
  await pglite.exec(`
    insert into account (id, email, password_hash, role, created_at, password_changed_at) values ('${athlete}', 'a@example.test', '', 'athlete', now(), now());
    insert into athlete (id) values ('${athlete}');
    insert into movement (id, name, pattern, equipment, laterality, load_kind, created_at)
      values ('${movement}', 'Squat', 'squat', 'barbell', 'bilateral', 'external', now());
    insert into workout (id, athlete_id, name, started_at, ended_at, created_at, updated_at, change_seq)
      select gen_random_uuid(), '${athlete}', 'Day A', now() - w * interval '2 days', now() - w * interval '2 days', now(), now(), w from generate_series(1, 800) w;
    insert into performed_set (id, athlete_id, workout_id, movement_id, kind, position, performed_at, load_kg, reps, rir, created_at, updated_at, change_seq)
      select gen_random_uuid(), '${athlete}', w.id, '${movement}', 'working', s, w.started_at, 80, 8, 2, now(), now(), s
      from workout w, generate_series(1, 25) s;
    insert into workout (id, athlete_id, name, started_at, created_at, updated_at, change_seq)
      values (gen_random_uuid(), '${athlete}', 'Day B', now(), now(), now(), 1);
    analyze`)
  const clock = `${'0'.repeat(15)} server`
  const field_clocks = { movementId: clock, kind: clock, loadKg: clock, reps: clock, rir: clock, performedAt: clock }
  return () =>
    pglite.transaction(async (tx) => {
      await tx.query("select set_config('role', 'gymgenius_request', true), set_config('gymgenius.account_id', $1, true)", [athlete])
      const now = new Date().toISOString()
      const times = { performed_at: now, created_at: now, updated_at: now }
      const said = { id: crypto.randomUUID(), athlete_id: athlete, movement_id: movement, kind: 'working', load_kg: 80, reps: 8, rir: 2 }
      const rest = { effort_scale: 'rir', to_failure: false, needs_confirmation: false, field_clocks }
      await tx.query(
        "select * from log_set($1::jsonb, $2::uuid, $3::boolean, $4::timestamptz, $5::timestamptz, $6::float8 * interval '1 second')",
        [{ ...said, ...rest, ...times }, null, false, now, now, 1800],
      )
    })
}

/** Text that repeats itself as a stored snapshot does. */
const snapshotText = (bytes: number) => '{"kind":"working","load":80,"reps":8,"rir":2},'.repeat(Math.ceil(bytes / 46)).slice(0, bytes)
