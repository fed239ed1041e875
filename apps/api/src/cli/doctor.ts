import { constants } from 'node:fs'
import { access, readdir, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DAY_MS } from '@gymgenius/domain'
import { sql } from 'kysely'
import { plan } from '../plan.ts'
import type { Environment } from '../platform/config.ts'
import { actingAs, system } from '../platform/context.ts'
import { pendingMigrations, readMigrations } from '../platform/database.ts'
import { isLocked } from '../platform/lock.ts'
import { outboxHealth } from '../platform/outbox.ts'
import { migrationFolder, quietLog, reachWorld, type World } from '../platform/world.ts'

/** fault: it does not work or loses something. advice: it works, and could be better. */
export interface Finding {
  readonly check: string
  readonly verdict: 'well' | 'advice' | 'fault'
  readonly says: string
}

const ENOUGH_DISK_BYTES = 1e9
/** Earlier than the newest code: a clock that says so is wrong, and sign-ins and certificates go wrong with it. */
const EARLIEST_NOW_MS = Date.UTC(2026, 0, 1)

/** Looks this installation over: what is wrong and how to mend it, most basic first. */
export async function examine(environment: Environment): Promise<Finding[]> {
  const findings: Finding[] = []
  const note = (check: string, verdict: Finding['verdict'], says: string) => void findings.push({ check, verdict, says })
  const { DATA_DIR: folder, DATABASE_URL, PORT, HOST, ORIGIN, TLS } = environment

  const major = Number(process.versions.node.split('.')[0])
  note(
    'node',
    major >= 24 ? 'well' : 'fault',
    major >= 24 ? `Node ${process.versions.node}` : `Node ${process.versions.node} is too old: run \`make build\`, which brings 24`,
  )
  note(
    'clock',
    Date.now() > EARLIEST_NOW_MS ? 'well' : 'fault',
    Date.now() > EARLIEST_NOW_MS ? new Date().toISOString() : `It is not ${new Date().toISOString()}: set the clock`,
  )

  const isWritable = await access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!isWritable)
    note(
      'data folder',
      'fault',
      `${folder} is missing or not writable: start the server once, or give it to the account that runs it (chown)`,
    )
  else {
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    note('data folder', 'well', folder)
    note(
      'disk',
      free > ENOUGH_DISK_BYTES ? 'well' : 'fault',
      `${(free / 1e9).toFixed(1)} GB are free${free > ENOUGH_DISK_BYTES ? '' : ': make room before it is full'}`,
    )
  }

  const isServed = isWritable && DATABASE_URL === undefined && (await isLocked(folder))
  if (DATABASE_URL === undefined) note('lock', 'well', isServed ? 'a server has the database open' : 'nobody has the database open')
  if (isWritable || DATABASE_URL !== undefined) await lookAtDatabase(environment, note)

  if (!isServed) await lookAtPort(PORT, HOST, note)
  const isBuilt = await stat(join(plan.webFolder, 'index.html')).then(
    () => true,
    () => false,
  )
  note('app', isBuilt ? 'well' : 'fault', isBuilt ? 'built' : 'not built: run `make build`')
  const isSecure = TLS === 'auto' || ORIGIN?.startsWith('https:') === true
  const isOpen = !['127.0.0.1', '::1', 'localhost'].includes(HOST)
  note(
    'https',
    isSecure || !isOpen ? 'well' : 'advice',
    isSecure
      ? 'on'
      : isOpen
        ? 'off, and other machines can reach the server: use --tls auto, or a proxy with ORIGIN set'
        : 'off, as only this machine can reach the server',
  )
  if (isWritable) await lookAtBackups(join(folder, 'backups'), note)
  return findings
}

type Note = (check: string, verdict: Finding['verdict'], says: string) => void

async function lookAtDatabase(environment: Environment, note: Note) {
  const isThere =
    environment.DATABASE_URL !== undefined ||
    (await stat(join(environment.DATA_DIR, 'database')).then(
      () => true,
      () => false,
    ))
  if (!isThere) return note('database', 'advice', 'there is none yet: the first start makes it')
  let world: World
  try {
    world = await reachWorld(environment, quietLog)
  } catch (error) {
    return note('database', 'fault', `does not open: ${(error as Error).message}`)
  }
  try {
    const { rows } = await sql<{ version: string; sync: string; fsync: string }>`
      select current_setting('server_version') as version, current_setting('wal_sync_method') as sync, current_setting('fsync') as fsync`.execute(
      world.database,
    )
    const { version, sync, fsync } = rows[0]!
    note('database', 'well', environment.DATABASE_URL === undefined ? `embedded, Postgres ${version}` : `a server, Postgres ${version}`)
    const isDurable = fsync === 'on' && (environment.DATABASE_URL !== undefined || sync === 'open_datasync')
    note(
      'log',
      isDurable ? 'well' : 'fault',
      isDurable ? `written through (${sync})` : `fsync is ${fsync}: a crash can lose sets; turn it on`,
    )
    const isCurrent = await lookAtMigrations(world, note)
    if (isCurrent) await lookInside(world, note)
  } catch (error) {
    note('database', 'fault', (error as Error).message)
  } finally {
    await world.close()
  }
}

async function lookAtMigrations({ database }: World, note: Note): Promise<boolean> {
  try {
    const pending = await pendingMigrations(database, await readMigrations(migrationFolder))
    const isCurrent = pending.length === 0
    note('migrations', isCurrent ? 'well' : 'advice', isCurrent ? 'none to do' : `${pending.length} to do: serve does them, after a backup`)
    return isCurrent
  } catch (error) {
    note('migrations', 'fault', (error as Error).message)
    return false
  }
}

async function lookInside({ ctx, database }: World, note: Note) {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
      and not (relrowsecurity and relforcerowsecurity)
    union all
    select rolname from pg_roles where rolname in ('gymgenius_request', 'gymgenius_system') and (rolsuper or rolbypassrls or rolcanlogin)`.execute(
    database,
  )
  note(
    'row security',
    rows.length === 0 ? 'well' : 'fault',
    rows.length === 0 ? 'in force on every table' : `not in force: ${rows.map(({ name }) => name).join(', ')}`,
  )
  const { waiting, oldestSeconds, dead } = await actingAs(ctx, system, ({ db }) => outboxHealth(db, ctx.clock.now()))
  const isStuck = oldestSeconds > 600
  note(
    'background work',
    isStuck || dead > 0 ? 'advice' : 'well',
    `${waiting} waiting, ${dead} given up${isStuck ? `; the oldest waits ${Math.round(oldestSeconds / 60)} minutes: is the server running?` : ''}`,
  )
}

async function lookAtBackups(folder: string, note: Note) {
  const names = await readdir(folder).catch(() => [])
  const times = await Promise.all(
    names.filter((name) => name.endsWith('.jsonl.gz')).map(async (name) => (await stat(join(folder, name))).mtimeMs),
  )
  if (times.length === 0) return note('backup', 'advice', 'there is none: gymgenius backup makes one, also while the server runs')
  const days = Math.floor((Date.now() - Math.max(...times)) / DAY_MS)
  note(
    'backup',
    days > 7 ? 'advice' : 'well',
    `the newest is ${days === 0 ? 'of today' : `${days} days old`}${days > 7 ? ': gymgenius backup makes one, also while the server runs' : ''}`,
  )
}

async function lookAtPort(port: number, host: string, note: Note) {
  const refusal = await cannotListen(port, host)
  if (refusal === undefined) return note('port', 'well', `${host}:${port} is free`)
  const isOurs = await fetch(`http://${host}:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )
  if (isOurs) note('port', 'well', `a server answers at ${host}:${port}`)
  else note('port', 'fault', `${host}:${port} cannot be had (${refusal}): choose another with --port`)
}

function cannotListen(port: number, host: string): Promise<string | undefined> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}
