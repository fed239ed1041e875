import { type Endpoint, Problem, type RequestFault } from '@gymgenius/contracts'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { characterFaults, pointer } from './strict-json.ts'

export interface Parts {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

/** Holds every part of a request against its schema. What an endpoint has no schema for, it does not take. */
export function partsOf(endpoint: Endpoint, request: FastifyRequest, { checkCharacters }: { checkCharacters: boolean }): Parts {
  const body = request.body === null && endpoint.body === undefined ? undefined : request.body
  return {
    params: endpoint.params && accepted(endpoint.params, request.params, '/path', checkCharacters),
    query: query(endpoint.query, request.query),
    body: endpoint.form === undefined ? bodyOf(endpoint.body, body, checkCharacters) : undefined,
  }
}

function query(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema !== undefined) return accepted(schema, value, '/query', true)
  const unknown = Object.keys(value as object)
  if (unknown.length > 0) throw refused(unknown.map((key) => unknownField('/query', key)))
  return undefined
}

function bodyOf(schema: z.ZodType | undefined, value: unknown, checkCharacters: boolean): unknown {
  if (schema !== undefined) return accepted(schema, value, '', checkCharacters)
  if (value !== undefined) throw refused([{ pointer: '', code: 'unexpected_body', message: 'This address takes no body' }])
  return undefined
}

function accepted(schema: z.ZodType, value: unknown, at: string, checkCharacters: boolean): unknown {
  const unkeepable = checkCharacters ? characterFaults(value, at) : []
  if (unkeepable.length > 0) throw refused(unkeepable)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw refused(result.error.issues.flatMap((issue) => faultsOf(issue, at)))
}

/** The first hundred are plenty to act on. */
const refused = (errors: RequestFault[]) => new Problem('request.invalid', { errors: errors.slice(0, 100) })

/** What a schema found wrong, each with the place in `at` and a stable word. */
export function faultsOf(issue: z.core.$ZodIssue, at: string): RequestFault[] {
  const where = issue.path.reduce<string>(pointer, at)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(where, key))
  const form = issue.code === 'invalid_union' ? nearestForm(issue.errors) : undefined
  if (form !== undefined) return form.flatMap((each) => faultsOf(each, where))
  const named = 'params' in issue ? (issue.params as { code?: string } | undefined)?.code : undefined
  return [{ pointer: where, code: named ?? (at === '/query' ? 'invalid_query' : wordFor(issue)), message: issue.message }]
}

type Issues = readonly z.core.$ZodIssue[]

/** Of the forms that a value may have, the one that least speaks against; undefined where it is as near to several, or to none. */
function nearestForm(forms: readonly Issues[]): Issues | undefined {
  const [nearest, next] = forms.map((issues) => ({ issues, far: farFrom(issues) })).sort((a, b) => a.far - b.far)
  return nearest === undefined || nearest.far >= OTHER_TYPE || nearest.far === next?.far ? undefined : nearest.issues
}

/** A value of another type has nothing of a form, one with a stranger's field little. */
const OTHER_TYPE = 100
const STRANGE_FIELD = 10
const farFrom = (issues: Issues) =>
  issues.reduce((sum, { code, path }) => sum + (code === 'unrecognized_keys' ? STRANGE_FIELD : path.length === 0 ? OTHER_TYPE : 1), 0)

/** Zod keeps no word of ours on a bound, so the kind of bound gives it. */
function wordFor(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return 'validation_failed'
  if (issue.origin === 'number' || issue.origin === 'int') return 'out_of_range'
  return issue.code === 'too_big' ? 'too_long' : 'too_short'
}

const unknownField = (at: string, key: string): RequestFault =>
  at === '/query'
    ? { pointer: pointer(at, key), code: 'invalid_query', message: 'There is no such query parameter here' }
    : { pointer: pointer(at, key), code: 'unknown_field', message: 'There is no such field' }
