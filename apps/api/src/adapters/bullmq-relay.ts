import type { OpId } from '@gymgenius/domain'
import { Queue, Worker } from 'bullmq'
import type { Redis, RedisOptions } from 'ioredis'
import type { Logger } from 'pino'
import type { RelayPort } from '../platform/ports/relay.ts'

const QUEUE = 'outbox'
const PREFIX = 'gymgenius'
/** Telling five hundred at once takes longer than what a request may wait for. */
const TELLING_MS = 5000
/** A worker that says nothing for so long is dead; what it had begun is told again. */
const SILENCE_MS = 5000

interface Told {
  readonly id: OpId
}

/** BullMQ carries the numbers of outbox rows and nothing else: who hears one asks the outbox whether it is still to be done. */
export function bullmqRelay(redis: Redis, log: Pick<Logger, 'warn'>): RelayPort & { close(): Promise<void> } {
  let queue: Queue<Told> | undefined
  const connections: Redis[] = []
  const complain = (error: Error) =>
    redis.status === 'ready' ? log.warn({ reason: error.message }, 'the queue on Redis complains') : undefined

  function connection(more: RedisOptions): Redis {
    const another = redis.duplicate({ lazyConnect: false, ...more })
    another.on('error', () => {}) // told by the first one already
    connections.push(another)
    return another
  }

  const opened = () => {
    if (queue !== undefined) return queue
    const settings = { enableOfflineQueue: true, maxRetriesPerRequest: 0, commandTimeout: TELLING_MS }
    queue = new Queue<Told>(QUEUE, { connection: connection(settings), prefix: PREFIX, skipVersionCheck: true })
    queue.on('error', complain)
    return queue
  }

  return {
    isUp: () => redis.status === 'ready',
    hasForgotten: async () => (await redis.set(`${PREFIX}:remembers`, '1', 'NX')) === 'OK',
    tell: async (due) => {
      if (due.length === 0) return
      const jobs = due.map(({ id, attempts }) => ({
        name: 'deliver',
        data: { id },
        opts: { jobId: `${id}-${attempts}`, removeOnComplete: true, removeOnFail: true },
      }))
      await opened().addBulk(jobs)
    },
    hear: (take, atOnce) => {
      let worker: Worker<Told> | undefined
      // A worker that meets no Redis gives up for good: it is made when there is one.
      const begin = () => {
        if (worker !== undefined) return
        worker = new Worker<Told>(QUEUE, ({ data }) => take(data.id), {
          connection: connection({ enableOfflineQueue: true, maxRetriesPerRequest: null, commandTimeout: undefined }),
          prefix: PREFIX,
          concurrency: atOnce,
          lockDuration: SILENCE_MS,
          stalledInterval: SILENCE_MS,
          maxStalledCount: 1,
          skipVersionCheck: true,
        })
        worker.on('error', complain)
      }
      if (redis.status === 'ready') begin()
      redis.on('ready', begin)
      return {
        close: async () => {
          redis.off('ready', begin)
          // One that has lost its Redis would wait for it for ever.
          await worker?.close(redis.status !== 'ready')
        },
      }
    },
    close: async () => {
      await queue?.close().catch(() => {})
      for (const each of connections) each.disconnect()
    },
  }
}
