import { mkdtempSync, rmSync } from 'node:fs'
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
export async function barePglite(): Promise<{ transaction(work: Work): Bare['run']; close: Bare['close'] }> {
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
  let n = 0
  return {
    transaction: (work) => () =>
      pglite.transaction(async (tx) => {
        for (const bytes of work.writes) await tx.query('insert into note (body) values ($1)', [snapshotText(bytes)])
        for (let i = 0; i < work.keyReads; i++) await tx.query('select load, reps from note where id = $1', [(n++ % 20_000) + 1])
        for (let i = 0; i < work.listReads; i++)
          await tx.query('select id, at, load, reps, rir, body from note where lift = $1 order by at desc limit 120', [n++ % 10])
      }),
    close: async () => {
      await pglite.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Text that repeats itself as a stored snapshot does. */
const snapshotText = (bytes: number) => '{"kind":"working","load":80,"reps":8,"rir":2},'.repeat(Math.ceil(bytes / 46)).slice(0, bytes)
