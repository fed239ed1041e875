import type { z } from 'zod'
import type { ProblemCode } from './problem.ts'

/** Who may call: nobody known, any signed-in athlete, a trainer (admins may train too), or an admin. */
export type Access = 'public' | 'athlete' | 'trainer' | 'admin'

/** An endpoint is a value: the API serves it, the web calls it, OpenAPI describes it. */
export interface Endpoint {
  /** `room.verb`, unique: the OpenAPI operation id. The room is its tag. */
  readonly name: `${string}.${string}`
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path parameters in braces, as OpenAPI writes them: `/v1/sets/{id}`. */
  readonly path: `/${string}`
  /** Other paths that answer the same. */
  readonly aliases?: readonly `/${string}`[]
  readonly summary: string
  readonly access: Access
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  /** What a JSON body must be. */
  readonly body?: z.ZodType
  /** Instead of a JSON body: a multipart form with one part `file`, and these text fields. */
  readonly form?: z.ZodType
  readonly reply: z.ZodType
  /** Media types of a good answer; JSON when absent. The first is the usual one. */
  readonly replyTypes?: readonly string[]
  /** The status of a good answer; 200 unless said. */
  readonly status?: 200 | 201 | 202 | 204
  /** The status of a good answer that is not the last word: the work goes on. */
  readonly unfinishedStatus?: 202
  /** Sent twice it does no more than sent once, by itself: it works in units of its own, and remembers no Idempotency-Key. */
  readonly repeatsSafely?: true
  /** The problems that this endpoint can answer beside those every endpoint can. */
  readonly problems: readonly ProblemCode[]
}

/** Says that a value is an endpoint, and keeps everything known about it: which access, which parts, which literals. */
export const endpoint = <const E extends Endpoint>(value: E): E => value

/** The type of one part of an endpoint as a caller writes it; undefined where the endpoint has no such part. */
export type InputOf<E, Part extends keyof Endpoint> = E extends { readonly [P in Part]: infer S extends z.ZodType } ? z.input<S> : undefined

/** The type of one part of an endpoint after validation. */
export type OutputOf<E, Part extends keyof Endpoint> = E extends { readonly [P in Part]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined

/**
 * The API as types alone: `'POST /v1/sets'` → what goes in and what comes out.
 * The web imports this with `import type`, so that no validator travels to the phone.
 */
export type CallsOf<Endpoints extends Record<string, Endpoint>> = {
  [K in keyof Endpoints as `${Endpoints[K]['method']} ${Endpoints[K]['path']}`]: {
    readonly params: InputOf<Endpoints[K], 'params'>
    readonly query: InputOf<Endpoints[K], 'query'>
    readonly body: InputOf<Endpoints[K], 'body'>
    readonly reply: OutputOf<Endpoints[K], 'reply'>
  }
}
