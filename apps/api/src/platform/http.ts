import { Problem, problems, type Access, type Endpoint, type InputOf, type OutputOf, type RequestFault } from '@gymgenius/contracts'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Actor, type Athlete, type Admin, actingAs, type Ctx, system, type System } from './context.ts'

export type { FastifyReply, FastifyRequest } from 'fastify'

export interface App {
  readonly http: FastifyInstance
  readonly ctx: Ctx
  /** Who sent these headers; throws `auth.invalid_token` for a token that is not ours, undefined when there is none. */
  readonly authenticate: (ctx: Ctx, request: FastifyRequest) => Promise<{ athlete: Athlete; isAdmin: boolean } | undefined>
  /** Every endpoint served, for OpenAPI and for the tests that walk them. */
  readonly served: Endpoint[]
}

type ActorFor<A extends Access> = A extends 'public' ? System : A extends 'admin' ? Admin : Athlete

export interface Call<A extends Access, Params, Query, Body> {
  readonly ctx: Ctx
  readonly actor: ActorFor<A>
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export interface ServeOptions {
  /**
   * `request` (the default): the whole call is one transaction with the actor's rights, and `ctx.db` is it.
   * `own`: the service opens its units itself with `actingAs`, because it works long or answers before it is done.
   */
  readonly unit?: 'request' | 'own'
}

/** Serves one endpoint value: validates in, finds the actor, calls the service in one unit, sends what it returns. */
export function serve<E extends Endpoint>(
  app: App,
  endpoint: E,
  answer: (call: Call<E['access'], OutputOf<E, 'params'>, OutputOf<E, 'query'>, OutputOf<E, 'body'>>) => Promise<InputOf<E, 'reply'>>,
  { unit = 'request' }: ServeOptions = {},
): void {
  app.served.push(endpoint)
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const who = endpoint.access === 'public' ? undefined : await app.authenticate(app.ctx, request)
    const actor = permitted(endpoint.access, who)
    const parsed = {
      params: parse(endpoint.params, request.params, '/path'),
      query: parse(endpoint.query, request.query, '/query'),
      body: parse(endpoint.body, request.body === null && endpoint.body === undefined ? undefined : request.body, ''),
    }
    const call = (ctx: Ctx) => answer({ ctx, actor, request, reply, ...parsed } as unknown as Parameters<typeof answer>[0])
    const result = unit === 'own' ? await call(app.ctx) : await actingAs(app.ctx, actor, call)
    if (reply.sent) return reply
    reply.code(endpoint.status ?? 200)
    return endpoint.status === 204 ? reply.send() : reply.send(result)
  }
  for (const path of [endpoint.path, ...(endpoint.aliases ?? [])]) {
    app.http.route({ method: endpoint.method, url: path.replaceAll(/\{(\w+)\}/g, ':$1'), handler })
  }
}

function permitted(access: Access, who: { athlete: Athlete; isAdmin: boolean } | undefined): Actor {
  if (access === 'public') return system
  if (who === undefined) throw new Problem('auth.required')
  if (access === 'athlete') return who.athlete
  if (!who.isAdmin) throw new Problem('auth.forbidden')
  return { kind: 'admin', accountId: who.athlete.athleteId }
}

function parse(schema: z.ZodType | undefined, value: unknown, at: string): unknown {
  if (schema === undefined) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Problem('request.invalid', { errors: result.error.issues.flatMap((issue) => faultsOf(issue, at)) })
}

function faultsOf(issue: z.core.$ZodIssue, at: string): RequestFault[] {
  const pointer = at + issue.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, code: 'unknown_field', message: 'There is no such field' }))
  }
  const named = 'params' in issue ? (issue.params as { code?: string } | undefined)?.code : undefined
  return [{ pointer, code: named ?? 'validation_failed', message: issue.message }]
}

/** A Fastify that answers every refusal as problem+json. */
export function createHttp(log?: FastifyBaseLogger): FastifyInstance {
  const http = Fastify(log === undefined ? {} : { loggerInstance: log })
  http.setErrorHandler((error, request, reply) => sendProblem(request, reply, asProblem(error)))
  return http
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  const { code, facts, cause } = problem
  const { status, title } = problems[code]
  if (status >= 500) request.log.error({ err: cause ?? problem })
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ type: `/problems/${code}`, title, status, instance: `/requests/${request.id}`, code, facts })
}

function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('server.unexpected', {}, { cause: error })
}
