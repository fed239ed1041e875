import { createHash } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { ask, openMachines, signUp, until, upload } from '../apps/api/src/testing/machines.ts'
import { strongCsv } from './history.ts'
import { multiply } from './multiply.ts'

/**
 * The drill of a lost database: backs a server up, restores the file into an empty database, serves it, and signs in and logs a set there.
 * Compares what every table holds by checksum. Counted from the moment somebody types restore to the first set that is taken.
 *
 *     TEST_DATABASE_URL=postgres://… LIFTERS=1000 SETS=200 node bench/restore-drill.ts
 */
const LIFTERS = Number(process.env['LIFTERS'] ?? 1000)
const SETS = Number(process.env['SETS'] ?? 200)

const [lost, fresh] = [await openMachines(), await openMachines()]
const folder = await mkdtemp(join(tmpdir(), 'gg-drill-'))
try {
  const server = await lost.start({ REGISTRATIONS_PER_HOUR: '100000' })
  const first = await signUp(server)
  const csv = strongCsv(SETS, Date.UTC(2026, 0, 2))
  const id = await upload(server, first.token, csv)
  await ask(server, 'POST', `/v1/imports/${id}/commit`, { token: first.token })
  await until(async () => (await ask(server, 'GET', `/v1/imports/${id}`, { token: first.token })).text.includes('"committed"'))
  await until(async () => (await lost.query('select 1 from outbox where done_at is null and dead_at is null')).rowCount === 0)
  await server.stop()
  await multiply(lost, LIFTERS - 1)
  const file = join(folder, 'backup.jsonl.gz')
  const written = timed('backup', lost.database, ['backup', '--to', file])
  const before = await checksums(lost)
  const began = performance.now()
  const restored = timed('restore', fresh.database, ['restore', file])
  const after = await checksums(fresh)
  const compared = performance.now()
  const again = await fresh.start()
  const { token, movementId } = await signUp(again)
  const logged = await ask(again, 'POST', '/v1/sets', { body: { movementId, loadKg: 100, reps: 5 }, token })
  const seconds = (performance.now() - began) / 1000
  const differing = [...before].filter(([table, sum]) => after.get(table) !== sum).map(([table]) => table)
  console.log(
    `${LIFTERS} lifters, ${LIFTERS * SETS} sets, ${((await stat(file)).size / 1e6).toFixed(1)} MB: backup ${written.toFixed(1)} s, ` +
      `restore ${restored.toFixed(1)} s, from restore to a set taken ${seconds.toFixed(1)} s ` +
      `(${((performance.now() - compared) / 1000).toFixed(1)} s of it the start); status ${logged.status}; load ${loadavg()[0]!.toFixed(2)}`,
  )
  console.log(`${before.size} tables compared by checksum: ${differing.length === 0 ? 'all equal' : `different: ${differing.join(', ')}`}`)
  process.exitCode = differing.length === 0 && logged.status === 201 && seconds < 60 ? 0 : 1
} finally {
  await Promise.all([lost.close(), fresh.close(), rm(folder, { recursive: true })])
}

/** Seconds that a command took, beside its start. */
function timed(what: string, database: string, command: readonly string[]): number {
  const began = performance.now()
  const { status } = spawnSync('bin/gymgenius', [...command, '--data', join(folder, what)], {
    env: { ...process.env, DATABASE_URL: database, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${what} ended with ${status}`)
  return (performance.now() - began) / 1000
}

/** What every table holds, whatever order its rows lie in. What is worked out again after a restore is left out, as a backup leaves it out. */
async function checksums(of: typeof lost): Promise<Map<string, string>> {
  const { rows: tables } = await of.query<{ name: string; note: string | null }>(
    `select relname as name, obj_description(oid) as note from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const sums = new Map<string, string>()
  for (const { name } of tables.filter(({ note }) => note?.includes('derived') !== true)) {
    const { rows } = await of.query<{ row: string }>(`select md5(t::text) as row from ${name} t order by 1`)
    const hash = createHash('sha256')
    for (const { row } of rows) hash.update(row)
    sums.set(name, `${rows.length} ${hash.digest('hex')}`)
  }
  sums.delete('migration') // says when each was applied
  return sums
}
