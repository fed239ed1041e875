import type { Api } from '@gymgenius/contracts'
import type { ProblemCode } from '@gymgenius/contracts/problem'
import { timesLeft } from './held-token.ts'
import { Problem } from './problem.ts'
import { urlOf } from './server.ts'
import { accessToken, ended, problemOf, refreshed } from './token.ts'
import { Unreachable } from './unreachable.ts'

export type Route = keyof Api
export type ReplyOf<R extends Route> = Api[R]['reply']

type Part = 'params' | 'query' | 'body'
type Needed<Call, P extends Part & keyof Call> = Call[P] extends undefined ? never : undefined extends Call[P] ? never : P
type Offered<Call, P extends Part & keyof Call> = Call[P] extends undefined ? never : undefined extends Call[P] ? P : never

/** What a call takes: path parameters, query and body as the contract says; `form` for the routes that take a file, and a `fetch` that tells how much of it was sent. */
export type InputOf<R extends Route> = { readonly [P in Part as Needed<Api[R], P>]: Api[R][P] } & {
  readonly [P in Part as Offered<Api[R], P>]?: Exclude<Api[R][P], undefined>
} & { readonly form?: FormData; readonly signal?: AbortSignal; readonly fetch?: typeof fetch }

interface Parts {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly body?: unknown
  readonly form?: FormData
  readonly signal?: AbortSignal
  readonly fetch?: typeof fetch
}

/** Longer than any answer of a server that is well. */
const PATIENCE_MS = 30_000

/** Routes that must not carry or refresh a token. */
const PUBLIC =
  /\/v1\/(auth\/(2fa\/challenge|login|register|refresh|logout|password\/(forgotten|reset)|email\/confirm|passkeys\/(challenge|sign-in)|providers\/(begin|sign-in))|server|shared\/programs\/\{token\})$/

/**
 * Calls the API as the contract types it: `call('POST /v1/sets', { body })`.
 * Resolves with the reply, or throws the `Problem` the server named, or `Unreachable` when nobody answered.
 */
export async function call<R extends Route>(route: R, input: InputOf<R>): Promise<ReplyOf<R>> {
  const before = timesLeft()
  const response = await answer(route, input as Parts)
  if (!response.ok) throw await problemOf(response)
  const body = response.status === 204 ? undefined : await bodyOf(response)
  // Nothing of somebody who has signed out meanwhile is written down. A sign-in is of who comes, whoever has left.
  if (before !== timesLeft() && !PUBLIC.test(route)) throw ended()
  return body as ReplyOf<R>
}

/** A file of any size: it may take as long as it takes, and is never held as text. */
export async function fetchFile<R extends Route>(route: R, input: InputOf<R>): Promise<Blob> {
  const response = await answer(route, { ...(input as Parts), signal: new AbortController().signal })
  if (!response.ok) throw await problemOf(response)
  return response.blob().catch((error: unknown) => {
    throw new Unreachable(error) // the answer broke off on its way
  })
}

async function answer(route: string, parts: Parts): Promise<Response> {
  if (PUBLIC.test(route)) return send(route, parts, undefined)
  const token = await accessToken()
  const response = await send(route, parts, token)
  if (!(await isTokenRefused(response))) return response
  return send(route, parts, await refreshed(token))
}

/** Of the reasons for a 401 only these are cured by a newer token; a wrong password asked twice would count twice. */
const TOKEN_FAULTS: readonly ProblemCode[] = ['auth.required', 'auth.invalid_token', 'auth.token_reused', 'auth.session_ended']

const isTokenRefused = async (response: Response) =>
  response.status === 401 && TOKEN_FAULTS.includes((await problemOf(response.clone())).code)

async function send(route: string, { params, query, body, form, signal, fetch = globalThis.fetch }: Parts, token: string | undefined) {
  const space = route.indexOf(' ')
  const path = route.slice(space + 1).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
  const asked = Object.entries(query ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const url = asked.length === 0 ? path : `${path}?${new URLSearchParams(asked).toString()}`
  try {
    return await fetch(urlOf(url), {
      method: route.slice(0, space),
      credentials: 'same-origin',
      headers: {
        'x-gymgenius-client': 'web',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(form !== undefined && { body: form }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // A server that accepts and then says nothing is as good as none; a file may take as long as it takes.
      signal: signal ?? (form === undefined ? AbortSignal.timeout(PATIENCE_MS) : null),
    })
  } catch (error) {
    if (signal?.aborted === true) throw error
    throw new Unreachable(error)
  }
}

/** JSON, or text where the route answers with a file. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return isJson ? await response.json() : await response.text()
  } catch (error) {
    throw new Unreachable(error) // the answer broke off on its way
  }
}

let told: Readonly<Record<string, string>> = {}
/** The sentences for what can go wrong, by problem code; a server's own, in English, has to do for what is not among them. */
export const tellFaults = (words: Readonly<Record<string, string>>) => void (told = { ...told, ...words })

/** A sentence for anything that can go wrong with a call. The words are given: workers call too, and have none. */
export function faultText(error: unknown): string {
  if (error instanceof Problem) return `${told[error.code] ?? error.message}.`
  return told[error instanceof Unreachable ? 'unreachable' : 'somethingWrong'] ?? ''
}
