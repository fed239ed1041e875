import { library, libraryFinder } from '@gymgenius/catalog'
import type { Movement as Shown, MovementPage } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import { actingAs, type Athlete, type Ctx } from '../../platform/context.ts'
import { deliverDue } from '../../platform/queue.ts'
import { rooms } from '../../rooms.ts'
import { anAthlete } from '../../testing/builders.ts'
import { type Caller, expect, test } from '../../testing/test.ts'
import { changeMovement, removeMovement } from './movements.service.ts'
import { nearest } from './near.service.ts'
import { embedLibrary, hasLibraryVectors } from './vectors.service.ts'

const url = '/v1/movements'
const named = (slug: string) => library().movements.find((movement) => movement.slug === slug)!
const myCurl = { name: 'Nonno curl', pattern: 'isolation', equipment: 'dumbbell', laterality: 'unilateral', loadKind: 'external' }

interface Substitutes {
  readonly items: { movement: Shown; likeness: number; reasons: { code: string }[]; explanation: string }[]
}
const itemsOf = (reply: { json(): unknown }) => (reply.json() as { items: Shown[] }).items

test('a lifter with dumbbells and a bench is listed the presses that need no more, by name', async ({ api }) => {
  const found = itemsOf(await api.get(`${url}?pattern=horizontal_push&equipment=dumbbell&limit=200`))
  expect(found.length).toBeGreaterThan(20)
  expect(new Set(found.map(({ equipment }) => equipment))).toEqual(new Set(['dumbbell', 'body_weight']))
  expect(new Set(found.map(({ pattern }) => pattern))).toEqual(new Set(['horizontal_push']))
  expect(found.map(({ name }) => name)).toEqual(found.map(({ name }) => name).sort())
})

test('of a muscle, those that train it most are listed first, and none that does not', async ({ api }) => {
  const shares = itemsOf(await api.get(`${url}?muscle=upper_chest&limit=200`)).map(
    ({ muscles }) => muscles.find(({ muscle }) => muscle === 'upper_chest')?.share ?? 0,
  )
  expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  expect(shares.at(-1)).toBeGreaterThan(0)
})

test('a group of muscles lists what trains any of them', async ({ api }) => {
  const chest = itemsOf(await api.get(`${url}?muscleGroup=chest&limit=200`)).map(({ id }) => id)
  expect(chest).toEqual(expect.arrayContaining([named('bench-press-barbell').id, named('incline-bench-press-barbell').id]))
})

test('filters and words leave what fits both, page by page', async ({ api }) => {
  const first = await api.get(`${url}?q=press&discipline=powerlifting&spare=shoulder&limit=1`)
  const { items, nextCursor } = first.json() as { items: Shown[]; nextCursor?: string }
  expect(items[0]?.name).toMatch(/press/i)
  for (const { contraindications } of itemsOf(await api.get(`${url}?discipline=powerlifting&spare=shoulder&limit=200`)))
    expect(contraindications).not.toContain('shoulder')
  expect(nextCursor === undefined || nextCursor === items[0]?.id).toBe(true)
})

test.for([
  ['equipment=barbell,spoon', '/query/equipment'],
  ['equipment=', '/query/equipment'],
  ['spare=heart', '/query/spare'],
  ['muscle=soul', '/query/muscle'],
  ['discipline=chess', '/query/discipline'],
  [`q=${'a'.repeat(5000)}`, '/query/q'],
])('a list asked for with %s is refused where the fault is', async ([asked, pointer], { api }) => {
  const reply = await api.get(`${url}?${asked}`)
  expect(reply.json()).toMatchObject({ status: 422, code: 'request.invalid', facts: { errors: [{ pointer }] } })
})

test('the page of a movement tells all that its file says, and leads on', async ({ api }) => {
  const page = (await api.get(`${url}/${named('push-up').id}`)).json() as MovementPage
  expect(page.details?.cues.length).toBeGreaterThanOrEqual(2)
  expect(page.details?.relations.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['progression', 'regression']))
  expect(page.details?.circuits.map(({ slug }) => slug)).toContain('bodyweight-chipper')
  expect(page.contraindications).toContain('wrist')
  for (const { movement } of page.details!.relations) {
    expect((await api.get(`${url}/${movement.id}`)).json()).toMatchObject({ name: movement.name })
  }
  const variant = (await api.get(`${url}/${named('glute-bridge-barbell').id}`)).json() as MovementPage
  expect(variant.details?.base).toEqual({ id: named('glute-bridge').id, name: 'Glute Bridge' })
})

test('the page of a movement of one’s own says what its lifter said, and makes nothing up', async ({ api }) => {
  const made = (await api.post(url, myCurl)).json() as Shown
  expect((await api.get(`${url}/${made.id}`)).json()).toEqual(made)
})

test('in place of a bench press a lifter with dumbbells and a sore shoulder is offered what spares it, and told why', async ({ api }) => {
  const { items } = (
    await api.get(`${url}/${named('bench-press-barbell').id}/substitutes?equipment=dumbbell&spare=shoulder`)
  ).json() as Substitutes
  expect(items.slice(0, 5).map(({ movement }) => movement.name)).toContain('Floor Press (Dumbbell)')
  for (const { movement, likeness } of items) {
    expect(movement.contraindications).not.toContain('shoulder')
    expect(['dumbbell', 'body_weight']).toContain(movement.equipment)
    expect(likeness).toBeGreaterThan(0)
  }
  const floorPress = items.find(({ movement }) => movement.name === 'Floor Press (Dumbbell)')!
  expect(floorPress.explanation).toBe('same pattern, chest 1.0 shared, front delts 0.5 shared, needs only dumbbells, spares the shoulder')
  expect(floorPress.reasons).toContainEqual({ code: 'spares_joint', joint: 'shoulder' })
})

test("a lifter's own movement stands in for others of theirs, and for nobody else's", async ({ api, ctx }) => {
  const made = (await api.post(url, { ...myCurl, name: 'Garage bicep curl' })).json() as Shown
  const asked = `${url}/${named('bicep-curl-dumbbell').id}/substitutes?limit=200`
  const mine = ((await api.get(asked)).json() as Substitutes).items
  expect(mine.map(({ movement }) => movement.id)).toContain(made.id)
  expect(mine.find(({ movement }) => movement.id === made.id)?.explanation).toContain('yours: its joints are not known')
  const stranger = api.as(await anAthlete(ctx))
  expect((await stranger.get(asked)).body).not.toContain(made.id)
  expect((await stranger.get(`${url}/${made.id}/substitutes`)).json()).toMatchObject({ status: 404, code: 'movements.not_found' })
})

test.for([
  ['nothing', '', 'no_words'],
  ['blanks', '%20%20', 'no_words'],
  ['a flexed arm', '%F0%9F%92%AA', 'no_words'],
  ['signs', '%3C%3E%2F', 'no_words'],
  ['5,000 characters', 'a'.repeat(5000), 'too_long'],
])('a search for %s is refused in a sentence', async ([, q, code], { api }) => {
  const reply = await api.get(`${url}/search?q=${q}`)
  expect(reply.json()).toMatchObject({ status: 422, code: 'request.invalid', facts: { errors: [{ pointer: '/query/q', code }] } })
})

test('a search by name finds it first and says so, mistyped too', async ({ api }) => {
  expect((await search(api, 'bench press')).items[0]).toMatchObject({
    movement: { name: 'Bench Press (Barbell)' },
    reasons: [{ code: 'name' }],
  })
  expect((await search(api, 'benhc press')).items[0]?.movement.name).toBe('Bench Press (Barbell)')
})

interface Found {
  readonly items: { movement: Shown; reasons: { code: string }[]; explanation: string }[]
  readonly understood: { asked: string[]; spare: string[]; named?: { name: string }; intent?: string }
  readonly foundBy: string
}
const search = async (api: Caller, q: string, more = '') =>
  (await api.get(`${url}/search?q=${encodeURIComponent(q)}${more}`)).json() as Found

const ids = ({ items }: Found) => items.map(({ movement }) => movement.id)

test('a lifter with a bad shoulder who asks for something like an incline press finds neutral grips and the floor, and why', async ({
  api,
}) => {
  const { items, understood } = await search(api, 'Something like incline press for a bad shoulder with dumbbells')
  const names = items.slice(0, 5).map(({ movement }) => movement.name)
  expect(names).toEqual(expect.arrayContaining(['Neutral Grip Bench Press (Dumbbell)', 'Floor Press (Dumbbell)']))
  expect(understood).toMatchObject({ spare: ['shoulder'], intent: 'like' })
  const floor = items.find(({ movement }) => movement.name === 'Floor Press (Dumbbell)')!
  expect(floor.reasons).toContainEqual({ code: 'spares_joint', joint: 'shoulder', isFriendly: true })
  expect(floor.explanation).toMatch(/dumbbell.*kind to the shoulder/)
})

test('what is turned away is not among what is found, in any of its languages', async ({ api }) => {
  for (const { movement } of (await search(api, 'squat without a barbell')).items) expect(movement.equipment).not.toBe('barbell')
  for (const { movement } of (await search(api, 'quiet cardio, no jumping')).items) expect(movement.pattern).not.toBe('jump')
  for (const { movement } of (await search(api, 'gambe a casa senza attrezzi')).items) expect(movement.equipment).toBe('body_weight')
})

test("a lifter's own movement is found by meaning as soon as it is made, and by nobody else", async ({ api, ctx }) => {
  const own = {
    name: 'Zanotti special',
    pattern: 'horizontal_pull',
    equipment: 'kettlebell',
    laterality: 'unilateral',
    loadKind: 'external',
  }
  const muscles = [{ muscle: 'upper_back', role: 'prime_mover', share: 1 }]
  const made = (await api.post(url, { ...own, muscles })).json() as Shown
  await deliverDue(ctx, { rooms, rng: () => 0.5 })
  expect(ids(await search(api, 'upper back with one kettlebell'))).toContain(made.id)
  expect(ids(await search(api, 'zanotti'))[0]).toBe(made.id)
  const stranger = api.as(await anAthlete(ctx))
  expect(ids(await search(stranger, 'upper back with one kettlebell', '&limit=200'))).not.toContain(made.id)
})

test('the index and the plain comparison of every vector find the same', async ({ api, ctx }) => {
  const asked = libraryFinder().ask('glutes at home')
  const question = { space: libraryFinder().space, kind: 'built_in' as const, vector: asked.vector }
  const actor: Athlete = { kind: 'athlete', athleteId: api.athleteId, loginSessionId: api.athleteId as never }
  const byIndex = await actingAs(ctx, actor, (ctx) => nearest(ctx, actor, question))
  const withoutIndex = { ...ctx, config: { ...ctx.config } }
  const byComparing = await actingAs(withoutIndex, actor, (ctx) => nearest(ctx, actor, question))
  expect(byIndex.length).toBe(byComparing.length)
  const first = new Set(byComparing.slice(0, 50).map(({ id }) => id))
  expect(byIndex.slice(0, 50).filter(({ id }) => first.has(id)).length).toBeGreaterThanOrEqual(48)
  expect(byIndex[0]!.nearness).toBeCloseTo(byComparing[0]!.nearness, 4)
})

test('vectors of the library are kept a few at a time, and what was cut off goes on where it was', async ({ ctx }) => {
  const some = libraryFinder()
    .movements.slice(0, 12)
    .map(({ id }) => id)
  await ctx.db.deleteFrom('movement_vector').where('movement_id', 'in', some).execute()
  const made: MovementId[] = []
  const makingUpTo = (most: number): Ctx => ({
    ...ctx,
    embedder: {
      ...ctx.embedder,
      movements: async (movements) => {
        if (made.length >= most) throw new Error('the server is stopped')
        made.push(...movements.map(({ id }) => id))
        return ctx.embedder.movements(movements)
      },
    },
  })
  await expect(embedLibrary(makingUpTo(1))).rejects.toThrow('the server is stopped')
  expect(made.length).toBeLessThan(12)
  expect(await hasLibraryVectors(ctx)).toBe(false)
  await embedLibrary(makingUpTo(12))
  expect(made).toEqual(some)
  expect(await hasLibraryVectors(ctx)).toBe(true)
})

test('markup in a question is a question like any other, and comes back nowhere', async ({ api }) => {
  const reply = await api.get(`${url}/search?q=${encodeURIComponent('<script>alert(1)</script> chest')}`)
  expect(reply.statusCode).toBe(200)
  expect(reply.body).not.toContain('script')
})

test('only favourites are listed where that is asked, and a gym that is not there is said not to be', async ({ api }) => {
  const bench = named('bench-press-barbell')
  await api.put(`/v1/favourites/${bench.id}`)
  expect(itemsOf(await api.get(`${url}?favourites=true`)).map(({ id }) => id)).toEqual([bench.id])
  for (const path of [url, `${url}/search`, `${url}/${bench.id}/substitutes`]) {
    const reply = await api.get(`${path}?gym=019caf80-0000-7000-8000-00000000dead${path.endsWith('search') ? '&q=chest' : ''}`)
    expect(reply.json(), path).toMatchObject({ status: 404, code: 'equipment.gym_not_found' })
  }
})

test('what a lifter changes or takes away of their own is found as it is now', async ({ api, ctx }) => {
  const made = (await api.post(url, { ...myCurl, name: 'Quokka curl' })).json() as Shown
  const mine = async (q: string) => itemsOf(await api.get(`${url}?q=${q}`)).map(({ name }) => name)
  expect(await mine('quokka')).toEqual(['Quokka curl'])
  await changeMovement(ctx, api.athleteId, made.id, { name: 'Wombat curl' })
  expect([await mine('quokka'), await mine('wombat')]).toEqual([[], ['Wombat curl']])
  await removeMovement(ctx, api.athleteId, made.id)
  expect(await mine('wombat')).toEqual([])
  expect(ids(await search(api, 'wombat curl'))).not.toContain(made.id)
})
