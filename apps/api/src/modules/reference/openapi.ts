import { type Endpoint, problems, type ProblemCode } from '@gymgenius/contracts'
import { possibleProblems, takesIdempotencyKey } from '../../platform/http/possible-problems.ts'
import { type JsonSchema, schemaPrinter } from './json-schema.ts'

export type OpenApi = Readonly<Record<string, unknown>> & { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

export interface Operation {
  readonly operationId: string
  readonly responses: Readonly<Record<string, unknown>>
  readonly [member: string]: unknown
}

/** The endpoints as an OpenAPI 3.1 document: what is served is what is described, because it is the same value. */
export function openApiOf(endpoints: readonly Endpoint[], version: string): OpenApi {
  const { print, named } = schemaPrinter('#/components/schemas/')
  const paths: Record<string, Record<string, Operation>> = {}
  for (const endpoint of endpoints) {
    for (const [i, path] of [endpoint.path, ...(endpoint.aliases ?? [])].entries()) {
      paths[path] ??= {}
      paths[path][endpoint.method.toLowerCase()] = operation(endpoint, i, print)
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'GymGenius',
      version,
      summary: 'Strength training that tells you what to lift next, and why',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(endpoints.map(roomOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemSchema, ...named() },
      parameters: { IdempotencyKey: idempotencyParameter },
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

const roomOf = ({ name }: Endpoint) => name.split('.')[0]!

type Printer = ReturnType<typeof schemaPrinter>['print']

function operation(endpoint: Endpoint, alias: number, print: Printer): Operation {
  const parameters = [
    ...parametersOf('path', endpoint.params && print(endpoint.params, 'input')),
    ...parametersOf('query', endpoint.query && print(endpoint.query, 'input')),
    ...(takesIdempotencyKey(endpoint) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ]
  return {
    operationId: alias === 0 ? endpoint.name : `${endpoint.name}.alias_${alias}`,
    summary: endpoint.summary,
    ...(alias === 0 ? {} : { description: `Another path of \`${endpoint.method} ${endpoint.path}\`.` }),
    tags: [roomOf(endpoint)],
    security: endpoint.access === 'public' ? [] : [{ accessToken: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(endpoint, print),
    responses: { ...goodAnswers(endpoint, print), ...badAnswers(endpoint) },
  }
}

function parametersOf(place: 'path' | 'query', schema: JsonSchema | undefined) {
  const { properties = {}, required = [] } = schema ?? {}
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }))
}

function requestBody({ body, form }: Endpoint, print: Printer) {
  if (form !== undefined) {
    const schema = print(form, 'input')
    const file = { type: 'string', contentMediaType: 'application/octet-stream' }
    const fields = { ...schema, properties: { file, ...schema.properties }, required: ['file', ...(schema.required ?? [])] }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: fields } } } }
  }
  if (body === undefined) return {}
  const required = !body.safeParse(undefined).success
  return { requestBody: { required, content: { 'application/json': { schema: print(body, 'input') } } } }
}

function goodAnswers({ status = 200, unfinishedStatus, reply, replyTypes = ['application/json'] }: Endpoint, print: Printer) {
  if (status === 204) return { 204: { description: 'Done' } }
  const schema = print(reply, 'output')
  const content = Object.fromEntries(replyTypes.map((type) => [type, { schema }]))
  const unfinished = unfinishedStatus && { [unfinishedStatus]: { description: 'Begun; ask again how far it is', content } }
  return { [status]: { description: 'A good answer', content }, ...unfinished }
}

/** One answer a status, with every code it may carry. */
function badAnswers(endpoint: Endpoint) {
  const codes = Map.groupBy(possibleProblems(endpoint), (code) => problems[code].status)
  return Object.fromEntries([...codes].map(([status, those]) => [status, problemAnswer(those)]))
}

const problemAnswer = (codes: readonly ProblemCode[]) => ({
  description: codes.map((code) => problems[code].title).join(' · '),
  content: {
    'application/problem+json': {
      schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }] },
    },
  },
})

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `code` is stable: act on it, show `title`.',
  required: ['type', 'title', 'status', 'instance', 'code', 'facts'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    instance: { type: 'string', description: 'Names this request in the server’s log' },
    code: { type: 'string' },
    facts: {
      type: 'object',
      properties: {
        errors: {
          type: 'array',
          description: 'Of request.invalid: what is wrong, and where',
          items: {
            type: 'object',
            required: ['pointer', 'code', 'message'],
            properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
          },
        },
        retryAfter: { type: 'integer', description: 'Seconds to wait before trying again' },
      },
    },
  },
}

const idempotencyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same request changes nothing and is answered as before, for seven days.',
  schema: { type: 'string', minLength: 1, maxLength: 128 },
}
