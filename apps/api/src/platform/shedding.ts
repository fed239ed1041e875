import underPressure from '@fastify/under-pressure'
import { Problem } from '@gymgenius/contracts'
import type { FastifyInstance } from 'fastify'
import { answerProblem } from './http/problem-reply.ts'

const RETRY_AFTER_SECONDS = 5
/** Long enough that one pause, at a start or under a heavy answer, turns nobody away. */
const LOOK_MS = 5000

export interface SheddingSettings {
  readonly http: FastifyInstance
  readonly log: Readonly<Record<'info' | 'warn', (facts: object, text: string) => void>>
  /** How late a turn of the event loop may come, on average between two looks; 0 turns nobody away. */
  readonly mostDelayMs: number
  readonly lookMs?: number
}

export interface Shedding {
  /** Callers turned away since the start. */
  turnedAway(): number
  /** How late a turn of the event loop came, on average before the last look. */
  delaySeconds(): number
}

/** For routes that tell how the process is: they are answered however late it is. */
export const alwaysAnswered = { pressureHandler: () => undefined }

/**
 * While the event loop is so late that an answer would come after its caller has left, callers are turned away before anything is done
 * for them, with a time to come back (docs/decisions/0205). Each is a number and a line of the requests; the log is told of the beginning and the end.
 */
export function shedLoad({ http, log, mostDelayMs, lookMs = LOOK_MS }: SheddingSettings): Shedding {
  let turnedAway = 0
  let before: number | undefined
  void http.register(underPressure, {
    maxEventLoopDelay: mostDelayMs,
    sampleInterval: lookMs,
    pressureHandler: (request, reply, _, delayMs) => {
      if (before === undefined) {
        before = turnedAway
        log.warn({ delayMs: Math.round(delayMs ?? 0) }, 'the event loop is late: callers are turned away')
      }
      turnedAway++
      void answerProblem(request, reply, new Problem('server.busy', { retryAfter: RETRY_AFTER_SECONDS }))
    },
  })
  http.addHook('onRequest', async () => {
    if (before === undefined || http.isUnderPressure()) return
    log.info({ turnedAway: turnedAway - before }, 'the event loop is in time again: callers are let in')
    before = undefined
  })
  return { turnedAway: () => turnedAway, delaySeconds: () => http.memoryUsage().eventLoopDelay / 1000 }
}
