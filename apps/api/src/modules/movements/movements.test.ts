import { library } from '@gymgenius/catalog'
import type { Movement as Shown } from '@gymgenius/contracts'
import { DAY_MS, type MovementId } from '@gymgenius/domain'
import { actingAs, system } from '../../platform/context.ts'
import { anAthlete } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'
import { changeMovement, movementChangesSince, movementFor, movementsFor, removeMovement } from './index.ts'
import { prepareLibrary } from './library.service.ts'

const url = '/v1/movements'
const myId = '019caf80-0000-7000-8000-0000000000aa'
const myCurl = { name: 'Nonno curl', pattern: 'isolation', equipment: 'dumbbell', laterality: 'unilateral', loadKind: 'external' }
const bench = library().movements.find(({ slug }) => slug === 'bench-press-barbell')!

const namesOf = (reply: { json(): unknown }) => (reply.json() as { items: Shown[] }).items.map(({ name }) => name)

test.for([
  ['bench press', 'Bench Press (Barbell)'],
  ['rdl', 'Romanian Deadlift (Barbell)'],
  ['OHP', 'Overhead Press (Barbell)'],
  ['pullup', 'Pull Up'],
  ['Supino Reto', 'Bench Press (Barbell)'],
  ['benhc press', 'Bench Press (Barbell)'],
])('a lifter who types "%s" finds %s first', async ([typed, name], { api }) => {
  const reply = await api.get(`${url}?q=${encodeURIComponent(typed!)}`)
  expect(namesOf(reply)[0]).toBe(name)
})

test('the whole library comes page by page, each movement once', async ({ api }) => {
  const names: string[] = []
  let cursor = ''
  do {
    const reply = await api.get(`${url}?limit=200${cursor}`)
    names.push(...namesOf(reply))
    const { nextCursor } = reply.json() as { nextCursor?: string }
    cursor = nextCursor === undefined ? '' : `&cursor=${nextCursor}`
  } while (cursor !== '')
  expect(names).toHaveLength(library().movements.length)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual([...names].sort())
})

test('a cursor of another search is refused', async ({ api }) => {
  const reply = await api.get(`${url}?q=bench&cursor=nonsense`)
  expect(reply.statusCode).toBe(422)
  expect(reply.json()).toMatchObject({ code: 'request.invalid', facts: { errors: [{ pointer: '/query/cursor', code: 'invalid_query' }] } })
})

test('one movement says what it trains and how it is loaded', async ({ api }) => {
  const reply = await api.get(`${url}/${bench.id}`)
  expect(reply.json()).toMatchObject({ name: 'Bench Press (Barbell)', equipment: 'barbell', loadKind: 'external', isCustom: false })
  expect((reply.json() as Shown).muscles[0]).toEqual({ muscle: 'chest', role: 'prime_mover', share: 1 })
})

test("an id that is nothing, or another lifter's, is not found", async ({ api, ctx }) => {
  const stranger = api.as(await anAthlete(ctx))
  const theirs = (await stranger.post(url, myCurl)).json() as Shown
  for (const id of [theirs.id, '019caf80-0000-7000-8000-00000000dead']) {
    const reply = await api.get(`${url}/${id}`)
    expect(reply.json()).toMatchObject({ status: 404, code: 'movements.not_found' })
  }
})

test('a movement of my own is found by me and by nobody else', async ({ api, ctx }) => {
  const made = await api.post(url, { id: myId, ...myCurl })
  expect(made.statusCode).toBe(201)
  expect(made.json()).toMatchObject({ id: myId, isCustom: true, ...myCurl })
  expect(namesOf(await api.get(`${url}?q=nonno`))).toEqual(['Nonno curl'])
  expect(namesOf(await api.as(await anAthlete(ctx)).get(`${url}?q=nonno`))).toEqual([])
})

test('muscles that are not said are taken from the nearest relative', async ({ api }) => {
  const reply = await api.post(url, { ...myCurl, name: 'Garage bicep curl' })
  expect((reply.json() as Shown).muscles[0]).toMatchObject({ muscle: 'biceps', share: 1 })
})

test('the same request twice makes one movement and is answered alike', async ({ api }) => {
  const first = await api.post(url, { id: myId, ...myCurl })
  const again = await api.post(url, { id: myId, ...myCurl })
  expect([again.statusCode, again.json()]).toEqual([201, first.json()])
  expect(namesOf(await api.get(`${url}?q=nonno`))).toHaveLength(1)
})

test('an id of the library, or of something else of mine, is taken', async ({ api, ctx }) => {
  ctx.clock.advance(365 * DAY_MS) // past the day the library's ids were made
  await api.post(url, { id: myId, ...myCurl })
  for (const id of [myId, bench.id]) {
    const reply = await api.post(url, { id, ...myCurl, name: 'Another' })
    expect(reply.json(), id).toMatchObject({ status: 409, code: 'logging.id_taken' })
  }
})

test("another lifter's id is not found, as one that nobody has, and nothing of theirs is told or changed", async ({ api, ctx }) => {
  const stranger = api.as(await anAthlete(ctx))
  const theirs = (await stranger.post(url, { id: myId, ...myCurl })).json()
  const asked = await api.post(url, { id: myId, ...myCurl, name: 'Mine' })
  const asNobodys = await api.get(`${url}/019caf80-0000-7000-8000-00000000dead`)
  expect(asked.json()).toMatchObject({ status: 404, code: 'movements.not_found', title: asNobodys.json().title })
  expect(asked.body).not.toContain(myCurl.name)
  expect((await stranger.get(`${url}/${myId}`)).json()).toEqual(theirs)
})

test('an id from the future is refused', async ({ api }) => {
  const reply = await api.post(url, { id: '02af0000-0000-7000-8000-0000000000aa', ...myCurl })
  expect(reply.json()).toMatchObject({ status: 422, facts: { errors: [{ pointer: '/id', code: 'id_time_out_of_range' }] } })
})

test('markup in a name is text like any other', async ({ api }) => {
  const name = '<img src=x onerror=alert(1)> curl'
  const made = await api.post(url, { ...myCurl, name })
  expect(made.json()).toMatchObject({ name })
})

test('a movement with an unknown muscle or a share above one is refused, and nothing is kept', async ({ api }) => {
  for (const muscle of [
    { muscle: 'bizeps', role: 'synergist', share: 0.5 },
    { muscle: 'biceps', role: 'synergist', share: 2 },
  ]) {
    const reply = await api.post(url, { ...myCurl, muscles: [muscle] })
    expect(reply.json()).toMatchObject({ status: 422, code: 'request.invalid' })
  }
  expect(namesOf(await api.get(`${url}?q=nonno`))).toEqual([])
})

test('other rooms see what a lifter may use, and nothing else', async ({ api, ctx }) => {
  const stranger = await anAthlete(ctx)
  const mine = ((await api.post(url, myCurl)).json() as Shown).id
  expect(await movementFor(ctx, api.athleteId, bench.id)).toMatchObject({ name: bench.name })
  expect(await movementFor(ctx, api.athleteId, mine)).toMatchObject({ name: 'Nonno curl' })
  expect(await movementFor(ctx, stranger, mine)).toBeUndefined()
  expect([...(await movementsFor(ctx, stranger, [bench.id, mine])).keys()]).toEqual([bench.id])
})

test('a removed movement is offered no more, and its sets keep their name', async ({ api, ctx }) => {
  const mine = ((await api.post(url, myCurl)).json() as Shown).id
  await removeMovement(ctx, api.athleteId, mine)
  expect(namesOf(await api.get(`${url}?q=nonno`))).toEqual([])
  expect(await movementFor(ctx, api.athleteId, mine)).toBeUndefined()
  expect((await movementsFor(ctx, api.athleteId, [mine])).get(mine)?.name).toBe('Nonno curl')
})

test('devices pull every change to own movements once, in order', async ({ api, ctx }) => {
  const one = ((await api.post(url, myCurl)).json() as Shown).id
  const two = ((await api.post(url, { ...myCurl, name: 'Zio row' })).json() as Shown).id
  await changeMovement(ctx, api.athleteId, one, { name: 'Nonna curl' })
  await removeMovement(ctx, api.athleteId, two)
  const changes = await movementChangesSince(ctx, api.athleteId, 0, 10)
  expect(changes).toMatchObject([
    { changeSeq: 3, movement: { id: one, name: 'Nonna curl' } },
    { changeSeq: 4, id: two, deleted: true },
  ])
  expect(await movementChangesSince(ctx, api.athleteId, 3, 10)).toHaveLength(1)
  expect(await movementChangesSince(ctx, await anAthlete(ctx), 0, 10)).toEqual([])
})

test('a second start with the same library writes nothing', async ({ ctx }) => {
  await actingAs(ctx, system, prepareLibrary)
  const before = await ctx.db.selectFrom('library_edition').selectAll().execute()
  ctx.clock.advance(1000)
  await actingAs(ctx, system, prepareLibrary)
  expect(await ctx.db.selectFrom('library_edition').selectAll().execute()).toEqual(before)
})

test('what left the library is retired, not deleted, and comes back with its file', async ({ api, ctx }) => {
  const gone = '01a00000-0000-7000-8000-000000000001' as MovementId
  const left = { id: gone, slug: 'old-lift', name: 'Old lift', pattern: 'squat', equipment: 'barbell', laterality: 'bilateral' }
  await ctx.db
    .insertInto('movement')
    .values({ ...left, load_kind: 'external', created_at: new Date(0) })
    .execute()
  await ctx.db
    .updateTable('movement')
    .set({ name: 'Misspelled', retired_at: new Date(0) })
    .where('id', '=', bench.id)
    .execute()
  await ctx.db.updateTable('library_edition').set({ hash: 'an older one' }).execute()
  await actingAs(ctx, system, prepareLibrary)

  const rows = await ctx.db
    .selectFrom('movement')
    .select(['id', 'name', 'retired_at', 'slug'])
    .where('id', 'in', [gone, bench.id])
    .orderBy('id')
    .execute()
  expect(rows).toMatchObject([
    { id: gone, slug: null, retired_at: new Date(ctx.clock.now()) },
    { id: bench.id, name: bench.name, slug: bench.slug, retired_at: null },
  ])
  expect(await movementFor(ctx, api.athleteId, gone)).toMatchObject({ name: 'Old lift' })
  expect(namesOf(await api.get(`${url}?q=old lift`))).toEqual([])
})

test('a movement of one’s own that varies one of the library has its muscles, joints, substitutes and pains from there', async ({
  api,
}) => {
  const body = { ...myCurl, name: 'Nonno press', pattern: 'horizontal_push', equipment: 'plate_loaded_machine' }
  const made = (await api.post(url, { ...body, baseId: bench.id })).json() as Shown
  expect(made).toMatchObject({ baseId: bench.id, contraindications: [...bench.contraindications] })
  expect(made.muscles).toEqual(bench.muscles.map(({ muscle, role, share }) => ({ muscle, role, share })))
  expect((await api.get(`${url}/${made.id}`)).json()).toEqual(made)
  const { items } = (await api.get(`${url}/${bench.id}/substitutes?limit=30`)).json() as {
    items: { movement: Shown; explanation: string }[]
  }
  const offered = items.find(({ movement }) => movement.id === made.id)
  expect(offered?.explanation).not.toContain('joints are not known')
})

test('a base that the library has not is refused, and nothing is made', async ({ api }) => {
  const own = (await api.post(url, myCurl)).json() as Shown
  for (const baseId of [own.id, '019caf80-0000-7000-8000-00000000dead']) {
    const reply = await api.post(url, { ...myCurl, name: 'Baseless', baseId })
    expect(reply.json()).toMatchObject({ status: 422, code: 'movements.unknown', facts: { movementId: baseId } })
  }
  expect(namesOf(await api.get(`${url}?q=baseless`))).not.toContain('Baseless')
})

test('a movement of one’s own outlives its base in the library, and keeps it through a new name', async ({ api, ctx }) => {
  const { id } = (await api.post(url, { ...myCurl, baseId: bench.id })).json() as Shown
  const retired = '019caf80-0000-7000-8000-00000000dead'
  await ctx.db.updateTable('movement').set({ base_id: retired }).where('id', '=', id).execute()
  const renamed = await changeMovement(ctx, api.athleteId, id, { name: 'Nonno curl' })
  expect(renamed).toMatchObject({ name: 'Nonno curl', baseId: retired })
})
