import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import {
  createEnvelope,
  createEventEnvelope,
  createTransport,
  dsnFromString,
  type Envelope,
  type Event,
  getEnvelopeEndpointWithUrlEncodedAuth,
  type SdkInfo,
  type Transport,
  uuid4,
} from '@sentry/core'
import type { Fault, FaultPort } from './faults.ts'
import { kindsOf } from './kinds.ts'

/** More than this waits for no Sentry: what is newer is dropped. */
const MOST_WAITING = 30
/** Of a storm the first are enough, and telling costs the requests some time. */
const MOST_A_MINUTE = 100
const SENT_WITHIN_MS = 5000
const LAST_SENT_WITHIN_MS = 2000

export interface SentrySettings {
  /** `https://KEY@HOST/PROJECT`, as whoever listens hands it out. */
  readonly dsn: string
  /** Which installation this is: `production`, `staging`. */
  readonly environment: string
  readonly service: string
  readonly version: string
  readonly warn: (facts: object, text: string) => void
}

/** Tells anything that takes the envelopes of Sentry. It is told kinds and places of errors, and never their words. */
export function inSentry({ dsn, environment, service, version, warn }: SentrySettings): FaultPort {
  const sdk: SdkInfo = { name: 'gymgenius', version, settings: { infer_ip: 'never' } }
  const { transport, parts } = wireTo(dsn, sdk)
  const allow = atMost(MOST_A_MINUTE)
  let isAway = false

  const eventOf = (error: unknown, { says, at, requestId, facts }: Fault): Event => ({
    event_id: uuid4(),
    timestamp: Date.now() / 1000,
    platform: 'node',
    level: 'error',
    logger: service,
    release: `gymgenius@${version}`,
    environment,
    transaction: at,
    tags: { service, says, ...(requestId !== undefined && { request_id: requestId }), ...facts },
    exception: { values: kindsOf(error) },
  })

  async function send(envelope: Envelope) {
    try {
      const { statusCode = 200 } = await transport.send(envelope)
      if (statusCode >= 300) throw new Error(`it answers ${statusCode}`)
      isAway = false
    } catch (error) {
      if (!isAway) warn({ reason: (error as Error).message }, 'faults could not be sent: they stand in the log only until Sentry is back')
      isAway = true
    }
  }

  return {
    tell: (error, fault) => {
      if (allow()) void send(createEventEnvelope(eventOf(error, fault), parts, { sdk }))
    },
    close: async () => void (await transport.flush(LAST_SENT_WITHIN_MS)),
  }
}

/** Sends a report of nothing; throws where it is not taken. */
export async function trySentry(dsn: string): Promise<void> {
  const { transport } = wireTo(dsn, { name: 'gymgenius' })
  const nothing = { timestamp: Date.now() / 1000, discarded_events: [] }
  const { statusCode = 200 } = await transport.send(createEnvelope({}, [[{ type: 'client_report' }, nothing]] as never))
  if (statusCode >= 300) throw new Error(`it answers ${statusCode}`)
}

function wireTo(dsn: string, sdk: SdkInfo): { transport: Transport; parts: NonNullable<ReturnType<typeof dsnFromString>> } {
  const parts = dsnFromString(dsn)
  if (parts === undefined) throw new TypeError('SENTRY_DSN is no address of Sentry')
  const url = new URL(getEnvelopeEndpointWithUrlEncodedAuth(parts, undefined, sdk))
  const transport = createTransport({ bufferSize: MOST_WAITING, recordDroppedEvent: () => {} }, ({ body }) => post(url, body))
  return { transport, parts }
}

/** To that host and no other: no redirect is followed, nothing of the answer is read but its head. */
function post(url: URL, body: string | Uint8Array) {
  const send = url.protocol === 'https:' ? overHttps : overHttp
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/x-sentry-envelope', 'content-length': Buffer.byteLength(body) },
    signal: AbortSignal.timeout(SENT_WITHIN_MS),
    agent: false as const,
  }
  return new Promise<{ statusCode: number; headers: { 'x-sentry-rate-limits': string | null; 'retry-after': string | null } }>(
    (answered, failed) => {
      const call = send(url, options, (reply) => {
        const { statusCode = 0, headers } = reply
        const limits = headers['x-sentry-rate-limits']
        answered({
          statusCode,
          headers: { 'x-sentry-rate-limits': typeof limits === 'string' ? limits : null, 'retry-after': headers['retry-after'] ?? null },
        })
        reply.destroy()
      })
      call.on('error', failed)
      call.end(body)
    },
  )
}

/** True so many times a minute. */
function atMost(count: number): () => boolean {
  let began = -Infinity
  let left = 0
  return () => {
    const now = performance.now()
    if (now - began >= 60_000) [began, left] = [now, count]
    return left-- > 0
  }
}
