import multipart from '@fastify/multipart'
import { type Endpoint, Problem } from '@gymgenius/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LIMITS } from './framing.ts'
import { readJson } from './strict-json.ts'

/** Teaches Fastify the two kinds of body there are: strict JSON, and a form with one file. */
export function readBodies(http: FastifyInstance): void {
  http.removeAllContentTypeParsers()
  http.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      done(null, bytes.length === 0 && maySayNothing(request) ? undefined : readJson(bytes))
    } catch (error) {
      done(error as Error)
    }
  })
  void http.register(multipart, {
    throwFileSizeLimit: true,
    limits: { files: 1, fileSize: LIMITS.fileBytes, fields: 10, fieldSize: 1000, fieldNameSize: 100, parts: 11, headerPairs: 20 },
  })
}

/** `content-type: application/json` with nothing after it is how many clients send a DELETE. */
const maySayNothing = (request: FastifyRequest) => endpointOf(request)?.body?.safeParse(undefined).success !== false

export const endpointOf = (request: FastifyRequest): Endpoint | undefined => request.routeOptions.config.endpoint

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint
  }
}

/** Refuses, before a byte of it is read, a body that could not be understood or is too large. */
export function refuseUnreadableBody(request: FastifyRequest, endpoint: Endpoint): void {
  const { 'content-type': type, 'content-encoding': encoding, 'content-length': length, 'transfer-encoding': transfer } = request.headers
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw new Problem('request.unsupported_encoding', { encoding })
  const isEmpty = transfer === undefined && (length === undefined || length === '0')
  if (isEmpty && type === undefined) return
  const wanted = endpoint.form === undefined ? 'application/json' : 'multipart/form-data'
  if (!isMediaType(type ?? '', wanted)) throw new Problem('request.unsupported_media_type', { wanted })
  if (Number(length ?? 0) > bodyLimit(endpoint)) throw new Problem('request.payload_too_large', { maximumBytes: bodyLimit(endpoint) })
}

/** A form may be larger than its file by its own boundaries and fields. */
export const bodyLimit = (endpoint: Endpoint) => (endpoint.form === undefined ? LIMITS.bodyBytes : LIMITS.fileBytes + 65_536)

function isMediaType(header: string, wanted: string): boolean {
  const [type, ...parameters] = header.split(';').map((part) => part.trim().toLowerCase())
  return type === wanted && parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-?8"?$/.test(parameter))
}

/** Refuses a caller who says that they read nothing we write. Problems are JSON too, so JSON is always among it. */
export function refuseUnacceptable(request: FastifyRequest, endpoint: Endpoint): void {
  const { accept } = request.headers
  if (accept === undefined) return
  const written = endpoint.replyTypes ?? ['application/json']
  const isRead = accept.split(',').some((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
    return !isRefused && [...written, 'application/problem+json'].some((type) => covers(name, type))
  })
  if (!isRead) throw new Problem('request.not_acceptable', { written })
}

const covers = (range: string, type: string) => range === '*/*' || range === type || range === `${type.split('/')[0]}/*`
