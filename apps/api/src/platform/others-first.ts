import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { requestHere } from './request-here.ts'

/** Nobody is waited for longer than this: who works long should not wait for those who work longer. */
const LONGEST_MS = 50
/** A request that has been open for so long is a stream, or work as long as ours. */
const STREAM_MS = 1000

/** The requests that this process is answering, by id, and when each came. */
const answering = new Map<string, number>()
const watchers = new Set<(answered: string) => void>()

export function watchRequestsUnderWay(http: FastifyInstance): void {
  http.addHook('onRequest', async (request, reply) => {
    answering.set(request.id, performance.now())
    reply.raw.once('close', () => {
      answering.delete(request.id)
      for (const tell of watchers) tell(request.id)
    })
  })
}

/**
 * Waits until the requests that are under way are answered, but for our own; those that come meanwhile are not waited for. Work of many units asks
 * between two of them: on the embedded database a request takes several turns, and would else wait a whole unit for each.
 */
export async function letOthersFirst(): Promise<void> {
  await setImmediate() // what has arrived is read
  const now = performance.now()
  const own = requestHere()
  const open = new Set([...answering].filter(([id, since]) => id !== own && now - since < STREAM_MS).map(([id]) => id))
  if (open.size === 0) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const patience = setTimeout(resolve, LONGEST_MS)
  const answered = (id: string) => {
    open.delete(id)
    if (open.size === 0) resolve()
  }
  watchers.add(answered)
  await promise
  watchers.delete(answered)
  clearTimeout(patience)
}
