import type { AccountId, AthleteId, Instant, LoginSessionId, OpId } from '@gymgenius/domain'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Db } from './database.ts'
import type { DomainEvents, JobRequests } from './events.ts'
import type { EmbedderPort } from './ports/embedder.ts'
import type { EnginePort } from './ports/engine.ts'

/** The world a service runs in. Tests build a still one; `main.ts` builds the real one. */
export interface Ctx {
  readonly db: Db
  readonly clock: { now(): Instant }
  readonly ids: { next<Id extends string>(): Id }
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  readonly config: Config
  readonly engine: EnginePort
  readonly embedder: EmbedderPort
  /** Bytes from a cryptographic source, for secrets only. */
  readonly secretBytes: (count: number) => Uint8Array
  /** Where facts and requests for work go. Without one (a test's world) all of them are written down. */
  readonly post?: Post
}

/** What the house knows of its own mail. */
export interface Post {
  /** The facts that some room listens to. The others are not written: nobody would ever read them. */
  readonly heard: ReadonlySet<keyof DomainEvents>
  /** Called when something was written that somebody waits for. */
  noted(): void
}

/** Who is asking. Every service function takes one, so nothing happens on nobody's behalf. */
export interface Athlete {
  readonly kind: 'athlete'
  readonly athleteId: AthleteId
  readonly loginSessionId: LoginSessionId
}

export interface Admin {
  readonly kind: 'admin'
  readonly accountId: AccountId
}

/** The house itself: sign-in before anyone is known, jobs, the command line. */
export interface System {
  readonly kind: 'system'
}

export const system: System = { kind: 'system' }

export type Actor = Athlete | Admin | System

/** In a test, whose world is one transaction, units asked for at once take turns; on a real database they run side by side. */
const turns = new WeakMap<Ctx, Promise<unknown>>()

function takeTurn<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  const before = turns.get(ctx) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(
    ctx,
    mine.catch(() => {}),
  )
  return mine
}

/** Runs `work` as one unit: all of it is kept, or none. Units nest. */
export async function inTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (!ctx.db.isTransaction) return ctx.db.transaction().execute((db) => work({ ...ctx, db }))
  return takeTurn(ctx, async () => {
    await sql`savepoint unit`.execute(ctx.db)
    try {
      const result = await work({ ...ctx })
      await sql`release savepoint unit`.execute(ctx.db)
      return result
    } catch (error) {
      await sql`rollback to savepoint unit`.execute(ctx.db)
      await sql`release savepoint unit`.execute(ctx.db)
      throw error
    }
  })
}

const acts = new WeakMap<Ctx, string>()

/**
 * Runs `work` as one unit with the rights of `actor` and no more: row-level security shows an athlete only what is theirs.
 * Every request goes through here; so does every job, as the system.
 */
export async function actingAs<T>(ctx: Ctx, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const role = actor.kind === 'system' ? 'gymgenius_system' : 'gymgenius_request'
  const account = actor.kind === 'system' ? '' : actor.kind === 'athlete' ? actor.athleteId : actor.accountId
  const already = acts.get(ctx)
  if (already === `${role} ${account}`) return inTransaction(ctx, (ctx) => work(remember(ctx, already)))
  if (already !== undefined) throw new Error('A unit of one actor cannot turn into a unit of another')
  return inTransaction(ctx, async (ctx) => {
    // Without parameters, so that it travels together with `begin`.
    await sql`select set_config('role', ${sql.lit(role)}, true), set_config('gymgenius.account_id', ${sql.lit(account)}, true)`.execute(
      ctx.db,
    )
    const result = await work(remember(ctx, `${role} ${account}`))
    // A test's world goes on after this unit: give it its own rights back. (On a rollback Postgres does so itself.)
    if (isTestWorld(ctx)) await sql`select set_config('role', 'none', true), set_config('gymgenius.account_id', '', true)`.execute(ctx.db)
    return result
  })
}

function remember(ctx: Ctx, act: string): Ctx {
  acts.set(ctx, act)
  return ctx
}

const testWorlds = new WeakSet<object>()
/** Marks a database whose one transaction outlives its units. Used by the test fixture only. */
export const markTestWorld = (db: Db) => testWorlds.add(db)
const isTestWorld = (ctx: Ctx) => testWorlds.has(ctx.db)

/** Announces a fact to other rooms: a row of the outbox, in the transaction of the fact. */
export async function announce<E extends keyof DomainEvents>(ctx: Ctx, event: E, payload: DomainEvents[E]): Promise<void> {
  if (ctx.post?.heard.has(event) === false) return
  await enqueue(ctx, `event:${event}`, payload)
}

/** Asks for background work: committed with the data that asked for it, run at least once. `delayMs` from now. */
export async function request<J extends keyof JobRequests>(ctx: Ctx, job: J, payload: JobRequests[J], delayMs = 0): Promise<void> {
  await enqueue(ctx, `job:${job}`, payload, delayMs)
}

async function enqueue(ctx: Ctx, topic: string, payload: unknown, delayMs = 0) {
  ctx.post?.noted()
  const now = ctx.clock.now()
  await ctx.db
    .insertInto('outbox')
    .values({
      id: ctx.ids.next<OpId>(),
      topic,
      payload: JSON.stringify(payload),
      announced_at: new Date(now),
      due_at: new Date(now + delayMs),
      attempts: 0,
    })
    .execute()
}
