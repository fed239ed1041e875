import { dataKinds, type Endpoint } from '@gymgenius/contracts'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { authenticate } from '../modules/accounts/index.ts'
import { anAuthenticator, type PasskeyAsked } from '../modules/accounts/passkeys.testing.ts'
import type { JsonSchema } from '../modules/reference/json-schema.ts'
import type { Ctx } from '../platform/context.ts'
import { fitting, plainSchema } from './bodies.ts'
import { servedEndpoints } from './doors.ts'
import { anEvening, type Asking, collectionOf, type Evening } from './evening.ts'
import { uuid } from './ids.ts'
import { beginWorld, expect, mountRooms, test as base } from './test.ts'

interface Person {
  readonly name: string
  readonly id: string
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
  /** Whom Ann lets see everything that a grant can show. */
  readonly trainer: Person
  /** Whom only Bob lets see something. */
  readonly otherTrainer: Person
  /** Whom Ann let see everything, until she ended it. `evening` names the ended grant. */
  readonly formerTrainer: Person
  /** Tends the server, and is let see nothing. */
  readonly admin: Person
}

const sessionOf = async (ask: Asking) =>
  (await ask({ url: '/v1/auth/sessions' }))
    .json<{ items: { id: string; isCurrent: boolean }[] }>()
    .items.find((session) => session.isCurrent)!.id

/** A passkey that their phone makes here. */
async function passkeyOf(ask: Asking): Promise<string> {
  const headers = { host: 'localhost:4000' }
  const options = (await ask({ method: 'POST', url: '/v1/auth/passkeys/options', headers })).json<PasskeyAsked>()
  const added = await ask({ method: 'POST', url: '/v1/auth/passkeys', headers, payload: anAuthenticator().make(options) })
  expect(added.statusCode, added.body).toBe(201)
  return added.json<{ id: string }>().id
}

/** A sign-in elsewhere, of a provider that this server asked once. */
async function linkOf(ctx: Ctx, account_id: string): Promise<string> {
  const id = ctx.ids.next()
  const link = { id, account_id, issuer: 'https://login.example.test/', subject: account_id, created_at: new Date(ctx.clock.now()) }
  await ctx.db.insertInto('provider_link').values(link).execute()
  return id
}

const NOBODYS = '019caf80-0001-7000-8000-00000000dead'

/** The trainer takes the newest code of this athlete; the grant's id. */
async function taking(athlete: Person, trainer: Person): Promise<string> {
  const grants = (await athlete.ask({ url: '/v1/grants' })).json<{ items: { id: string; code?: string }[] }>().items
  const { id, code } = grants.find((grant) => grant.code !== undefined)!
  const taken = await trainer.ask({ method: 'POST', url: '/v1/trainer/athletes', payload: { code } })
  expect(taken.statusCode, taken.body).toBe(201)
  return id
}

/** Everyone with real tokens; the first account, which is the super admin's, is none of theirs. */
const test = base.extend('town', { scope: 'file' }, async ({ database }, { onCleanup }): Promise<Town> => {
  const { ctx, undo } = await beginWorld(database)
  onCleanup(undo)
  const open = { ...ctx, config: { ...ctx.config, environment: { ...ctx.config.environment, REGISTRATION: 'open' as const } } }
  const { http } = await mountRooms(open, authenticate)
  const signIn = async (path: string, name: string) => {
    const payload = { email: `${name}@home.example.test`, password: `${name} lifts in the evening`, client: 'cli' }
    const { accessToken } = (await http.inject({ method: 'POST', url: path, payload })).json<{ accessToken: string }>()
    const ask: Asking = (options) => http.inject({ ...options, headers: { ...options.headers, authorization: `Bearer ${accessToken}` } })
    return ask
  }
  const person = async (name: string, ask: Asking, word = 'Ordinary'): Promise<Person> => {
    const { id } = (await ask({ url: '/v1/me' })).json<{ id: string }>()
    const [sessions, passkeys, links] = [await sessionOf(ask), await passkeyOf(ask), await linkOf(ctx, id)]
    return { name, id, ask, evening: { ...(await anEvening(ask, word)), sessions, passkeys, links } }
  }
  const owner = await signIn('/v1/auth/register', 'owner')
  const ann = await person('ann', await signIn('/v1/auth/register', 'ann'), 'Xanadu')
  const bob = await person('bob', await signIn('/v1/auth/register', 'bob'))
  const appointed = async (name: string, role: string): Promise<Person> => {
    const ask = await signIn('/v1/auth/register', name)
    const { id } = (await ask({ url: '/v1/me' })).json<{ id: string }>()
    const made = await owner({ method: 'PATCH', url: `/v1/accounts/${id}`, payload: { role } })
    expect(made.json()).toMatchObject({ role })
    ctx.clock.advance(2000) // for so long a role is believed to be what it was
    return person(name, ask)
  }
  const formerTrainer = await appointed('former', 'trainer')
  const ended = await taking(ann, formerTrainer)
  await ann.ask({ method: 'DELETE', url: `/v1/grants/${ended}` })
  const trainer = await appointed('trainer', 'trainer')
  const again = { id: uuid(0xeffff), shownAs: 'Xanadu lifter', kinds: dataKinds }
  await ann.ask({ method: 'POST', url: '/v1/grants', payload: again })
  const granted = await taking(ann, trainer)
  const otherTrainer = await appointed('other', 'trainer')
  await taking(bob, otherTrainer)
  const lost = await signIn('/v1/auth/login', 'ann')
  await lost({ method: 'DELETE', url: `/v1/auth/sessions/${await sessionOf(lost)}` })
  return {
    ctx,
    ann: { ...ann, evening: { ...ann.evening, grants: granted, athletes: granted } },
    bob,
    trainer,
    otherTrainer,
    formerTrainer: { ...formerTrainer, evening: { ...formerTrainer.evening, athletes: ended } },
    admin: await appointed('admin', 'admin'),
    stranger: { name: 'a stranger', id: '', ask: (options) => http.inject(options), evening: {} },
    lostPhone: { name: 'a lost phone', id: ann.id, ask: lost, evening: ann.evening },
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

test('an athlete is no trainer, and neither is an admin', async ({ town }) => {
  const forFew = guarded.filter(({ access }) => access === 'admin' || access === 'trainer')
  expect(new Set(forFew.map(({ access }) => access)).size).toBe(2)
  for (const endpoint of forFew) {
    expect((await town.bob.ask(requestFor(endpoint, NOBODYS))).statusCode).toBe(403)
    if (endpoint.access === 'admin') expect((await town.trainer.ask(requestFor(endpoint, NOBODYS))).statusCode).toBe(403)
  }
})

test(
  'nobody but whom Ann lets sees, changes or builds on anything of hers, whatever of hers they name and wherever',
  { timeout: 900_000 },
  async ({ town }) => {
    const hers = Object.values(town.ann.evening)
    const before = await everything(town.ctx, town.ann.id)
    const ids = [...new Set([...hers, town.formerTrainer.evening['athletes']!])]
    let asked = 0
    for (const who of [town.bob, town.otherTrainer, town.formerTrainer, town.admin]) {
      for (const endpoint of guarded.filter(({ name }) => !actsOnOneself.has(name))) {
        // An admin is told addresses of accounts and whose entries those of the audit log are, and nothing else of anybody.
        // Not the address that generated bodies bring themselves.
        const canary = endpoint.access === 'admin' && who === town.admin ? /xanadu/i : /xanadu|ann@home/i
        for (const id of endpoint.path.includes('{id}') ? [...ids, ...(who === town.admin ? [] : [town.ann.id])] : [NOBODYS]) {
          const reply = await who.ask(naming(endpoint, id, ids, asked++))
          const said = `${who.name}: ${endpoint.method} ${endpoint.path} ${id}: ${reply.statusCode} ${reply.body.slice(0, 300)}`
          expect(reply.statusCode, said).toBeLessThan(500)
          expect(reply.body, said).not.toMatch(canary)
        }
      }
    }
    expect(asked).toBeGreaterThan(2000)
    expect(await everything(town.ctx, town.ann.id)).toEqual(before)
  },
)

test('a trainer sees what a grant shows', async ({ town }) => {
  const looks = guarded.filter(({ access, path, replyTypes }) => access === 'trainer' && path.includes('{id}/') && replyTypes === undefined)
  expect(looks.length).toBeGreaterThan(5)
  for (const endpoint of looks) {
    const seen = await town.trainer.ask(requestFor(endpoint, town.ann.evening['athletes']!))
    expect([seen.statusCode, seen.json<{ items: unknown[] }>().items.length], `${endpoint.path} ${seen.body}`).toEqual([200, 1])
  }
})

test('another’s things are not found, just as nobody’s are not, and asking changes nothing', async ({ town }) => {
  const before = await everything(town.ctx, town.ann.id)
  for (const endpoint of aboutOneThing) {
    // Accounts are an admin's to tend.
    for (const id of endpoint.access === 'admin' ? [NOBODYS] : [thingOf(town.ann, endpoint), NOBODYS]) {
      const who = endpoint.access === 'athlete' ? town.bob : endpoint.access === 'trainer' ? town.otherTrainer : town.admin
      const reply = await who.ask(requestFor(endpoint, id))
      expect(reply.statusCode, `${endpoint.method} ${endpoint.path}: ${reply.body}`).toBe(404)
      expect(reply.json<{ code: string }>().code).toMatch(/[._]not_found$/)
      expect(reply.body).not.toContain('Xanadu')
    }
  }
  expect(await everything(town.ctx, town.ann.id)).toEqual(before)
})

test('B31 another’s id cannot be taken, nor what it names be built on or found out', async ({ town }) => {
  const { movements, sets, workouts, routines, gyms, recovery, programs } = town.ann.evening
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
    ['/v1/programs', { id: programs, goals: [{ goal: 'speed', weight: 10 }], daysPerWeek: 1, weeks: 1, minutes: 30 }],
  ] as const
  for (const [url, payload] of claims) {
    const reply = await town.bob.ask({ method: 'POST', url, payload })
    expect([404, 409], `${url} ${reply.body}`).toContain(reply.statusCode)
    expect(reply.body).not.toMatch(/Xanadu|ann@home/)
  }
  expect((await town.ann.ask({ url: `/v1/workouts/${workouts}` })).json<{ sets: unknown[] }>().sets).toHaveLength(1)
})

test('one’s own things are found by the same requests', async ({ town }) => {
  for (const endpoint of aboutOneThing.filter(({ method, name }) => method !== 'DELETE' && !namesTwoThings.has(name))) {
    if (endpoint.access === 'admin') continue
    const who = endpoint.access === 'trainer' ? town.trainer : town.ann
    const reply = await who.ask(requestFor(endpoint, thingOf(town.ann, endpoint)))
    expect(reply.statusCode, `${endpoint.method} ${endpoint.path}: ${reply.body}`).toBe(endpoint.status ?? 200)
  }
})

/** They name a second thing, or want the first in some state, and have tests of their own. */
const namesTwoThings: ReadonlySet<string> = new Set([
  'logging.merge_movement',
  'programming.start_session',
  'programming.change_plan',
  'programming.what_if',
  'programming.decide_patch',
  'programming.undo_patch',
  'programming.copy_shared',
])

/** A slug names what ships with the product and is everybody's. */
/** They end the caller's own sign-in or account, or are about nobody but the caller and keep no id. */
const actsOnOneself: ReadonlySet<string> = new Set(['accounts.end_other_sessions', 'privacy.ask_erasure', 'privacy.withdraw'])

/** Whatever the schema of an endpoint allows, with these ids wherever it names one. */
function naming({ method, path, query, body }: Endpoint, id: string, ids: readonly string[], seed: number): InjectOptions {
  const any = (schema: Endpoint['body']) =>
    schema === undefined ? undefined : fc.sample(fitting(plainSchema(schema), { ids: [...ids] }), { numRuns: 1, seed })[0]
  const asked = Object.entries((any(query) ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value).toWellFormed()])
  const payload = any(body)
  return {
    method,
    url: `${path.replaceAll('{session}', '1').replaceAll(/\{\w+\}/g, id)}?${new URLSearchParams(asked as [string, string][]).toString()}`,
    ...(payload === undefined || payload === null ? {} : { payload: payload as object }),
  }
}

const aboutOneThing = guarded.filter(({ path }) => path.includes('{') && !path.includes('{slug}'))

function thingOf({ evening }: Person, { path }: Endpoint): string {
  const thing = evening[collectionOf(path)!]
  if (thing === undefined) throw new Error(`anEvening makes nothing that ${path} could name`)
  return thing
}

/** Every row that belongs to this lifter, in whatever table. */
async function everything(ctx: Ctx, athleteId: string) {
  const { rows: tables } = await sql<{ name: string; owner: string }>`
    select c.table_name as name, c.column_name as owner from information_schema.columns c
    where c.table_schema = 'public' and c.column_name in ('athlete_id', 'account_id') and c.table_name <> 'remembered_request'`.execute(
    ctx.db,
  )
  const found: Record<string, unknown> = {}
  for (const { name, owner } of tables) {
    const { rows } =
      await sql`select to_jsonb(t) as row from ${sql.table(name)} t where ${sql.ref(owner)} = ${athleteId} order by to_jsonb(t)::text`.execute(
        ctx.db,
      )
    found[name] = rows
  }
  return found
}

/** The plainest request that the schema of an endpoint allows. */
function requestFor(endpoint: Endpoint, id: string): InjectOptions {
  const query = new URLSearchParams(sample(endpoint.query) as Record<string, string> | undefined).toString()
  const payload = sample(endpoint.body)
  return {
    method: endpoint.method,
    url: endpoint.path.replaceAll('{session}', '1').replaceAll(/\{\w+\}/g, id) + (query === '' ? '' : `?${query}`),
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
