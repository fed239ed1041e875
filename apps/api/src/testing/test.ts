import type { AthleteId, LoginSessionId } from '@gymgenius/domain'
import type { Kysely } from 'kysely'
import { inject, test as base } from 'vitest'
import type { FastifyBaseLogger, InjectOptions } from 'fastify'
import { type Ctx, markTestWorld } from '../platform/context.ts'
import { type App, createHttp } from '../platform/http.ts'
import type { Tables } from '../platform/tables.generated.ts'
import { rooms } from '../rooms.ts'
import { anAthlete } from './builders.ts'
import { openTestDatabase } from './global-setup.ts'
import { type StillWorld, stillWorld } from './still-world.ts'

export { expect } from 'vitest'
export { stillWorld, type StillWorld } from './still-world.ts'

const CONNECTIONS = 25

/**
 * `test` with a whole API in its hands: real Postgres, a still clock, counted ids; undone after each test.
 * `crowded` is a world for what happens at once: a database of its own whose transactions are real.
 */
export const test = base
  .extend('database', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const { database, close } = await openTestDatabase(inject('database'))
    onCleanup(close)
    return database
  })
  .extend('ctx', async ({ database }, { onCleanup }) => {
    const { ctx, undo } = await beginWorld(database)
    onCleanup(undo)
    return ctx
  })
  .extend('crowded', async ({}, { onCleanup }) => {
    const { database, close } = await openTestDatabase(inject('database'), CONNECTIONS)
    onCleanup(close)
    return stillWorld(database)
  })
  .extend('api', ({ ctx }) => callerOf(ctx))

/** A world in a transaction of its own. The embedded database has one connection: undo one before beginning another. */
export async function beginWorld(database: Kysely<Tables>): Promise<{ ctx: StillWorld; undo: () => Promise<void> }> {
  const db = await database.startTransaction().execute()
  markTestWorld(db)
  return { ctx: stillWorld(db), undo: () => db.rollback().execute() }
}

/** The API in the hands of one athlete; `as` lends it to another, or to nobody. */
export interface Caller {
  readonly athleteId: AthleteId
  readonly app: App
  get(url: string, headers?: Record<string, string>): ReturnType<typeof send>
  post(url: string, body?: object, headers?: Record<string, string>): ReturnType<typeof send>
  put(url: string, body?: object, headers?: Record<string, string>): ReturnType<typeof send>
  patch(url: string, body?: object, headers?: Record<string, string>): ReturnType<typeof send>
  delete(url: string, headers?: Record<string, string>): ReturnType<typeof send>
  raw(options: InjectOptions): ReturnType<typeof send>
  as(athleteId: AthleteId | undefined): Caller
}

const send = (app: App, options: InjectOptions) => app.http.inject(options)

export async function callerOf(ctx: Ctx): Promise<Caller> {
  return callerAs(ctx, await anAthlete(ctx))
}

/** The API of this world in the hands of an athlete who is there already. */
export async function callerAs(ctx: Ctx, athleteId: AthleteId): Promise<Caller> {
  return caller(await mountRooms(ctx, byTestHeader), athleteId, athleteId)
}

/** Every room behind the given proof of who is asking: `authenticate` of the accounts room for real tokens. */
export async function mountRooms(ctx: Ctx, authenticate: App['authenticate'], log?: FastifyBaseLogger): Promise<App> {
  const app: App = { http: createHttp(log, ctx.config.environment), ctx, served: [], authenticate }
  for (const room of rooms) await room.prepare?.(ctx)
  for (const room of rooms) room.mount?.(app, rooms)
  return app
}

/** The accounts room proves real tokens in its own tests; elsewhere a header names the athlete. */
const byTestHeader: App['authenticate'] = async (_, request) => {
  const named = request.headers['x-test-athlete']
  if (typeof named !== 'string') return undefined
  const role = request.headers['x-test-role']
  const athlete = { kind: 'athlete', athleteId: named as AthleteId, loginSessionId: named as string as LoginSessionId } as const
  return { athlete, isAdmin: role === 'admin', isTrainer: role === 'trainer' || role === 'admin' }
}

function caller(app: App, owner: AthleteId, who: AthleteId | undefined): Caller {
  const mine = who === undefined ? {} : { 'x-test-athlete': who }
  const call =
    (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') =>
    (url: string, body?: object, headers: Record<string, string> = {}) =>
      send(app, { method, url, headers: { ...mine, ...headers }, ...(body === undefined ? {} : { payload: body }) })
  return {
    athleteId: who ?? owner,
    app,
    get: (url, headers) => call('GET')(url, undefined, headers),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: (url, headers) => call('DELETE')(url, undefined, headers),
    raw: (options) => send(app, options),
    as: (athleteId) => caller(app, owner, athleteId),
  }
}
