import { Problem, type Access, type Endpoint, type InputOf, type OutputOf } from '@gymgenius/contracts'
import { type FaultPort, inLog } from '@gymgenius/faults'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Environment } from './config.ts'
import { type Actor, type Athlete, type Admin, actingAs, type Ctx, forRequest, system, type System, type Trainer } from './context.ts'
import { refuseFullDisk } from './disk.ts'
import { bodyLimit, readBodies, refuseUnacceptable, refuseUnreadableBody } from './http/body.ts'
import { readCookies } from './http/cookies.ts'
import { answerBadFraming, LIMITS, nodeOptions, watchSockets } from './http/framing.ts'
import { securityHeaders } from './http/headers.ts'
import { type Answer, answerOnce, fingerprintOf, idempotencyKey } from './http/idempotency.ts'
import { isSecure } from './http/origin.ts'
import { admitPhoneApp } from './http/phone-app.ts'
import { takesIdempotencyKey } from './http/possible-problems.ts'
import { sendError } from './http/problem-reply.ts'
import { readQuery, refuseBadQuery } from './http/query.ts'
import { type Knocker, noteRefusal } from './http/refusals.ts'
import { newRequestId, requestIdOf } from './http/request-id.ts'
import { refuseBadHost, signpost } from './http/routing.ts'
import { partsOf } from './http/validate.ts'
import { watchRequestsUnderWay } from './others-first.ts'
import { limitRate, networkOf, type RateRule, rateRules } from './rate-limit.ts'
import { readLagging } from './replica.ts'
import { knownBy } from './request-here.ts'

export type { FastifyReply, FastifyRequest } from 'fastify'
export { sendProblem } from './http/problem-reply.ts'

export interface App {
  readonly http: FastifyInstance
  readonly ctx: Ctx
  /** Who sent these headers; throws `auth.invalid_token` for a token that is not ours, undefined when there is none. */
  readonly authenticate: (ctx: Ctx, request: FastifyRequest) => Promise<Who | undefined>
  /** Every endpoint served, for OpenAPI and for the tests that walk them. */
  readonly served: Endpoint[]
}

export interface Who {
  readonly athlete: Athlete
  readonly isAdmin: boolean
  /** Appointed to train others; admins may too. */
  readonly isTrainer?: boolean
}

type ActorFor<A extends Access> = A extends 'public' ? System : A extends 'admin' ? Admin : A extends 'trainer' ? Trainer : Athlete

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
   * Such a call must be safe to repeat by itself, and its contract says so (`repeatsSafely`): an Idempotency-Key is remembered
   * for `request` units only.
   */
  readonly unit?: 'request' | 'own'
  /** `room`: the service refuses characters that cannot be kept itself, item by item (`characterFaults`). */
  readonly charactersCheckedBy?: 'edge' | 'room'
  /**
   * The answer may be some seconds old: it is made of many rows and tells a course of months. Not for what somebody looks at to see
   * whether what they just did is there, nor for a list, where a page that ends early looks like the last one.
   */
  readonly mayLag?: boolean
  /** Counted by itself too, because each costs much: the rule for a server that lets so many requests a minute through. */
  readonly counted?: (perMinute: number) => RateRule
}

/** Serves one endpoint value: admits, validates, calls the service in one unit, sends what it returns. */
export function serve<E extends Endpoint>(
  app: App,
  endpoint: E,
  answer: (call: Call<E['access'], OutputOf<E, 'params'>, OutputOf<E, 'query'>, OutputOf<E, 'body'>>) => Promise<InputOf<E, 'reply'>>,
  { unit = 'request', charactersCheckedBy = 'edge', mayLag = false, counted }: ServeOptions = {},
): void {
  if (unit === 'own' && takesIdempotencyKey(endpoint)) throw new TypeError(`${endpoint.name} promises to remember a key, and cannot`)
  if (mayLag && endpoint.method !== 'GET') throw new TypeError(`${endpoint.name} writes, and a standby takes no writes`)
  app.served.push(endpoint)
  const actors = new WeakMap<FastifyRequest, Actor>()
  const knockers = new WeakMap<FastifyRequest, Knocker>()

  const noting =
    <Rest extends unknown[], T>(work: (request: FastifyRequest, ...rest: Rest) => Promise<T>) =>
    async (request: FastifyRequest, ...rest: Rest): Promise<T> => {
      try {
        return await work(request, ...rest)
      } catch (error) {
        const knocker = knockers.get(request)
        if (knocker !== undefined) await noteRefusal(forRequest(app.ctx, request.id), endpoint, knocker, error)
        throw error
      }
    }

  /** Everything that can be refused before a byte of the body is read. */
  const admit = async (request: FastifyRequest) => {
    refuseUnacceptable(request, endpoint)
    refuseUnreadableBody(request, endpoint)
    const who = endpoint.access === 'public' ? undefined : await app.authenticate(forRequest(app.ctx, request.id), request)
    if (who !== undefined) knockers.set(request, knockerOf(who))
    actors.set(request, permitted(endpoint.access, who))
    const perMinute = app.ctx.config.environment.RATE_LIMIT_PER_MINUTE
    const key = who?.athlete.athleteId ?? networkOf(request.ip)
    await limitRate(app.ctx, rateRules.api(perMinute), key)
    if (counted !== undefined) await limitRate(app.ctx, counted(perMinute), key)
  }

  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const actor = actors.get(request) ?? system
    const parts = partsOf(endpoint, request, { checkCharacters: charactersCheckedBy === 'edge' })
    const call = async (ctx: Ctx): Promise<Answer> => {
      const result = await answer({ ctx, actor, request, reply, ...parts } as unknown as Parameters<typeof answer>[0])
      const status = reply.statusCode === endpoint.unfinishedStatus ? reply.statusCode : (endpoint.status ?? 200)
      const isSent = reply.sent || result === reply
      return { status, text: status === 204 || isSent ? undefined : JSON.stringify(result), isSent }
    }
    if (endpoint.access === 'athlete' && endpoint.method !== 'GET') await refuseFullDisk(app.ctx)
    const world = forRequest(app.ctx, request.id)
    const work = unit === 'own' ? call : (ctx: Ctx) => actingAs(ctx, actor, call)
    if (mayLag) return send(reply, await readLagging(world, work))

    const key = unit === 'own' ? undefined : idempotencyKey(endpoint, request)
    if (key === undefined || actor.kind !== 'athlete') return send(reply, await work(world))
    const once = { key, fingerprint: fingerprintOf(endpoint, parts) }
    const { isReplay, ...answered } = await actingAs(world, actor, (ctx) => answerOnce(ctx, actor, once, () => call(ctx)))
    if (isReplay) reply.header('idempotent-replayed', 'true')
    return send(reply, answered)
  }

  const options = {
    method: endpoint.method,
    config: { endpoint },
    bodyLimit: bodyLimit(endpoint),
    onRequest: noting(admit),
    handler: noting((request, reply: FastifyReply) => knownBy(request.id, () => handle(request, reply))),
    ...(unit === 'request' ? { handlerTimeout: LIMITS.handlerMs } : {}),
  }
  for (const path of [endpoint.path, ...(endpoint.aliases ?? [])]) app.http.route({ ...options, url: path.replaceAll(/\{(\w+)\}/g, ':$1') })
}

const knockerOf = ({ athlete, isAdmin, isTrainer }: Who): Knocker => ({
  by: athlete.athleteId,
  as: isAdmin ? 'admin' : isTrainer === true ? 'trainer' : 'athlete',
})

/** A route may have answered itself, with a stream or another media type, and returned the reply. */
function send(reply: FastifyReply, { status, text, isSent }: Answer) {
  if (isSent === true) return reply
  reply.code(status)
  return text === undefined ? reply.send() : reply.type('application/json; charset=utf-8').send(text)
}

function permitted(access: Access, who: Who | undefined): Actor {
  if (access === 'public') return system
  if (who === undefined) throw new Problem('auth.required')
  if (access === 'athlete') return who.athlete
  const { athleteId: accountId, loginSessionId } = who.athlete
  if ((access === 'admin' ? who.isAdmin : who.isTrainer) !== true) throw new Problem('auth.forbidden')
  return access === 'admin' ? { kind: 'admin', accountId, loginSessionId } : { kind: 'trainer', accountId }
}

export interface HttpSettings extends Partial<Pick<Environment, 'ORIGIN' | 'TRUST_PROXY'>> {
  /** Serve https with this key and certificate chain (PEM). */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** How long a request may take to arrive, body included. */
  readonly requestMs?: number
  /** Whom it is told when a request breaks in a way that nobody had thought of; its log, unless said otherwise. */
  readonly faults?: FaultPort
}

declare module 'fastify' {
  interface FastifyInstance {
    /** 404 or 405, for a wildcard route that has nothing to give. */
    nothingHere(request: FastifyRequest): Problem
    readonly faults: FaultPort
  }
}

/** The nearest proxy's word is believed, and nobody's before it: a client may write what it likes into X-Forwarded-For. */
const nearestOnly = (_address: string, hop: number) => hop === 0

/** A Fastify that refuses what it does not understand, tells every refusal as problem+json, and says nothing it should not. */
export function createHttp(log?: FastifyBaseLogger, settings: HttpSettings = {}): FastifyInstance {
  const { requestMs = LIMITS.requestMs } = settings
  const node = nodeOptions(requestMs)
  const signs = signpost()
  const http = Fastify({
    ...(log === undefined ? {} : { loggerInstance: log }),
    ...(settings.tls === undefined ? { http: node } : { https: { ...node, ...settings.tls } }),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    trustProxy: settings.TRUST_PROXY === true ? nearestOnly : false,
    requestTimeout: requestMs,
    keepAliveTimeout: LIMITS.keepAliveMs,
    bodyLimit: LIMITS.bodyBytes,
    return503OnClosing: false, // a request on an open connection is still answered while we close
    routerOptions: { maxParamLength: LIMITS.paramLength, querystringParser: readQuery },
    rewriteUrl: signs.meant,
    clientErrorHandler: answerBadFraming(newRequestId),
    frameworkErrors: (error, request, reply) => {
      securityHeaders(request, reply, isSecure(settings, request), settings.tls === undefined)
      void sendError(error, request, reply)
    },
  }) as unknown as FastifyInstance
  http.server.maxConnections = LIMITS.connections
  watchSockets(http, newRequestId)
  watchRequestsUnderWay(http)

  signs.watch(http)
  http.decorate('nothingHere', signs.nothingHere)
  http.decorate('faults', settings.faults ?? inLog((facts, text) => http.log.error(facts, text)))
  http.addHook('onRequest', async (request, reply) => {
    securityHeaders(request, reply, isSecure(settings, request), settings.tls === undefined)
    refuseBadHost(request)
    if (admitPhoneApp(request, reply)) return reply.code(204).send()
    if (request.is404) throw signs.nothingHere(request)
    refuseBadQuery(request.query)
  })
  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'request')
  })
  http.setErrorHandler(sendError)
  readBodies(http)
  readCookies(http)
  return http
}
