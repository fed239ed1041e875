import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { instant, uuidV7Maker } from '@gymgenius/domain'
import { type FaultPort, inBoth, inLog } from '@gymgenius/faults'
import type { Traces } from '@gymgenius/traces'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { pino, type Logger } from 'pino'
import { appAddress, type Environment, VERSION } from './config.ts'
import type { Ctx } from './context.ts'
import { openPool, openPoolWithDoor, type Pool } from './database.ts'
import { embeddedConnection, openEmbedded } from './embedded.ts'
import { isLocked } from './lock.ts'
import { watchReplica } from './replica.ts'
import { sealingKeys, serverSecret } from './secrets.ts'
import type { BlobStore } from './ports/blobs.ts'
import { embedderInside, type EmbedderPort } from './ports/embedder.ts'
import { engineInside, type EnginePort } from './ports/engine.ts'
import { type MailerPort, noMailer } from './ports/mailer.ts'
import type { ProviderPort } from './ports/provider.ts'
import type { Tables } from './tables.generated.ts'

/** The real world: a database, a clock, chance, a secret and a log. */
export interface World {
  readonly ctx: Ctx & { readonly log: Logger }
  readonly database: Kysely<Tables>
  /** For requests. The embedded database has one session that all take in turns, and nothing to wait for in front of it. */
  readonly door?: Kysely<Tables>
  close(): Promise<void>
}

export const migrationFolder = new URL('../../migrations/', import.meta.url)

/** Connections to the embedded database: they take turns, so more of them only overlap the work around it (docs/decisions/0010). */
const EMBEDDED_POOL = 4

/** Whom a process that stays tells what it does and what breaks. */
export interface Watchers {
  readonly traces?: Traces | undefined
  readonly faults?: FaultPort
}

/** Opens the world for the process that serves. `crashed` is called when the embedded database dies under it. */
export async function openWorld(
  environment: Environment,
  log: Logger,
  crashed: (error: Error) => void,
  watchers: Watchers = {},
): Promise<World> {
  const { traces } = watchers
  if (environment.DATABASE_URL !== undefined)
    return withReplica(await worldOn(environment, log, serverPool(environment, traces), watchers), environment, watchers)
  const embedded = await openEmbedded(environment.DATA_DIR, crashed)
  const world = await worldOn(
    environment,
    log,
    { database: openPool({ connection: embedded.connection, size: EMBEDDED_POOL, traces }) },
    watchers,
  )
  return {
    ...world,
    close: async () => {
      await world.close()
      await embedded.close()
    },
  }
}

/** Where an operator named a standby, and somebody asks here. */
function withReplica(world: World, environment: Environment, { traces }: Watchers): World {
  const { DATABASE_READ_URL: url, DATABASE_READ_LAG_SECONDS: mostLagSeconds, DATABASE_POOL: size, ROLE } = environment
  if (url === undefined || ROLE === 'worker') return world
  const { log } = world.ctx
  const standby = standbyPool(environment, url, size, traces)
  const replica = watchReplica({ primary: world.database, standby, mostLagSeconds, log })
  return {
    ...world,
    ctx: { ...world.ctx, replica },
    close: async () => {
      await replica.close()
      await world.close()
    },
  }
}

/** It must fail soon: there is somebody else to ask. */
export const standbyPool = (environment: Environment, url: string, size: number, traces?: Traces) =>
  openPool({
    connection: { ...serverConnection(environment), connectionString: url, query_timeout: 10_000 },
    size,
    connectMs: 1000,
    traces,
  })

/** Reaches the world for a command: through the server that has the embedded database open, or by opening it. */
export async function reachWorld(environment: Environment, log: Logger = quietLog): Promise<World> {
  const isServed = environment.DATABASE_URL === undefined && (await isLocked(environment.DATA_DIR))
  if (isServed)
    return worldOn(environment, log, { database: openPool({ connection: await embeddedConnection(environment.DATA_DIR), size: 1 }) })
  return openWorld(environment, log, (error) => {
    throw error
  })
}

export const quietLog = pino({ level: 'silent' })

const serverPool = (environment: Environment, traces?: Traces) =>
  openPoolWithDoor({
    connection: serverConnection(environment),
    size: environment.DATABASE_POOL,
    doorMs: environment.DATABASE_WAIT_MS,
    traces,
  })

/** A server is asked to give up by itself: a request that has gone away must not hold rows that others wait for. */
export const serverConnection = (environment: Environment): pg.PoolConfig => ({
  connectionString: environment.DATABASE_URL,
  statement_timeout: environment.DATABASE_STATEMENT_SECONDS * 1000,
  lock_timeout: environment.DATABASE_LOCK_SECONDS * 1000,
  idle_in_transaction_session_timeout: environment.DATABASE_IDLE_SECONDS * 1000,
})

async function worldOn(
  environment: Environment,
  log: Logger,
  { database, door }: Pick<Pool, 'database'> & Partial<Pool>,
  { traces, faults = faultsIn(log) }: Watchers = {},
): Promise<World> {
  const nextId = uuidV7Maker(Date.now, (into) => crypto.getRandomValues(into))
  const ctx = {
    db: database,
    clock: { now: () => instant(new Date()) },
    ids: { next: <Id extends string>() => nextId() as Id },
    log,
    faults,
    config: {
      environment,
      secret: await serverSecret(environment.DATA_DIR, environment.SERVER_SECRET),
      sealingKeys: await sealingKeys(environment.DATA_DIR, environment.SEALING_KEYS),
      version: VERSION,
    },
    engine: await engineOf(environment, log, traces),
    embedder: await embedderOf(environment),
    mailer: await mailerOf(environment),
    providers: await providersOf(environment),
    blobs: await blobsOf(environment),
    secretBytes: (count: number) => new Uint8Array(randomBytes(count)),
    ...(traces === undefined ? {} : { traces }),
  }
  const close = async () => {
    ctx.engine.close()
    ctx.blobs.close()
    await database.destroy()
    await Promise.all([traces?.close(), faults.close()])
  }
  return { ctx, database, ...(door === undefined ? {} : { door }), close }
}

/** What speaks to a collector of traces is loaded only where there is one. */
export async function tracesOf(environment: Environment, log: Pick<Logger, 'warn'>): Promise<Traces | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers, OTEL_TRACES_SAMPLER_ARG: share } = environment
  if (endpoint === undefined) return undefined
  const { openTraces } = await import('@gymgenius/traces')
  return openTraces({
    endpoint,
    headers,
    share,
    service: serviceOf(environment),
    version: VERSION,
    warn: (facts, text) => log.warn(facts, text),
  })
}

const faultsIn = (log: Pick<Logger, 'error'>) => inLog((facts, text) => log.error(facts, text))

/** Faults stand in the log; what speaks to a Sentry besides is loaded only where there is one. */
export async function faultsOf(environment: Environment, log: Pick<Logger, 'error' | 'warn'>): Promise<FaultPort> {
  const { SENTRY_DSN: dsn, SENTRY_ENVIRONMENT: named } = environment
  if (dsn === undefined) return faultsIn(log)
  const { inSentry } = await import('@gymgenius/faults/sentry')
  const warn = (facts: object, text: string) => log.warn(facts, text)
  return inBoth(faultsIn(log), inSentry({ dsn, environment: named, service: serviceOf(environment), version: VERSION, warn }))
}

const serviceOf = ({ ROLE }: Environment) => (ROLE === 'all' ? 'gymgenius' : `gymgenius-${ROLE}`)

/** The gRPC client is loaded only where there is a service to ask. */
async function engineOf({ ENGINE_URL: url }: Environment, log: Logger, traces?: Traces): Promise<EnginePort> {
  if (url === undefined) return engineInside
  const { grpcEngine } = await import('../adapters/grpc-engine.ts')
  return grpcEngine({ url, now: Date.now, log, traces })
}

/** A model is asked for vectors only where somebody named one. */
async function embedderOf({
  EMBEDDER_URL: url,
  EMBEDDER_MODEL: model,
  EMBEDDER_SPEAKS: speaks,
  EMBEDDER_KEY: key,
}: Environment): Promise<EmbedderPort> {
  if (url === undefined) return embedderInside
  const { httpEmbedder } = await import('../adapters/http-embedder.ts')
  return httpEmbedder({ url, model, speaks, ...(key === undefined ? {} : { key }) })
}

/** What speaks to providers is loaded only where one was named. */
export async function providersOf({ OIDC_PROVIDERS: named }: Environment): Promise<readonly ProviderPort[]> {
  if (named.length === 0) return []
  const { openIdProvider } = await import('../adapters/openid-provider.ts')
  return named.map((provider) => openIdProvider({ ...provider, now: Date.now }))
}

/** Mail is written only where somebody said who takes it. */
export async function mailerOf(environment: Environment): Promise<MailerPort> {
  const { MAIL_URL: url, MAIL_FROM: from } = environment
  if (url === undefined) return noMailer
  const { mailerAt } = await import('../adapters/mailers.ts')
  return mailerAt({ url, from: from ?? `GymGenius <noreply@${new URL(appAddress(environment)).hostname}>` })
}

/** Files go into a folder of ours, unless somebody named a bucket; the client of S3 is loaded only then. */
export async function blobsOf({
  DATA_DIR,
  S3_URL: url,
  S3_KEY_ID: keyId,
  S3_SECRET_KEY: secretKey,
  S3_REGION: region,
}: Environment): Promise<BlobStore> {
  if (url === undefined || keyId === undefined || secretKey === undefined) {
    const { folderBlobs } = await import('../adapters/folder-blobs.ts')
    return folderBlobs(join(DATA_DIR, 'blobs'))
  }
  const { s3Blobs } = await import('../adapters/s3-blobs.ts')
  return s3Blobs({ url, keyId, secretKey, region })
}
