import { Problem } from '@gymgenius/contracts'
import type { FastifyRequest } from 'fastify'
import type { Environment } from '../config.ts'

type Place = Pick<Environment, 'ORIGIN'>

/** Whether browsers reach us over TLS: as configured, else as this request came (a trusted proxy's word included). */
export const isSecure = ({ ORIGIN }: Place, request: FastifyRequest) =>
  ORIGIN === undefined ? request.protocol === 'https' : ORIGIN.startsWith('https:')

/** Our address as browsers see it. */
export const originOf = ({ ORIGIN }: Place, request: FastifyRequest) =>
  ORIGIN === undefined ? `${request.protocol}://${request.host}` : new URL(ORIGIN).origin

/** The header our clients send with a call that a cookie alone would authorise. No form and no plain cross-site fetch can send it. */
export const CLIENT_HEADER = 'x-gymgenius-client'

/** Refuses a cookie-carrying call that another site could have caused: without our header, or from another origin. */
export function refuseForeignCalls(place: Place, request: FastifyRequest): void {
  const { origin, [CLIENT_HEADER]: client } = request.headers
  if (client === undefined || client === '') throw new Problem('auth.csrf', { missing: CLIENT_HEADER })
  if (origin !== undefined && !isOurs(place, request, origin)) throw new Problem('auth.csrf', { origin: 'foreign' })
}

/** Without a configured origin the host decides: behind a proxy that is not trusted we cannot know the scheme. */
function isOurs(place: Place, request: FastifyRequest, origin: string): boolean {
  if (place.ORIGIN !== undefined) return origin === new URL(place.ORIGIN).origin
  return URL.parse(origin)?.host === request.host
}
