import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test as base } from 'vitest'
import { openEmbedded } from './embedded.ts'
import { FolderInUse } from './lock.ts'

const fail = (error: Error) => {
  throw error
}

const test = base
  .extend('folder', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'gg-embedded-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  })
  .extend('embedded', { scope: 'worker' }, async ({ folder }, { onCleanup }) => {
    const embedded = await openEmbedded(folder, fail)
    onCleanup(() => embedded.close())
    return embedded
  })
  .extend('pool', { scope: 'worker' }, async ({ embedded }, { onCleanup }) => {
    const pool = new pg.Pool({ ...embedded.connection, max: 4, connectionTimeoutMillis: 5000 })
    pool.on('error', () => {})
    onCleanup(() => pool.end())
    await pool.query('create table counter (id int primary key, n int not null, bytes bytea)')
    await pool.query('insert into counter values (1, 0)')
    return pool
  })

test('the log is written through to the disk, with whatever it takes', async ({ pool }) => {
  const { rows } = await pool.query("select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'wal_sync_method')")
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    wal_sync_method: 'open_datasync',
  })
})

test('what was acknowledged is on the disk, and so is what somebody was shown', async ({ pool }) => {
  const isOnDisk = async (end: string) =>
    (await pool.query('select pg_current_wal_flush_lsn() >= $1::pg_lsn as flushed', [end])).rows[0].flushed
  const writeOnce = async (id: number) => {
    const client = await pool.connect()
    await client.query('begin')
    await client.query('insert into counter values ($1, 0)', [id])
    const { rows } = await client.query('select pg_current_wal_insert_lsn()::text as end')
    await client.query('commit')
    client.release()
    return isOnDisk(rows[0].end)
  }
  const alone = [await writeOnce(1000), await writeOnce(1001)]
  const together = await Promise.all(Array.from({ length: 50 }, (_, i) => writeOnce(1100 + i)))
  const unwrapped = await pool.query('insert into counter values (1200, 0) returning pg_current_wal_insert_lsn()::text as end')
  expect([...alone, ...together, await isOnDisk(unwrapped.rows[0].end)]).not.toContain(false)
})

test('a row is acknowledged although the next transaction falls silent, or has failed and is not yet undone', async ({ pool }) => {
  const [writer, next] = [await pool.connect(), await pool.connect()]
  /** Both are waiting when the database is free again, the row first, so that the transaction begins before the row is on the disk. */
  const afterLongWork = async (id: number, transaction: string) => {
    const long = pool.query('select count(*) from generate_series(1, 1000000)')
    await sleep(20)
    const written = writer.query('insert into counter values ($1, 0)', [id])
    await sleep(20)
    const begun = next.query(transaction).catch(() => next.query('rollback'))
    await Promise.all([long, written, begun])
  }
  await afterLongWork(1300, 'begin')
  await next.query('rollback')
  await afterLongWork(1301, 'begin; select 1 / 0')
  writer.release()
  next.release()
  expect((await pool.query('select count(*)::int as n from counter where id in (1300, 1301)')).rows).toEqual([{ n: 2 }])
})

test('transactions of several connections do not see into each other', async ({ pool }) => {
  const addOne = async () => {
    const client = await pool.connect()
    await client.query('begin')
    const { rows } = await client.query('select n from counter where id = $1', [1])
    await new Promise((resolve) => setImmediate(resolve))
    await client.query('update counter set n = $1 where id = $2', [rows[0].n + 1, 1])
    await client.query('commit')
    client.release()
  }
  await Promise.all(Array.from({ length: 60 }, addOne))
  expect((await pool.query('select n from counter where id = 1')).rows).toEqual([{ n: 60 }])
})

test('questions asked at once get their own answers', async ({ pool }) => {
  const asked = Array.from({ length: 200 }, (_, i) => `question ${i}`)
  const answers = await Promise.all(
    asked.map(
      async (text, i) => (await pool.query(i % 2 === 0 ? 'select $1::text as a' : 'select $1::text as a, 1 as b', [text])).rows[0].a,
    ),
  )
  expect(answers).toEqual(asked)
})

test('a failed statement fails alone, and its connection goes on', async ({ pool }) => {
  const results = await Promise.allSettled([pool.query('select 1 / $1::int as a', [0]), pool.query('select $1::int as a', [7])])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

test('a connection that dies in a transaction leaves nothing behind and holds nobody up', async ({ pool }) => {
  const client = await pool.connect()
  await client.query('begin')
  await client.query('insert into counter values (2, 0)')
  const connection: unknown = Reflect.get(client, 'connection')
  ;(connection as { stream: { destroy(): void } }).stream.destroy()
  client.release(true)
  expect((await pool.query('select count(*)::int as n from counter where id = 2')).rows).toEqual([{ n: 0 }])
})

test('a file of 20 MB goes in and comes out whole', async ({ pool }) => {
  const file = Buffer.alloc(20_000_000, 'strength')
  await pool.query('insert into counter values (3, 0, $1)', [file])
  const { rows } = await pool.query('select bytes from counter where id = 3')
  expect(file.equals(rows[0].bytes)).toBe(true)
})

test('long answers to several who read slowly come out whole', async ({ pool }) => {
  const lines = (seed: number) => pool.query('select g as n, repeat($1 || g, 50) as text from generate_series(1, 20000) g', [`${seed}-`])
  const results = await Promise.all([1, 2, 3, 4].map(lines))
  for (const [i, { rows }] of results.entries()) {
    expect(rows.every(({ n, text }, at) => n === at + 1 && text === `${i + 1}-${n}`.repeat(50))).toBe(true)
  }
})

test('the main thread stays free while the database works', async ({ pool }) => {
  let isAnswered = false
  const answer = pool.query('select count(*) from generate_series(1, 3000000)').finally(() => {
    isAnswered = true
  })
  for (let turn = 0; turn < 100; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    expect(isAnswered).toBe(false)
  }
  await answer
})

test('nobody else opens the folder, and what was written is there the next time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-embedded-'))
  const first = await openEmbedded(folder, fail)
  await expect(openEmbedded(folder, fail)).rejects.toThrow(FolderInUse)
  await once(first.connection, 'create table kept as select 42 as answer')
  await first.close()
  const second = await openEmbedded(folder, fail)
  expect(await once(second.connection, 'select answer from kept')).toEqual([{ answer: 42 }])
  await second.close()
  await rm(folder, { recursive: true })
})

test('the log goes on in a file that was there before it was needed, and what was written in it is there the next time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gg-embedded-'))
  const first = await openEmbedded(folder, fail)
  const filesAfter = async (current: string) => (await readdir(join(folder, 'database', 'pg_wal'))).filter((name) => name > current).sort()
  const currentFile = async () => (await once(first.connection, 'select pg_walfile_name(pg_current_wal_insert_lsn()) as file'))[0]!.file
  await once(first.connection, 'create table written (id int primary key, bytes bytea)')
  const before = await currentFile()
  await expect.poll(async () => (await filesAfter(before))[0]?.slice(0, before.length - 2), { timeout: 10_000 }).toBe(before.slice(0, -2))
  const [next] = await filesAfter(before)
  const bytes = randomBytes(1_000_000)
  for (let id = 0; (await currentFile()) < next!; id++) await once(first.connection, 'insert into written values ($1, $2)', [id, bytes])
  const inBoth = await once(
    first.connection,
    'insert into written values (1000, $1) returning (select count(*)::int from written) as before',
    [bytes],
  )
  await first.close()
  const second = await openEmbedded(folder, fail)
  expect(await once(second.connection, 'select count(*)::int - 1 as before from written where bytes = $1', [bytes])).toEqual(inBoth)
  await second.close()
  await rm(folder, { recursive: true })
})

async function once(connection: pg.PoolConfig, query: string, values: unknown[] = []) {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query(query, values)
  await client.end()
  return rows
}
