import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Environment } from '../config.ts'
import { isSecure } from './origin.ts'

type Place = Pick<Environment, 'ORIGIN'>

export interface SecretCookie {
  readonly name: string
  /** Where the browser sends it on plain http. Over TLS the name is tied to the host, and such a name goes with every path. */
  readonly path: string
}

/** Teaches Fastify to read and write cookies. */
export function readCookies(http: FastifyInstance): void {
  void http.register(cookie)
}

/** Sets a cookie that no script reads, that no other site makes a browser send and, over TLS, that no other host can set. */
export function setSecretCookie(
  place: Place,
  request: FastifyRequest,
  reply: FastifyReply,
  which: SecretCookie,
  value: string,
  seconds: number,
) {
  const { name, ...options } = spelling(place, request, which)
  void reply.setCookie(name, value, { ...options, maxAge: seconds })
}

export function clearSecretCookie(place: Place, request: FastifyRequest, reply: FastifyReply, which: SecretCookie) {
  const { name, ...options } = spelling(place, request, which)
  void reply.clearCookie(name, options)
}

export const secretCookie = (place: Place, request: FastifyRequest, which: SecretCookie): string | undefined =>
  request.cookies[spelling(place, request, which).name]

/** The __Host- prefix binds a cookie to this very host; browsers take it over TLS only, with the path /. */
function spelling(place: Place, request: FastifyRequest, { name, path }: SecretCookie) {
  const always = { httpOnly: true, sameSite: 'strict' } as const
  return isSecure(place, request) ? { ...always, name: `__Host-${name}`, path: '/', secure: true } : { ...always, name, path }
}
