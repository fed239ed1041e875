import { library } from '@gymgenius/catalog'
import type { MyRules, PainConstraint, Recommendation } from '@gymgenius/contracts'
import { DAY_MS, isoOf, type Instant, MINUTE_MS, minutesAfter } from '@gymgenius/domain'
import { anAthlete } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'

const slug = (name: string) => library().movements.find((movement) => movement.slug === name)!
const bench = slug('bench-press-barbell')
const legCurl = slug('leg-curl-machine')
const nobodys = '019caf80-0000-7000-8000-00000000dead'
const inDays = (now: Instant, days: number) => isoOf((now + days * DAY_MS) as Instant)

test('a rule is said, changed and taken back, and is nobody else’s', async ({ api, ctx }) => {
  const at = `/v1/rules/movements/${bench.id}`
  expect((await api.put(at, { rule: 'hard_no' })).json()).toEqual({ movementId: bench.id, rule: 'hard_no' })
  expect((await api.put(at, { rule: 'preferred' })).statusCode).toBe(200)
  expect((await api.get(at)).json()).toEqual({ movementId: bench.id, rule: 'preferred' })
  expect(((await api.get('/v1/rules')).json() as MyRules).movements).toEqual([{ movementId: bench.id, rule: 'preferred' }])
  const stranger = api.as(await anAthlete(ctx))
  expect(((await stranger.get('/v1/rules')).json() as MyRules).movements).toEqual([])
  await api.put(at, { rule: null })
  expect((await api.get(at)).json()).toEqual({ movementId: bench.id, rule: null })
})

test('a heart is given twice and taken twice, and counts once', async ({ api }) => {
  for (let i = 0; i < 2; i++) expect((await api.put(`/v1/favourites/${bench.id}`)).statusCode).toBe(204)
  expect((await api.get('/v1/favourites')).json()).toMatchObject({ items: [{ movementId: bench.id }] })
  for (let i = 0; i < 2; i++) expect((await api.delete(`/v1/favourites/${bench.id}`)).statusCode).toBe(204)
  expect((await api.get('/v1/favourites')).json()).toEqual({ items: [] })
})

test('a sore shoulder ends by itself, may be made worse, and may be over early', async ({ api, ctx }) => {
  const now = ctx.clock.now()
  const made = await api.post('/v1/constraints', { joint: 'shoulder', severity: 'moderate', until: inDays(now, 7) })
  expect(made.statusCode).toBe(201)
  const { id } = made.json() as PainConstraint
  expect((await api.patch(`/v1/constraints/${id}`, { severity: 'severe' })).json()).toMatchObject({ severity: 'severe', joint: 'shoulder' })
  expect(((await api.get('/v1/rules')).json() as MyRules).constraints.map((one) => one.id)).toEqual([id])
  expect((await api.patch(`/v1/constraints/${id}`, { until: inDays(now, 0) })).statusCode).toBe(200)
  expect(((await api.get('/v1/rules')).json() as MyRules).constraints).toEqual([])
  expect(((await api.get('/v1/constraints')).json() as { items: unknown[] }).items).toHaveLength(1)
  expect((await api.delete(`/v1/constraints/${id}`)).statusCode).toBe(204)
  expect((await api.delete(`/v1/constraints/${id}`)).json()).toMatchObject({ status: 404, code: 'movements.constraint_not_found' })
})

test.for([
  [{ joint: 'gill', severity: 'mild' }, '/joint'],
  [{ joint: 'knee', severity: 'agony' }, '/severity'],
  [{ joint: 'knee', severity: 'mild', until: '2020-01-01T00:00:00Z' }, '/until'],
  [{ joint: 'knee', severity: 'mild', until: '2099-01-01T00:00:00Z' }, '/until'],
  [{ joint: 'knee', severity: 'mild', until: 'soon' }, '/until'],
  [{ joint: 'knee', severity: 'mild', cappedMovementIds: ['x'] }, '/cappedMovementIds/0'],
] as const)('%j is refused, and says where', async ([said, pointer], { api, ctx }) => {
  const reply = await api.post('/v1/constraints', { until: inDays(ctx.clock.now(), 7), ...said })
  expect(reply.json()).toMatchObject({ status: 422, code: 'request.invalid', facts: { errors: [{ pointer }] } })
  expect((await api.get('/v1/constraints')).json()).toEqual({ items: [] })
})

test('a movement that nobody has gets no rule, no heart and no cap', async ({ api, ctx }) => {
  expect((await api.put(`/v1/rules/movements/${nobodys}`, { rule: 'hard_no' })).statusCode).toBe(404)
  expect((await api.put(`/v1/favourites/${nobodys}`)).statusCode).toBe(404)
  const said = { joint: 'knee', severity: 'mild', until: inDays(ctx.clock.now(), 7), cappedMovementIds: [nobodys] }
  expect((await api.post('/v1/constraints', said)).json()).toMatchObject({ code: 'movements.unknown' })
})

test('while the shoulder hurts the bench press is advised with care and says why, and the leg curl as ever', async ({ api, ctx }) => {
  const advice = async (movementId: string) =>
    (await api.post('/v1/recommendations', { movementId, setNumber: 1 })).json() as Recommendation
  expect((await advice(bench.id)).flags).not.toContain('pain')
  const until = isoOf(minutesAfter(ctx.clock.now(), 5))
  await api.post('/v1/constraints', { joint: 'shoulder', severity: 'mild', until })
  const careful = await advice(bench.id)
  expect(careful.flags).toContain('pain')
  expect(careful.reasons).toContainEqual({ code: 'pain', joint: 'shoulder' })
  expect(careful.explanation).toContain('Your shoulder hurts')
  expect((await advice(legCurl.id)).flags).not.toContain('pain')
  ctx.clock.advance(5 * MINUTE_MS)
  expect((await advice(bench.id)).flags).not.toContain('pain')
})

test('what is never wanted, and what loads a bad wrist, is offered as no substitute, and no press for a bad shoulder', async ({
  api,
  ctx,
}) => {
  const offered = async () => {
    const { items } = (await api.get(`/v1/movements/${bench.id}/substitutes?limit=50`)).json() as {
      items: { movement: { id: string; contraindications?: string[] } }[]
    }
    return items.map(({ movement }) => movement)
  }
  const [first] = await offered()
  await api.put(`/v1/rules/movements/${first!.id}`, { rule: 'hard_no' })
  expect((await offered()).map(({ id }) => id)).not.toContain(first!.id)
  const until = inDays(ctx.clock.now(), 7)
  await api.post('/v1/constraints', { joint: 'wrist', severity: 'severe', until })
  const spared = await offered()
  expect(spared.length).toBeGreaterThan(0)
  expect(spared.filter(({ contraindications = [] }) => contraindications.includes('wrist'))).toEqual([])
  await api.post('/v1/constraints', { joint: 'shoulder', severity: 'severe', until })
  expect(await offered()).toEqual([])
})

test('what is never wanted is left out of list and search, counted, and one question away with its reason', async ({ api }) => {
  await api.put(`/v1/rules/movements/${bench.id}`, { rule: 'hard_no' })
  const asked = async (path: string) => (await api.get(`/v1/movements${path}`)).json() as Answer
  expect(names(await asked('?q=bench+press'))).toContain(bench.name) // a phone downloads all
  expect(names(await asked('?q=bench+press&rules=heed'))).not.toContain(bench.name)
  const marked = (await asked('?q=bench+press&rules=mark')).items.find(({ name }) => name === bench.name)
  expect(marked?.mine).toEqual({ allowed: false, capped: false, reasons: [{ code: 'hard_no' }] })
  const found = await asked('/search?q=bench+press')
  expect(names(found)).not.toContain(bench.name)
  expect(found.leftOut).toBe(1)
  expect((await asked('/search?q=bench+press&rules=mark')).items[0]).toMatchObject({
    movement: { name: bench.name },
    mine: { allowed: false, reasons: [{ code: 'hard_no' }] },
  })
})

test('what the lifter prefers goes up in substitutes and search, and the reason says so', async ({ api }) => {
  const fourth = async (path: string) => ((await api.get(path)).json() as Answer).items[3]!.movement!
  for (const path of [`/v1/movements/${bench.id}/substitutes`, '/v1/movements/search?q=chest+press+machine']) {
    const { id } = await fourth(path)
    await api.put(`/v1/rules/movements/${id}`, { rule: 'preferred' })
    const items = ((await api.get(path)).json() as Answer).items
    const place = items.findIndex(({ movement }) => movement?.id === id)
    expect(place).toBeLessThan(3)
    expect(items[place]).toMatchObject({ mine: { reasons: [{ code: 'liked', liking: 'preferred' }] } })
    expect(items[place]?.explanation).toMatch(/^you prefer it, /)
  }
})

const names = ({ items }: Answer) => items.map((item) => item.movement?.name ?? item.name)

interface Answer {
  readonly items: {
    readonly name?: string
    readonly movement?: { readonly id: string; readonly name: string }
    readonly explanation?: string
    readonly mine?: { readonly allowed: boolean; readonly capped: boolean; readonly reasons: unknown[] }
  }[]
  readonly leftOut?: number
}
