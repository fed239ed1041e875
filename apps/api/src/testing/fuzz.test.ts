import { type Endpoint, problems, type ProblemCode } from '@gymgenius/contracts'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import type { JsonSchema } from '../modules/reference/json-schema.ts'
import { possibleProblems } from '../platform/http/possible-problems.ts'
import { anAthlete } from './builders.ts'
import { fitting, ids, type KnownIds, plainSchema, spoiled, torn } from './bodies.ts'
import { servedEndpoints } from './doors.ts'
import { anEvening } from './evening.ts'
import { beginWorld, type Caller, callerOf, expect, test as base } from './test.ts'

/** Requests an endpoint; `FUZZ_RUNS=200` asks more than 20,000 times, for a night. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 25)

/** One world for all of it, in which two lifters have trained: what one request leaves behind, the next one meets. */
const test = base.extend('lived', { scope: 'file' }, async ({ database }, { onCleanup }) => {
  const { ctx, undo } = await beginWorld(database)
  onCleanup(undo)
  const api = await callerOf(ctx)
  const known: KnownIds = { ids: [api.athleteId] }
  for (const who of [api.athleteId, await anAthlete(ctx)]) {
    const evening = await anEvening((request) => api.raw({ ...request, headers: { ...request.headers, 'x-test-athlete': who } }))
    known.ids.push(...Object.values(evening))
  }
  learnIds((await api.get('/v1/movements?limit=5')).body, known)
  return { api, known }
})

for (const endpoint of servedEndpoints()) {
  test(`whatever is sent to ${endpoint.method} ${endpoint.path} is answered as documented, and never with a crash`, async ({ lived }) => {
    const { api, known } = lived
    await fc.assert(
      fc.asyncProperty(requests(endpoint, known, api.athleteId), async (request) => {
        const reply = await api.raw(request)
        expectDocumented(endpoint, reply)
        if (reply.statusCode < 300) learnIds(reply.body, known)
      }),
      { numRuns: runsOf(endpoint) },
    )
  })
}

const takesIds = ({ params, query, body }: Endpoint) => params !== undefined || query !== undefined || body !== undefined

/** A password hash is dear by design, and an address that takes nothing can be asked in few ways. */
const runsOf = (endpoint: Endpoint) =>
  endpoint.problems.includes('auth.too_many_attempts') ? Math.ceil(RUNS / 10) : takesIds(endpoint) ? RUNS : Math.ceil(RUNS / 5)

test('every run asks at least two thousand times', () => {
  expect(servedEndpoints().reduce((sum, endpoint) => sum + runsOf(endpoint), 0)).toBeGreaterThan(2000)
})

type Reply = Awaited<ReturnType<Caller['raw']>>

function expectDocumented(endpoint: Endpoint, { statusCode, headers, body }: Reply) {
  if (statusCode === 204) return expect([endpoint.status, body]).toEqual([204, ''])
  if (statusCode < 300) {
    expect([endpoint.status ?? 200, endpoint.unfinishedStatus]).toContain(statusCode)
    const said = String(headers['content-type']).split(';')[0]
    expect(endpoint.replyTypes ?? ['application/json']).toContain(said)
    if (said === 'application/json') expect(endpoint.reply.safeParse(JSON.parse(body)).error?.issues).toBeUndefined()
    return undefined
  }
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const problem = JSON.parse(body) as { code: ProblemCode; status: number; title: string }
  expect(problem).toMatchObject({ status: statusCode, title: problems[problem.code].title })
  expect(statusCode, problem.code).toBeLessThan(500)
  expect(possibleProblems(endpoint)).toContain(problem.code)
  return expect(body).not.toMatch(/\bat \S+\.ts:\d+|select .* from|node_modules/)
}

/** A request as a client might make it, or as somebody might who wishes us ill. */
function requests(endpoint: Endpoint, known: KnownIds, athleteId: string): fc.Arbitrary<InjectOptions> {
  const query = endpoint.query && plainSchema(endpoint.query)
  const body = endpoint.body && plainSchema(endpoint.body)
  const path = endpoint.path.includes('{')
    ? segments(known).map((id) => endpoint.path.replaceAll(/\{\w+\}/g, id))
    : fc.constant(endpoint.path)
  return fc
    .record({ path, query: query === undefined ? fc.constant({}) : maybeSpoiled(fitting(query, known)), payload: payloads(body, known) })
    .map(({ path, query, payload }) => ({
      method: endpoint.method,
      url: path + queryText(query),
      headers: {
        'x-test-athlete': athleteId,
        'x-test-role': endpoint.access,
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(payload === undefined ? {} : { payload }),
    }))
}

const maybeSpoiled = (value: fc.Arbitrary<unknown>) => fc.oneof({ weight: 3, arbitrary: value }, { weight: 2, arbitrary: spoiled(value) })

function payloads(schema: JsonSchema | undefined, known: KnownIds): fc.Arbitrary<string | undefined> {
  if (schema === undefined) return fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, fc.constant('{}'))
  const text = maybeSpoiled(fitting(schema, known)).map((value) => JSON.stringify(value) ?? '')
  return fc.oneof({ weight: 8, arbitrary: text }, { weight: 1, arbitrary: text.chain(torn) })
}

const segments = (known: KnownIds) =>
  fc.oneof(
    { weight: 6, arbitrary: ids(known) },
    fc.constantFrom('%00', '%2e%2e%2f', '..%2f..%2fetc', "'", 'a'.repeat(101), '%zz', 'null', '%F0%9F%8F%8B'),
  )

function queryText(query: unknown): string {
  if (typeof query !== 'object' || query === null) return '?=&&='
  const pairs = Object.entries(query).map(
    ([key, value]) => `${encoded(key)}=${encoded(typeof value === 'string' ? value : JSON.stringify(value))}`,
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).slice(0, 9000)

function learnIds(body: string, known: KnownIds) {
  for (const [, id] of body.slice(0, 20_000).matchAll(/"(?:id|\w+Id)":"([0-9a-f-]{36})"/g)) {
    if (known.ids.length < 200 && !known.ids.includes(id!)) known.ids.push(id!)
  }
}
