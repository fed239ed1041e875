import type { Endpoint } from '@gymgenius/contracts'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { authenticate } from '../modules/accounts/index.ts'
import type { JsonSchema } from '../modules/reference/json-schema.ts'
import type { Ctx } from '../platform/context.ts'
import { fitting, plainSchema } from './bodies.ts'
import { servedEndpoints } from './doors.ts'
import { anEvening, type Asking, collectionOf, type Evening } from './evening.ts'
import { beginWorld, expect, mountRooms, test as base } from './test.ts'

interface Person {
  readonly name: string
  readonly ask: Asking
  readonly evening: Evening
}

interface Town {
  readonly ctx: Ctx
  readonly stranger: Person
  readonly ann: Person
  readonly bob: Person
  /** Ann, on a device that she has signed out. */
  readonly lostPhone: Person
}

const sessionOf = async (ask: Asking) =>
  (await ask({ url: '/v1/auth/sessions' }))
    .json<{ items: { id: string; isCurrent: boolean }[] }>()
    .items.find((session) => session.isCurrent)!.id

const NOBODYS = '019caf80-0001-7000-8000-00000000dead'

/** Everyone with real tokens; the first account, which is the super admin's, is none of theirs. */
const test = base.extend('town', { scope: 'file' }, async ({ database }, { onCleanup }): Promise<Town> => {
  const { ctx, undo } = await beginWorld(database)
  onCleanup(undo)
  const open = { ...ctx, config: { ...ctx.config, environment: { ...ctx.config.environment, REGISTRATION: 'open' as const } } }
  const { http } = await mountRooms(open, authenticate)
  const signIn = async (path: string, name: string) => {
    const payload = { email: `${name}@example.test`, password: `${name} lifts in the evening`, client: 'cli' }
    const { accessToken } = (await http.inject({ method: 'POST', url: path, payload })).json<{ accessToken: string }>()
    const ask: Asking = (options) => http.inject({ ...options, headers: { ...options.headers, authorization: `Bearer ${accessToken}` } })
    return ask
  }
  const person = async (name: string): Promise<Person> => {
    const ask = await signIn('/v1/auth/register', name)
    return { name, ask, evening: { ...(await anEvening(ask)), sessions: await sessionOf(ask) } }
  }
  await signIn('/v1/auth/register', 'owner')
  const [ann, bob] = [await person('ann'), await person('bob')]
  const lost = await signIn('/v1/auth/login', 'ann')
  await lost({ method: 'DELETE', url: `/v1/auth/sessions/${await sessionOf(lost)}` })
  return {
    ctx,
    ann,
    bob,
    stranger: { name: 'a stranger', ask: (options) => http.inject(options), evening: {} },
    lostPhone: { name: 'a lost phone', ask: lost, evening: ann.evening },
  }
})

const guarded = servedEndpoints().filter(({ access }) => access !== 'public')

test('nobody but who is signed in gets anything but 401 from a guarded address, whatever they name', async ({ town }) => {
  const tried: string[] = []
  for (const endpoint of guarded) {
    for (const who of [town.stranger, town.lostPhone]) {
      for (const id of [
        town.ann.evening[collectionOf(endpoint.path) ?? ''],
        town.bob.evening[collectionOf(endpoint.path) ?? ''],
        NOBODYS,
      ]) {
        const reply = await who.ask(requestFor(endpoint, id ?? NOBODYS))
        expect(reply.statusCode, `${who.name}: ${endpoint.method} ${endpoint.path}`).toBe(401)
        tried.push(endpoint.name)
      }
    }
  }
  expect(tried).toHaveLength(guarded.length * 6)
})

test('an athlete is no admin', async ({ town }) => {
  const forAdmins = guarded.filter(({ access }) => access === 'admin')
  expect(forAdmins.length).toBeGreaterThan(0)
  for (const endpoint of forAdmins) expect((await town.bob.ask(requestFor(endpoint, NOBODYS))).statusCode).toBe(403)
})

test('another’s things are not found, just as nobody’s are not, and asking changes nothing', async ({ town }) => {
  const before = await everything(town.ctx)
  for (const endpoint of aboutOneThing) {
    for (const id of [thingOf(town.ann, endpoint), NOBODYS]) {
      const reply = await town.bob.ask(requestFor(endpoint, id))
      expect(reply.statusCode, `${endpoint.method} ${endpoint.path}: ${reply.body}`).toBe(404)
      expect(reply.json<{ code: string }>().code).toMatch(/[._]not_found$/)
      expect(reply.body).not.toContain('Zercher')
    }
  }
  expect(await everything(town.ctx)).toEqual(before)
})

test('B31 another’s id cannot be taken, nor what it names be built on or found out', async ({ town }) => {
  const { movements, sets, workouts, routines, gyms, recovery } = town.ann.evening
  const bobs = town.bob.evening['movements']
  const claims = [
    [
      '/v1/movements',
      { id: movements, name: 'Mine', pattern: 'squat', equipment: 'barbell', laterality: 'bilateral', loadKind: 'external' },
    ],
    ['/v1/sets', { id: sets, movementId: bobs, loadKg: 60, reps: 5 }],
    ['/v1/sets', { movementId: bobs, loadKg: 60, reps: 5, workoutId: workouts }],
    ['/v1/workouts', { id: workouts }],
    ['/v1/workouts', { routineId: routines }],
    ['/v1/routines', { id: routines, name: 'Mine', items: [] }],
    ['/v1/routines', { name: 'Mine', fromWorkoutId: workouts }],
    ['/v1/gyms', { id: gyms, name: 'Mine' }],
    ['/v1/logs/recovery', { id: recovery, fatigue: 1 }],
  ] as const
  for (const [url, payload] of claims) {
    const reply = await town.bob.ask({ method: 'POST', url, payload })
    expect([404, 409], `${url} ${reply.body}`).toContain(reply.statusCode)
    expect(reply.body).not.toMatch(/Zercher|ann@/)
  }
  expect((await town.ann.ask({ url: `/v1/workouts/${workouts}` })).json<{ sets: unknown[] }>().sets).toHaveLength(1)
})

test('one’s own things are found by the same requests', async ({ town }) => {
  // A merge names a second thing in its body, and has tests of its own.
  for (const endpoint of aboutOneThing.filter(({ method, name }) => method !== 'DELETE' && name !== 'logging.merge_movement')) {
    const reply = await town.ann.ask(requestFor(endpoint, thingOf(town.ann, endpoint)))
    expect(reply.statusCode, `${endpoint.method} ${endpoint.path}: ${reply.body}`).toBe(endpoint.status ?? 200)
  }
})

const aboutOneThing = guarded.filter(({ path }) => path.includes('{'))

function thingOf({ evening }: Person, { path }: Endpoint): string {
  const thing = evening[collectionOf(path)!]
  if (thing === undefined) throw new Error(`anEvening makes nothing that ${path} could name`)
  return thing
}

/** Every row of what lifters make and hold. */
async function everything(ctx: Ctx) {
  const tables = ['performed_set', 'workout', 'routine', 'movement', 'gym', 'diary_entry', 'pain_constraint', 'login_session'] as const
  return Promise.all(tables.map((table) => ctx.db.selectFrom(table).selectAll().orderBy('id').execute()))
}

/** The plainest request that the schema of an endpoint allows. */
function requestFor(endpoint: Endpoint, id: string): InjectOptions {
  const query = new URLSearchParams(sample(endpoint.query) as Record<string, string> | undefined).toString()
  const payload = sample(endpoint.body)
  return {
    method: endpoint.method,
    url: endpoint.path.replaceAll(/\{\w+\}/g, id) + (query === '' ? '' : `?${query}`),
    ...(payload === undefined || payload === null ? {} : { payload: payload as object }),
  }
}

function sample(schema: Endpoint['body']): unknown {
  if (schema === undefined) return undefined
  const required = withoutOptional(plainSchema(schema))
  return fc.sample(fitting(required, { ids: [NOBODYS] }), { numRuns: 1, seed: 7 })[0]
}

const withoutOptional = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => schema.required?.includes(name) === true)
      .map(([name, property]) => [name, shortest(property)]),
  ),
})

const shortest = (property: JsonSchema): JsonSchema =>
  property['type'] === 'array' ? { ...property, maxItems: Number(property['minItems'] ?? 0) } : property
