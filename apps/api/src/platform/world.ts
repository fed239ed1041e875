import { randomBytes } from 'node:crypto'
import { instant, uuidV7Maker } from '@gymgenius/domain'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { pino, type Logger } from 'pino'
import { type Environment, VERSION } from './config.ts'
import type { Ctx } from './context.ts'
import { openPool } from './database.ts'
import { embeddedConnection, openEmbedded } from './embedded.ts'
import { isLocked } from './lock.ts'
import { serverSecret } from './secrets.ts'
import { embedderInside, type EmbedderPort } from './ports/embedder.ts'
import { engineInside, type EnginePort } from './ports/engine.ts'
import type { Tables } from './tables.generated.ts'

/** The real world: a database, a clock, chance, a secret and a log. */
export interface World {
  readonly ctx: Ctx & { readonly log: Logger }
  readonly database: Kysely<Tables>
  close(): Promise<void>
}

export const migrationFolder = new URL('../../migrations/', import.meta.url)

/** Connections to the embedded database: they take turns, so more of them only overlap the work around it (docs/decisions/0010). */
const EMBEDDED_POOL = 4

/** Opens the world for the process that serves. `crashed` is called when the embedded database dies under it. */
export async function openWorld(environment: Environment, log: Logger, crashed: (error: Error) => void): Promise<World> {
  if (environment.DATABASE_URL !== undefined) return worldOn(environment, log, serverPool(environment))
  const embedded = await openEmbedded(environment.DATA_DIR, crashed)
  const world = await worldOn(environment, log, openPool({ connection: embedded.connection, size: EMBEDDED_POOL }))
  return {
    ...world,
    close: async () => {
      await world.close()
      await embedded.close()
    },
  }
}

/** Reaches the world for a command: through the server that has the embedded database open, or by opening it. */
export async function reachWorld(environment: Environment, log: Logger = quietLog): Promise<World> {
  const isServed = environment.DATABASE_URL === undefined && (await isLocked(environment.DATA_DIR))
  if (isServed) return worldOn(environment, log, openPool({ connection: await embeddedConnection(environment.DATA_DIR), size: 1 }))
  return openWorld(environment, log, (error) => {
    throw error
  })
}

export const quietLog = pino({ level: 'silent' })

const serverPool = (environment: Environment) => openPool({ connection: serverConnection(environment), size: environment.DATABASE_POOL })

/** A server is asked to give up by itself: a request that has gone away must not hold rows that others wait for. */
export const serverConnection = (environment: Environment): pg.PoolConfig => ({
  connectionString: environment.DATABASE_URL,
  statement_timeout: environment.DATABASE_STATEMENT_SECONDS * 1000,
  lock_timeout: environment.DATABASE_LOCK_SECONDS * 1000,
  idle_in_transaction_session_timeout: environment.DATABASE_IDLE_SECONDS * 1000,
})

async function worldOn(environment: Environment, log: Logger, database: Kysely<Tables>): Promise<World> {
  const nextId = uuidV7Maker(Date.now, (into) => crypto.getRandomValues(into))
  const ctx = {
    db: database,
    clock: { now: () => instant(new Date()) },
    ids: { next: <Id extends string>() => nextId() as Id },
    log,
    config: { environment, secret: await serverSecret(environment.DATA_DIR), version: VERSION },
    engine: await engineOf(environment, log),
    embedder: await embedderOf(environment),
    secretBytes: (count: number) => new Uint8Array(randomBytes(count)),
  }
  const close = async () => {
    ctx.engine.close()
    await database.destroy()
  }
  return { ctx, database, close }
}

/** The gRPC client is loaded only where there is a service to ask. */
async function engineOf({ ENGINE_URL: url }: Environment, log: Logger): Promise<EnginePort> {
  if (url === undefined) return engineInside
  const { grpcEngine } = await import('../adapters/grpc-engine.ts')
  return grpcEngine({ url, now: Date.now, log })
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
