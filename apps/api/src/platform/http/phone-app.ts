import type { FastifyReply, FastifyRequest } from 'fastify'
import { CLIENT_HEADER } from './origin.ts'

/**
 * Where the pages of the phone app come from: its own files, which the system serves to its own window. Any other program on a machine
 * may call itself so too; that is why these origins are let read answers and are never given or believed a cookie.
 */
const PHONE_APP_ORIGINS: ReadonlySet<string> = new Set(['https://localhost', 'capacitor://localhost'])

const MAY_SEND = ['authorization', 'content-type', 'idempotency-key', CLIENT_HEADER].join(', ')
const MAY_READ = ['retry-after', 'x-request-id', 'idempotent-replayed', 'content-disposition'].join(', ')
const A_DAY_S = '86400'

/** Lets the phone app read answers of the API (CORS without credentials). True: this was only its question whether it may. */
export function admitPhoneApp(request: FastifyRequest, reply: FastifyReply): boolean {
  if (!request.url.startsWith('/v1/')) return false
  reply.header('vary', 'origin')
  const { origin } = request.headers
  if (origin === undefined || !PHONE_APP_ORIGINS.has(origin)) return false
  reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': MAY_READ })
  const method = request.headers['access-control-request-method']
  if (request.method !== 'OPTIONS' || method === undefined) return false
  reply.headers({
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': MAY_SEND,
    'access-control-max-age': A_DAY_S,
  })
  // A browser that guards the local network asks this of a house that stands in it.
  if (request.headers['access-control-request-private-network'] === 'true') reply.header('access-control-allow-private-network', 'true')
  return true
}
