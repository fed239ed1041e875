import { STATUS_CODES, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { Problem, problems, type ProblemCode } from '@gymgenius/contracts'
import type { FastifyInstance } from 'fastify'
import { problemBody, problemHeaders } from './problem-reply.ts'

/** How long a caller may take, and how much they may say. Node enforces these below Fastify. */
export const LIMITS = {
  headersMs: 10_000,
  requestMs: 15_000,
  handlerMs: 10_000,
  keepAliveMs: 72_000,
  headerBytes: 16_384,
  bodyBytes: 1_048_576,
  fileBytes: 50 * 1_048_576,
  paramLength: 100,
  connections: 2000,
} as const

export const nodeOptions = (requestMs: number): ServerOptions => ({
  headersTimeout: Math.min(LIMITS.headersMs, requestMs),
  connectionsCheckingInterval: Math.min(1000, requestMs),
  maxHeaderSize: LIMITS.headerBytes,
  insecureHTTPParser: false,
  requireHostHeader: false, // Node would answer with an empty 400; `refuseBadHost` answers with a reason
})

const FAULTS: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'request.headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'request.payload_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
}

/** The latest answer begun on a socket: once its head is out, a second one would be read as its body. */
const answers = new WeakMap<Duplex, ServerResponse>()

/** Answers bytes that are not a request, or not in time, as far as the socket lets us, and hangs up. */
export function answerBadFraming(newRequestId: () => string) {
  return function (this: FastifyInstance, error: Error & { code?: string }, socket: Duplex) {
    const hasBegunToAnswer = answers.get(socket)?.headersSent === true
    if (error.code === 'ECONNRESET' || !socket.writable || hasBegunToAnswer) {
      socket.destroy(error)
      return
    }
    this.log.info({ fault: error.code }, 'not a request')
    socket.end(rawProblem(new Problem(FAULTS[error.code ?? ''] ?? 'request.malformed'), newRequestId()))
  }
}

/** Listens below the routes: for what is being answered, and for CONNECT, which never becomes a request. */
export function watchSockets(http: FastifyInstance, newRequestId: () => string) {
  http.server.on('request', ({ socket }: IncomingMessage, answer: ServerResponse) => answers.set(socket, answer))
  http.server.on('connect', (_: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => {}) // already gone
    socket.end(
      rawProblem(new Problem('request.method_not_allowed', { allow: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] }), newRequestId()),
    )
  })
}

function rawProblem(problem: Problem, requestId: string): string {
  const { status } = problems[problem.code]
  const body = JSON.stringify(problemBody(problem, requestId))
  const headers = {
    ...problemHeaders(problem),
    'content-length': String(Buffer.byteLength(body)),
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`
}
