import { Problem, problems, type ProblemCode } from '@gymgenius/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { databaseProblem } from './database-problem.ts'

const UNEXPECTED = 'server.unexpected' satisfies ProblemCode

/** The one way an error leaves the house: problem+json, whatever was thrown and wherever. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  return sendProblem(request, reply, asProblem(error))
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  const { status } = problems[problem.code]
  if (problem.code === UNEXPECTED)
    request.server.faults.tell(problem.cause ?? problem, {
      says: UNEXPECTED,
      at: `${request.method} ${request.routeOptions.url ?? 'none'}`,
      requestId: request.id,
    })
  else if (status >= 500) request.log.error({ err: problem.cause ?? problem }, problem.code)
  return answerProblem(request, reply, problem)
}

/** Says it to the caller, and to nobody else. */
export const answerProblem = (request: FastifyRequest, reply: FastifyReply, problem: Problem) =>
  reply
    .code(problems[problem.code].status)
    .headers(problemHeaders(problem))
    .serializer(JSON.stringify)
    .send(problemBody(problem, request.id))

/** RFC 9457, with two members of our own: `code` for programs, `facts` for what to do about it. */
export function problemBody({ code, facts }: Problem, requestId: string) {
  const { status, title } = problems[code]
  return { type: `/problems/${code}`, title, status, instance: `/requests/${requestId}`, code, facts }
}

export function problemHeaders({ code, facts }: Problem): Record<string, string> {
  const { status } = problems[code]
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' }
  if (status === 401) headers['www-authenticate'] = TOKEN_FAULTS.has(code) ? 'Bearer error="invalid_token"' : 'Bearer'
  if (Array.isArray(facts['allow'])) headers['allow'] = facts['allow'].join(', ')
  if (typeof facts['retryAfter'] === 'number') headers['retry-after'] = String(facts['retryAfter'])
  if (typeof facts['limit'] === 'number') {
    headers['ratelimit-limit'] = String(facts['limit'])
    headers['ratelimit-remaining'] = '0'
    headers['ratelimit-reset'] = headers['retry-after'] ?? '1'
  }
  return headers
}

/** RFC 6750 names a bad token; no token, or a wrong password, is not one. */
const TOKEN_FAULTS: ReadonlySet<ProblemCode> = new Set(['auth.invalid_token', 'auth.token_reused', 'auth.session_ended'])

/** What Fastify and its multipart reader call the things we have names for. */
const FRAMEWORK: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_BAD_URL: 'request.bad_url',
  FST_ERR_MAX_PARAM_LENGTH: 'request.not_found', // no id of ours is that long
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.payload_too_large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'request.unsupported_media_type',
  FST_REQ_FILE_TOO_LARGE: 'request.payload_too_large',
  FST_FILES_LIMIT: 'request.payload_too_large',
  FST_PARTS_LIMIT: 'request.payload_too_large',
  FST_FIELDS_LIMIT: 'request.payload_too_large',
  FST_PROTO_VIOLATION: 'request.malformed_form',
  ECONNABORTED: 'request.malformed', // the sender hung up; nobody reads the answer
}

/** The multipart reader's complaints about a form that is not one carry no code. */
const BROKEN_FORM =
  /^(Unexpected end of (form|file|multipart data)|Malformed part header|Multipart: Boundary not found|Part terminated early)/

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  const known = typeof code === 'string' ? FRAMEWORK[code] : undefined
  if (known !== undefined) return new Problem(known, {}, { cause: error })
  if (code === 'FST_ERR_HANDLER_TIMEOUT') return new Problem('server.busy', { retryAfter: 2 }, { cause: error })
  if (typeof message === 'string' && BROKEN_FORM.test(message)) return new Problem('request.malformed_form', {}, { cause: error })
  return databaseProblem(error) ?? new Problem(UNEXPECTED, {}, { cause: error })
}

/** Nobody had thought of it: a fault of the program, and not a no, a database that is away or somebody who hung up. */
export const isUnexpected = (error: unknown): boolean => asProblem(error).code === UNEXPECTED
