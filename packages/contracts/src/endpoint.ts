import type { z } from 'zod'
import type { ProblemCode } from './problem.ts'

/** Who may call: nobody known, any signed-in athlete, or an admin. */
export type Access = 'public' | 'athlete' | 'admin'

/** An endpoint is a value: the API serves it, the web calls it, OpenAPI describes it. */
export interface Endpoint<
  Method extends string = string,
  Path extends string = string,
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  /** `room.verb`, unique: the OpenAPI operation id. The room is its tag. */
  readonly name: `${string}.${string}`
  readonly method: Method
  /** Path parameters in braces, as OpenAPI writes them: `/v1/sets/{id}`. */
  readonly path: Path
  /** Other paths that answer the same. */
  readonly aliases?: readonly `/${string}`[]
  readonly summary: string
  readonly access: Access
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly reply: Reply
  /** The status of a good answer; 200 unless said. */
  readonly status?: 200 | 201 | 202 | 204
  /** The problems that this endpoint can answer beside those every endpoint can. */
  readonly problems: readonly ProblemCode[]
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export function endpoint<
  const M extends Method,
  const P extends `/${string}`,
  Reply extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(value: Endpoint<M, P, Params, Query, Body, Reply>) {
  return value
}

type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined

/**
 * The API as types alone: `'POST /v1/sets'` → what goes in and what comes out.
 * The web imports this with `import type`, so that no validator travels to the phone.
 */
export type CallsOf<Endpoints extends Record<string, Endpoint>> = {
  [K in keyof Endpoints as `${Endpoints[K]['method']} ${Endpoints[K]['path']}`]: {
    readonly params: InputOf<Endpoints[K]['params']>
    readonly query: InputOf<Endpoints[K]['query']>
    readonly body: InputOf<Endpoints[K]['body']>
    readonly reply: z.output<Endpoints[K]['reply']>
  }
}
