import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/**
 * The yardstick of the embedded product: PGlite alone in this process, on disk with the same durable WAL, running a
 * transaction of as many statements as one of our requests (an insert, and for the rest one-row reads by key).
 */
export async function barePgliteTransaction(statements: number): Promise<{ run: () => Promise<void>; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'gymgenius-bare-'))
  const pglite = new PGlite(join(folder, 'data'), {
    startParams: [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), '-c', 'wal_sync_method=open_datasync'],
  })
  await pglite.exec('create table note (id integer primary key generated always as identity, body text not null)')
  await pglite.exec(`insert into note (body) select repeat('x', 100) from generate_series(1, 20000)`)
  let n = 0
  return {
    run: () =>
      pglite.transaction(async (tx) => {
        await tx.query('insert into note (body) values ($1)', ['a set as it was performed'])
        for (let i = 3; i < statements; i++) await tx.query('select body from note where id = $1', [(n++ % 20_000) + 1]) // begin, insert and commit are three
      }),
    close: async () => {
      await pglite.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
