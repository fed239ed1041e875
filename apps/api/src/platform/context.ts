import { type AccountId, type AthleteId, type Instant, isoOf, type LoginSessionId, type OpId, type TrainerGrantId } from '@gymgenius/domain'
import type { FaultPort } from '@gymgenius/faults'
import type { Traces } from '@gymgenius/traces'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Db } from './database.ts'
import type { DomainEvents, JobRequests } from './events.ts'
import type { BlobStore } from './ports/blobs.ts'
import type { EmbedderPort } from './ports/embedder.ts'
import type { EnginePort } from './ports/engine.ts'
import type { MailerPort } from './ports/mailer.ts'
import type { ProviderPort } from './ports/provider.ts'
import type { RatePort } from './ports/rates.ts'
import type { Replica } from './ports/replica.ts'
import { requestHere } from './request-here.ts'

/** The world a service runs in. Tests build a still one; `main.ts` builds the real one. */
export interface Ctx {
  readonly db: Db
  /** As `db`, for the first unit of each request: where no connection is free it is refused soon. Nowhere in what waits behind the requests. */
  readonly door?: Db
  /** Where what may lag is read (`readLagging`); nowhere else, unless an operator named a standby. */
  readonly replica?: Replica
  readonly clock: { now(): Instant }
  readonly ids: { next<Id extends string>(): Id }
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  readonly config: Config
  /** Whom it is told when something breaks that nobody had thought of. */
  readonly faults: FaultPort
  readonly engine: EnginePort
  readonly embedder: EmbedderPort
  readonly mailer: MailerPort
  /** Who else may say who somebody is; nobody, unless somebody was named. */
  readonly providers: readonly ProviderPort[]
  readonly blobs: BlobStore
  /** Where several processes count rate limits together; without it this one counts for itself. */
  readonly rates?: RatePort
  /** Whom it is told what was done for a request and how long it took; nobody, unless an operator named a collector. */
  readonly traces?: Traces
  /** Bytes from a cryptographic source, for secrets only. */
  readonly secretBytes: (count: number) => Uint8Array
  /** Where facts and requests for work go. Without one (a test's world) all of them are written down. */
  readonly post?: Post
  /** Of the request that is being answered; absent in jobs, chores and commands. */
  readonly requestId?: string
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
  readonly loginSessionId: LoginSessionId
}

/** Somebody appointed to train others. What they may see of whom is said by grants. */
export interface Trainer {
  readonly kind: 'trainer'
  readonly accountId: AccountId
}

/** A trainer in the middle of a look: sees what one grant shows and nothing of their own, and can write nothing. */
export interface Look {
  readonly kind: 'look'
  readonly trainerId: AccountId
  readonly grantId: TrainerGrantId
}

/** The house itself: sign-in before anyone is known, jobs, the command line. */
export interface System {
  readonly kind: 'system'
}

export const system: System = { kind: 'system' }

export type Actor = Athlete | Admin | Trainer | Look | System

/** In a test, whose world is one transaction, units asked for at once take turns; on a real database they run side by side. */
const turns = new WeakMap<Ctx, Promise<unknown>>()

/** The world that a request's own world came from: requests of one world take turns with each other. */
const origins = new WeakMap<Ctx, Ctx>()

/** The world in which one request is answered. */
export function forRequest(ctx: Ctx, requestId: string): Ctx {
  const asked = { ...ctx, requestId }
  origins.set(asked, ctx)
  return asked
}

function takeTurn<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  const world = origins.get(ctx) ?? ctx
  const before = turns.get(world) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(
    world,
    mine.catch(() => {}),
  )
  return mine
}

/** Runs `work` as one unit: all of it is kept, or none. Units nest. */
export async function inTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (!ctx.db.isTransaction)
    return entranceOf(ctx)
      .transaction()
      .execute((db) => work({ ...ctx, db }))
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

const letIn = new WeakSet<Ctx>()

/** Who was let in is served: what a request does after its first unit, such as the next page of an export, waits as long as a job does. */
function entranceOf(ctx: Ctx): Db {
  if (ctx.door === undefined || letIn.has(ctx)) return ctx.db
  letIn.add(ctx)
  return ctx.door
}

const acts = new WeakMap<Ctx, string>()

/**
 * Runs `work` as one unit with the rights of `actor` and no more: row-level security shows an athlete only what is theirs.
 * Every request goes through here; so does every job, as the system.
 */
export async function actingAs<T>(ctx: Ctx, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const rights = rightsOf(ctx, actor)
  const act = [rights.role, rights.account, rights.look?.grantId].join(' ')
  const already = acts.get(ctx)
  if (already === act) return inTransaction(ctx, (ctx) => work(remember(ctx, already)))
  if (already !== undefined) throw new Error('A unit of one actor cannot turn into a unit of another')
  return inTransaction(ctx, async (ctx) => {
    await take(ctx, rights)
    const result = await work(remember(ctx, act))
    // A test's world goes on after this unit: give it its own rights back. (On a rollback Postgres does so itself.)
    if (isTestWorld(ctx)) await take(ctx, { role: 'none', account: '', look: rights.look && NO_LOOK })
    return result
  })
}

interface Rights {
  readonly role: string
  readonly account: string
  readonly look?: { readonly trainerId: string; readonly grantId: string; readonly now: string } | undefined
}

const NO_LOOK = { trainerId: '', grantId: '', now: '' }

function rightsOf(ctx: Ctx, actor: Actor): Rights {
  switch (actor.kind) {
    case 'system':
      return { role: 'gymgenius_system', account: '' }
    case 'athlete':
      return { role: 'gymgenius_request', account: actor.athleteId }
    case 'look': {
      const { trainerId, grantId } = actor
      return { role: 'gymgenius_trainer', account: '', look: { trainerId, grantId, now: isoOf(ctx.clock.now()) } }
    }
    default:
      return { role: 'gymgenius_request', account: actor.accountId }
  }
}

/** Without parameters, so that it travels together with `begin`. */
async function take({ db }: Ctx, { role, account, look }: Rights) {
  const settings = [
    ['role', role],
    ['gymgenius.account_id', account],
    ...(look === undefined
      ? []
      : [
          ['gymgenius.trainer_id', look.trainerId],
          ['gymgenius.grant_id', look.grantId],
          ['gymgenius.now', look.now],
        ]),
  ] as const
  await sql`select ${sql.join(settings.map(([name, value]) => sql`set_config(${sql.lit(name)}, ${sql.lit(value)}, true)`))}`.execute(db)
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
      request_id: ctx.requestId ?? requestHere() ?? null,
      trace_parent: ctx.traces?.here() ?? null,
    })
    .execute()
}
