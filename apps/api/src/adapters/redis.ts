import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { ConfigurationFault } from '../platform/config.ts'
import type { Counting } from '../platform/rate-limit.ts'
import type { Shared } from '../platform/ports/shared.ts'
import { bullmqRelay } from './bullmq-relay.ts'
import { redisRates } from './redis-rates.ts'

const CONNECT_MS = 1000
/** A request waits for this: a Redis that is slower is as good as away. */
const COMMAND_MS = 250
const LONGEST_PAUSE_MS = 2000

export interface RedisSettings {
  readonly url: string
  readonly clock: Counting['clock']
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  readonly commandMs?: number
}

/** A connection that answers soon or not at all, and comes back by itself. */
export const connectRedis = (url: string, commandMs = COMMAND_MS) =>
  new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: CONNECT_MS,
    commandTimeout: commandMs,
    retryStrategy: (tries) => Math.min(100 * tries, LONGEST_PAUSE_MS),
  })

/** Opens what the processes share. One that is away is waited for in the background; one that would lose work is refused. */
export async function openRedis({ url, clock, log, commandMs }: RedisSettings): Promise<Shared> {
  const redis = connectRedis(url, commandMs)
  let isAway = false
  redis.on('error', (error) => {
    if (isAway) return
    isAway = true
    log.warn({ reason: error.message }, 'Redis is away: work goes by the database, each process counts for itself')
  })
  redis.on('ready', () => {
    if (isAway) log.info({}, 'Redis is back')
    isAway = false
  })
  await redis.connect().catch(() => {})
  const looked = redis.status === 'ready' ? await faultsOfRedis(redis) : { faults: [], isTold: true }
  if (looked.faults.length > 0) {
    redis.disconnect()
    throw new ConfigurationFault(looked.faults.map((fault) => `REDIS_URL: ${fault}`))
  }
  if (!looked.isTold) log.warn({}, 'this Redis does not tell its settings: see that it has appendonly yes and maxmemory-policy noeviction')
  const relay = bullmqRelay(redis, log)
  return {
    rates: redisRates(redis, clock),
    relay,
    isUp: () => redis.status === 'ready',
    close: async () => {
      await relay.close()
      redis.disconnect()
    },
  }
}

/** What a Redis must not be: one that forgets at a crash, or throws away what it was told to keep when it is full. */
export async function faultsOfRedis(redis: Redis): Promise<{ readonly faults: readonly string[]; readonly isTold: boolean }> {
  const told = await Promise.all(['appendonly', 'maxmemory-policy'].map((name) => redis.config('GET', name) as Promise<string[]>)).catch(
    () => undefined,
  )
  const [appendOnly, policy] = told?.map(([, value]) => value) ?? []
  const faults = [
    ...(appendOnly === 'no'
      ? ['this Redis forgets at a crash: set appendonly yes (redis-cli config set appendonly yes, and in redis.conf)']
      : []),
    ...(policy !== undefined && policy !== 'noeviction'
      ? [`this Redis throws work away when it is full (${policy}): set maxmemory-policy noeviction`]
      : []),
  ]
  return { faults, isTold: appendOnly !== undefined && policy !== undefined }
}
