import { constants } from 'node:fs'
import { access, readdir, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Finding } from '@gymgenius/contracts'
import { DAY_MS, isoOf } from '@gymgenius/domain'
import type { Environment } from '../../platform/config.ts'
import { type Admin, actingAs, type Ctx, system } from '../../platform/context.ts'
import { pendingMigrations, readMigrations } from '../../platform/database.ts'
import { isLocked } from '../../platform/lock.ts'
import { outboxHealth } from '../../platform/outbox.ts'
import { topicsOf } from '../../platform/queue.ts'
import { limitRate, rateRules } from '../../platform/rate-limit.ts'
import type { Room } from '../../platform/room.ts'
import { builtApp } from '../../platform/web-files.ts'
import { blobsOf, mailerOf, migrationFolder, providersOf, quietLog, reachWorld } from '../../platform/world.ts'
import { requireProof } from '../accounts/index.ts'
import { databaseFacts, unguarded } from './doctor.repository.ts'
import { findingsOf, type Look, type Note } from './findings.ts'
import {
  lookAtAddress,
  lookAtClocks,
  lookAtEngine,
  lookAtFaults,
  lookAtFiles,
  lookAtMail,
  lookAtProviders,
  lookAtRedis,
  lookAtReplica,
  lookAtSharedSecrets,
  lookAtTraces,
} from './outside.ts'

const ENOUGH_DISK_BYTES = 1e9
/** Earlier than the newest code: a clock that says so is wrong, and sign-ins and certificates go wrong with it. */
const EARLIEST_NOW_MS = Date.UTC(2026, 0, 1)

/** Looks this installation over from the command line, also one that does not open: what is wrong and how to mend it, most basic first. */
export async function examine(environment: Environment, rooms: readonly Room[]): Promise<Finding[]> {
  const { DATA_DIR, S3_URL } = environment
  const isWritable = await mayWrite(DATA_DIR)
  const blobs = isWritable || S3_URL !== undefined ? await blobsOf(environment) : undefined
  const [mailer, providers] = [await mailerOf(environment), await providersOf(environment)]
  const found = await findingsOf([
    lookAtMachine,
    lookAtFolder(environment),
    (note) => lookAtHouse(environment, rooms, note),
    ...looksAround(environment, { blobs, mailer, providers }),
  ])
  blobs?.close()
  return found
}

/** The same for an administrator, from inside the server that serves. */
export async function examineHere(ctx: Ctx, admin: Admin, rooms: readonly Room[]) {
  const { environment, version } = ctx.config
  const { accountId, loginSessionId } = admin
  await actingAs(ctx, admin, (ctx) => requireProof(ctx, { athleteId: accountId, loginSessionId }))
  await limitRate(ctx, rateRules.examinations, accountId)
  const items = await findingsOf([
    lookAtMachine,
    lookAtFolder(environment),
    (note) => lookAtDatabase(ctx, rooms, note),
    ...looksAround(environment, ctx),
  ])
  return { examinedAt: isoOf(ctx.clock.now()), version, items }
}

type Outside = Pick<Ctx, 'mailer' | 'providers'> & { readonly blobs: Ctx['blobs'] | undefined }

/** Everything but what differs between the command line and a server that serves. */
function looksAround(environment: Environment, { blobs, mailer, providers }: Outside): Look[] {
  const { REDIS_URL, ENGINE_URL, DATA_DIR } = environment
  return [
    lookAtApp,
    (note) => lookAtHttps(environment, note),
    (note) => lookAtAddress(environment, note),
    (note) => lookAtSharedSecrets(environment, note),
    async (note) => REDIS_URL === undefined || lookAtRedis(REDIS_URL, note),
    async (note) => ENGINE_URL === undefined || lookAtEngine(ENGINE_URL, note),
    (note) => lookAtTraces(environment, note),
    (note) => lookAtFaults(environment, note),
    async (note) => blobs === undefined || lookAtFiles(environment, blobs, note),
    (note) => lookAtMail(mailer, note),
    (note) => lookAtProviders(providers, note),
    (note) => lookAtBackups(join(DATA_DIR, 'backups'), note),
  ]
}

function lookAtMachine(note: Note) {
  const { node } = process.versions
  if (Number(node.split('.')[0]) >= 24) note('node', 'well', `Node ${node}`)
  else note('node', 'fault', `Node ${node} is too old: run \`make build\`, which brings 24`)
  const now = new Date()
  if (now.getTime() > EARLIEST_NOW_MS) note('clock', 'well', now.toISOString())
  else note('clock', 'fault', `It is not ${now.toISOString()}: set the clock`)
}

const mayWrite = (folder: string) =>
  access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )

const lookAtFolder =
  ({ DATA_DIR: folder }: Environment): Look =>
  async (note) => {
    if (!(await mayWrite(folder)))
      return note(
        'data folder',
        'fault',
        `${folder} is missing or not writable: start the server once, or give it to the account that runs it (chown)`,
      )
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    note('data folder', 'well', folder)
    const isEnough = free > ENOUGH_DISK_BYTES
    note('disk', isEnough ? 'well' : 'fault', `${(free / 1e9).toFixed(1)} GB are free${isEnough ? '' : ': make room before it is full'}`)
  }

/** Whether somebody has the database open, and what is in it; whether the port can be had. */
async function lookAtHouse(environment: Environment, rooms: readonly Room[], note: Note) {
  const { DATA_DIR: folder, DATABASE_URL, PORT, HOST } = environment
  const isWritable = await mayWrite(folder)
  const isServed = isWritable && DATABASE_URL === undefined && (await isLocked(folder))
  if (DATABASE_URL === undefined) note('lock', 'well', isServed ? 'a server has the database open' : 'nobody has the database open')
  if (isWritable || DATABASE_URL !== undefined) await lookAtClosedDatabase(environment, rooms, note)
  if (!isServed) await lookAtPort(PORT, HOST, note)
}

async function lookAtClosedDatabase(environment: Environment, rooms: readonly Room[], note: Note) {
  const { DATABASE_URL, DATA_DIR } = environment
  const isThere = DATABASE_URL !== undefined || (await exists(join(DATA_DIR, 'database')))
  if (!isThere) return note('database', 'advice', 'there is none yet: the first start makes it')
  try {
    const world = await reachWorld(environment, quietLog)
    await lookAtDatabase(world.ctx, rooms, note).finally(() => world.close())
  } catch (error) {
    note('database', 'fault', `does not open: ${(error as Error).message}`)
  }
}

async function lookAtDatabase(ctx: Ctx, rooms: readonly Room[], note: Note) {
  const isEmbedded = ctx.config.environment.DATABASE_URL === undefined
  try {
    const { version, sync, fsync } = await databaseFacts(ctx.db)
    note('database', 'well', isEmbedded ? `embedded, Postgres ${version}` : `a server, Postgres ${version}`)
    const isDurable = fsync === 'on' && (!isEmbedded || sync === 'open_datasync')
    note(
      'log',
      isDurable ? 'well' : 'fault',
      isDurable ? `written through (${sync})` : `fsync is ${fsync}: a crash can lose sets; turn it on`,
    )
    if (!isEmbedded) await lookAtClocks(ctx.db, note)
    await lookAtReplica(ctx.config.environment, ctx.db, note)
    const isCurrent = await lookAtMigrations(ctx, note)
    if (isCurrent) await lookInside(ctx, rooms, note)
  } catch (error) {
    note('database', 'fault', (error as Error).message)
  }
}

async function lookAtMigrations({ db }: Ctx, note: Note): Promise<boolean> {
  try {
    const pending = await pendingMigrations(db, await readMigrations(migrationFolder))
    const isCurrent = pending.length === 0
    note('migrations', isCurrent ? 'well' : 'advice', isCurrent ? 'none to do' : `${pending.length} to do: serve does them, after a backup`)
    return isCurrent
  } catch (error) {
    note('migrations', 'fault', (error as Error).message)
    return false
  }
}

async function lookInside(ctx: Ctx, rooms: readonly Room[], note: Note) {
  const open = await unguarded(ctx.db)
  note(
    'row security',
    open.length === 0 ? 'well' : 'fault',
    open.length === 0 ? 'in force on every table' : `not in force: ${open.join(', ')}`,
  )
  const { waiting, oldestSeconds, dead } = await actingAs(ctx, system, ({ db }) => outboxHealth(db, topicsOf(rooms), ctx.clock.now()))
  const isStuck = oldestSeconds > 600
  note(
    'background work',
    isStuck || dead > 0 ? 'advice' : 'well',
    `${waiting} waiting, ${dead} given up${isStuck ? `; the oldest waits ${Math.round(oldestSeconds / 60)} minutes: is the server running?` : ''}`,
  )
}

async function lookAtApp(note: Note) {
  const isBuilt = await exists(join(builtApp, 'index.html'))
  note('app', isBuilt ? 'well' : 'fault', isBuilt ? 'built' : 'not built: run `make build`')
}

function lookAtHttps({ TLS, ORIGIN, HOST }: Environment, note: Note) {
  const isSecure = TLS === 'auto' || ORIGIN?.startsWith('https:') === true
  const isOpen = !['127.0.0.1', '::1', 'localhost'].includes(HOST)
  if (isSecure) note('https', 'well', 'on')
  else if (isOpen) note('https', 'advice', 'off, and other machines can reach the server: use --tls auto, or a proxy with ORIGIN set')
  else note('https', 'well', 'off, as only this machine can reach the server')
}

async function lookAtBackups(folder: string, note: Note) {
  const names = await readdir(folder).catch(() => [])
  const times = await Promise.all(
    names.filter((name) => name.endsWith('.jsonl.gz')).map(async (name) => (await stat(join(folder, name))).mtimeMs),
  )
  if (times.length === 0) return note('backup', 'advice', 'there is none: gymgenius backup makes one, also while the server runs')
  const days = Math.floor((Date.now() - Math.max(...times)) / DAY_MS)
  const isOld = days > 7
  note(
    'backup',
    isOld ? 'advice' : 'well',
    `the newest is ${days === 0 ? 'of today' : `${days} days old`}${isOld ? ': gymgenius backup makes one, also while the server runs' : ''}`,
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

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
