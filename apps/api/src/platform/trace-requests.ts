import type { Begun, Span, Traces } from '@gymgenius/traces'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Environment } from './config.ts'

/** Asked every few seconds by whoever watches us, about nobody. */
const UNTOLD = new Set(['/healthz', '/readyz'])

/** One span a request, by its route; never its address, its query, its body or whom it came from. */
export function traceRequests(http: FastifyInstance, traces: Traces | undefined, { TRUST_PROXY }: Pick<Environment, 'TRUST_PROXY'>): void {
  if (traces === undefined) return
  const begun = new WeakMap<FastifyRequest, Begun>()

  const spanOf = (request: FastifyRequest): Span => ({
    name: nameOf(request),
    kind: 'server',
    facts: { 'http.request.method': request.method, 'http.route': routeOf(request), 'gymgenius.request_id': request.id },
    after: TRUST_PROXY ? namedBy(request) : undefined,
  })

  http.addHook('onRequest', (request, reply, done) => {
    if (UNTOLD.has(routeOf(request))) return done()
    const span = traces.begin(spanOf(request))
    begun.set(request, span)
    request.log = request.log.child({ traceId: span.traceId })
    reply.log = request.log
    span.run(done)
  })
  // Bytes of a body arrive outside of every span.
  http.addHook('preHandler', (request, _reply, done) => {
    const span = begun.get(request)
    if (span === undefined) done()
    else span.run(done)
  })
  http.addHook('onResponse', async (request, { statusCode }) => {
    const failure = statusCode >= 500 ? { code: statusCode } : undefined
    const facts = { 'http.response.status_code': statusCode }
    begun.get(request)?.end({ facts, ...(failure && { failure }) })
  })
}

const routeOf = ({ routeOptions }: FastifyRequest) => routeOptions.url ?? 'none'
const nameOf = (request: FastifyRequest) => `${request.method} ${routeOf(request)}`

function namedBy({ headers: { traceparent } }: FastifyRequest): string | undefined {
  return typeof traceparent === 'string' ? traceparent : undefined
}
