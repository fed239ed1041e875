import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Logger } from 'pino'
import type { Ctx } from './context.ts'
import type { Db } from './database.ts'
import { databaseProblem } from './http/database-problem.ts'
import { isUnexpected } from './http/problem-reply.ts'
import type { Replica } from './ports/replica.ts'
import type { Tables } from './tables.generated.ts'

const LOOK_MS = 1000
/** Who does not answer so soon is away. */
const ANSWER_MS = 1500
/** Of the ends of the primary's log that the standby has yet to reach, so many are remembered. */
const MOST_ENDS = 600

export interface ReplicaSettings {
  readonly primary: Db
  readonly standby: Kysely<Tables>
  readonly mostLagSeconds: number
  readonly log: Pick<Logger, 'info' | 'warn'>
}

/**
 * Looks every second whether the standby has reached what the primary's log ended with at some time before. Only our own clock is asked,
 * and a standby that nobody sends anything to any more is as old as the last end that it reached.
 */
export function watchReplica({ primary, standby, mostLagSeconds, log }: ReplicaSettings): Replica {
  const ends: { readonly place: number; readonly at: number }[] = []
  let freshAt: number | undefined
  let isAway: boolean | undefined
  const answered = { replica: 0, primary: 0 }

  async function look() {
    const at = performance.now()
    const place = await inTime(endOfLog(primary)).catch(() => undefined)
    if (place !== undefined) ends.push({ place, at })
    if (ends.length > MOST_ENDS) ends.shift()
    try {
      const reached = await inTime(reachedBy(standby))
      while (ends[0] !== undefined && ends[0].place <= reached) freshAt = ends.shift()!.at
      isNow('there')
    } catch (error) {
      isNow('away', error)
    }
  }

  function isNow(how: 'there' | 'away', error?: unknown) {
    const wasAway = isAway
    isAway = how === 'away'
    if (isAway === wasAway) return
    if (isAway) log.warn({ err: error }, 'the standby is away: everything is read from the primary')
    else log.info({}, 'the standby is there: what may lag is read from it')
  }

  const lagSeconds = () => (isAway !== false || freshAt === undefined ? undefined : (performance.now() - freshAt) / 1000)

  const ending = new AbortController()
  const watching = (async () => {
    for (; !ending.signal.aborted; await sleep(LOOK_MS, undefined, ending).catch(() => {})) await look()
  })()

  return {
    db: () => {
      const lag = lagSeconds()
      return lag !== undefined && lag <= mostLagSeconds ? standby : undefined
    },
    lagSeconds,
    answered,
    note: (who, error) => {
      answered[who]++
      if (databaseProblem(error)?.code === 'server.database_unavailable') isNow('away', error)
      else if (error !== undefined && isUnexpected(error)) log.warn({ err: error }, 'the standby could not answer')
    },
    close: async () => {
      ending.abort()
      await watching
      await standby.destroy()
    },
  }
}

/**
 * Reads what may lag from the standby where that is fit; where it fails at it, or says no to what it may not have heard of yet, from the
 * primary after all. Without a standby, from the primary.
 */
export async function readLagging<T>(ctx: Ctx, read: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { replica } = ctx
  const db = replica?.db()
  if (replica === undefined || db === undefined) {
    replica?.note('primary')
    return read(ctx)
  }
  try {
    const found = await read({ ...ctx, db, door: db })
    replica.note('replica')
    return found
  } catch (error) {
    replica.note('primary', error)
    return read(ctx)
  }
}

/** How long the standby takes to reach what the primary has now; undefined where it takes longer than that. Throws where it is no standby. */
export async function catchUpSeconds(primary: Db, standby: Db, within: number): Promise<number | undefined> {
  const began = performance.now()
  const place = await endOfLog(primary)
  for (;;) {
    const seconds = (performance.now() - began) / 1000
    if ((await inTime(reachedBy(standby))) >= place) return seconds
    if (seconds > within) return undefined
    await sleep(100)
  }
}

/** Places in the log, in bytes since the database was made. */
async function endOfLog(primary: Db): Promise<number> {
  const { rows } = await sql<{ place: number }>`select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as place`.execute(primary)
  return rows[0]!.place
}

async function reachedBy(standby: Db): Promise<number> {
  const { rows } = await sql<{ place: number | null }>`
    select case when pg_is_in_recovery() then pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::float8 end as place`.execute(standby)
  const { place } = rows[0]!
  if (place === null) throw new Error('it is no standby')
  return place
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it does not answer')), ANSWER_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
