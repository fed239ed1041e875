import { expect, test } from '../../testing/test.ts'
import { aMovement, anAthlete } from '../../testing/builders.ts'
import { inTransaction } from '../../platform/context.ts'
import { idAt, uuid } from '../../testing/ids.ts'

const bench = { loadKg: 60, reps: 8, rir: 2 }

test('a set without a workout starts one, named by the time of day, and the next set joins it', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const first = await api.post('/v1/sets', { movementId, ...bench })
  expect(first.statusCode).toBe(201)
  expect(first.json()).toMatchObject({ movementId, ...bench, kind: 'working', position: 1, toFailure: false, effortScale: 'rir' })

  ctx.clock.advance(3 * 60_000)
  const second = await api.post('/v1/sets', { movementId, ...bench })
  expect(second.json()).toMatchObject({ workoutId: first.json().workoutId, position: 2 })
  const workout = await api.get(`/v1/workouts/${first.json().workoutId}`)
  expect(workout.json()).toMatchObject({ name: 'Evening workout', setCount: 2, tonnageKg: 960 })
})

test('the same request twice is one set, also after the set was corrected', async ({ api, ctx }) => {
  const body = { id: uuid(1), movementId: await aMovement(ctx), ...bench }
  const first = await api.post('/v1/sets', body)
  ctx.clock.advance(1000)
  const again = await api.post('/v1/sets', body)
  expect([again.statusCode, again.json()]).toEqual([201, first.json()])

  await api.patch(`/v1/sets/${uuid(1)}`, { reps: 7 })
  const afterEdit = await api.post('/v1/sets', body)
  expect([afterEdit.statusCode, afterEdit.json().reps]).toEqual([201, 7])
  expect((await api.get(`/v1/sets?movementId=${body.movementId}`)).json().items).toHaveLength(1)
})

test('an id that is used for another set is taken', async ({ api, ctx }) => {
  const body = { id: uuid(1), movementId: await aMovement(ctx), ...bench }
  await api.post('/v1/sets', body)
  const other = await api.post('/v1/sets', { ...body, loadKg: 62.5 })
  expect([other.statusCode, other.json().code]).toEqual([409, 'logging.id_taken'])
})

test('B31 the id of somebody else’s set is no set, whichever way it is asked for', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await api.as(await anAthlete(ctx)).post('/v1/sets', { id: uuid(1), movementId, ...bench })
  const replies = [
    await api.post('/v1/sets', { id: uuid(1), movementId, ...bench }),
    await api.patch(`/v1/sets/${uuid(1)}`, { reps: 1 }),
    await api.delete(`/v1/sets/${uuid(1)}`),
  ]
  for (const reply of replies) expect([reply.statusCode, reply.json().code]).toEqual([404, 'logging.set_not_found'])
})

test('B30 an id made more than five minutes from now is refused, one a little ahead is not', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const reply = await api.post('/v1/sets', { id: idAt(ctx.clock.now() + 5 * 60_000 + 1), movementId, ...bench })
  expect([reply.statusCode, reply.json().facts.errors]).toMatchObject([422, [{ pointer: '/id', code: 'id_time_out_of_range' }]])
  expect((await api.post('/v1/sets', { id: idAt(ctx.clock.now() + 5 * 60_000), movementId, ...bench })).statusCode).toBe(201)
})

test('B29 only a UUIDv7 in lower case is an id', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const spellings = [uuid(1).toUpperCase(), `{${uuid(1)}}`, uuid(1).replaceAll('-', ''), uuid(1).replace('-7000-', '-4000-')]
  for (const id of spellings) {
    const reply = await api.post('/v1/sets', { id, movementId, ...bench })
    expect([reply.statusCode, reply.json().facts.errors[0]]).toMatchObject([422, { pointer: '/id', code: 'invalid_id' }])
  }
})

test.for([
  ['B32', { loadKg: null }, '/loadKg', 'validation_failed'],
  ['B33', { loadKg: '100' }, '/loadKg', 'validation_failed'],
  ['B33', { loadKg: true }, '/loadKg', 'validation_failed'],
  ['B33', { loadKg: [100] }, '/loadKg', 'validation_failed'],
  ['B34', { loadKg: -1 }, '/loadKg', 'out_of_range'],
  ['B34', { loadKg: 1500.01 }, '/loadKg', 'out_of_range'],
  ['B34', { loadKg: 0.001 }, '/loadKg', 'out_of_range'],
  ['B36', { reps: 2.5 }, '/reps', 'out_of_range'],
  ['B36', { reps: -1 }, '/reps', 'out_of_range'],
  ['B36', { reps: 501 }, '/reps', 'out_of_range'],
  ['B36', { reps: 2 ** 31 }, '/reps', 'out_of_range'],
  ['B37', { rir: -1 }, '/rir', 'out_of_range'],
  ['B37', { rir: 11 }, '/rir', 'out_of_range'],
  ['B37', { rir: 2, rpe: 9 }, '/rpe', 'inconsistent_effort'],
  ['B37', { rir: 2, toFailure: true }, '/toFailure', 'inconsistent_effort'],
  ['B38', { unit: 'stone' }, '/unit', 'unknown_field'],
  ['B38', { loadLb: 100 }, '/loadLb', 'unknown_field'],
  ['B39', { performedAt: '2026-02-30T10:00:00Z' }, '/performedAt', 'invalid_date'],
  ['B40', { performedAt: '2026-13-01T10:00:00Z' }, '/performedAt', 'invalid_date'],
  ['B40', { performedAt: '2026-03-01T25:00:00Z' }, '/performedAt', 'invalid_date'],
  ['B40', { performedAt: 'now' }, '/performedAt', 'invalid_date'],
  ['B40', { performedAt: 'infinity' }, '/performedAt', 'invalid_date'],
  ['B40', { performedAt: '10000-01-01T00:00:00Z' }, '/performedAt', 'invalid_date'],
  ['B40', { performedAt: '2026-03-01T10:00:00' }, '/performedAt', 'invalid_date'],
  ['B43', { note: 'x'.repeat(2001) }, '/note', 'too_long'],
] as const)('%s a set with %j is refused and nothing is kept', async ([, wrong, pointer, code], { api, ctx }) => {
  const movementId = await aMovement(ctx)
  const reply = await api.post('/v1/sets', { movementId, ...bench, ...wrong })
  expect([reply.statusCode, reply.json().code]).toEqual([422, 'request.invalid'])
  expect(reply.json().facts.errors).toMatchObject([{ pointer, code }])
  expect((await api.get('/v1/workouts')).json().items).toEqual([])
})

test('B34 minus zero is zero', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const reply = await api.raw({
    method: 'POST',
    url: '/v1/sets',
    headers: { 'x-test-athlete': api.athleteId, 'content-type': 'application/json' },
    payload: `{"movementId":"${movementId}","loadKg":-0,"reps":5}`,
  })
  expect([reply.statusCode, reply.payload.includes('"loadKg":0')]).toEqual([201, true])
})

test('B35 the database itself refuses a load that is no number', async ({ api, ctx }) => {
  const set = await api.post('/v1/sets', { movementId: await aMovement(ctx), ...bench })
  for (const load_kg of [Number.NaN, Infinity, -1])
    await expect(
      inTransaction(ctx, (ctx) => ctx.db.updateTable('performed_set').set({ load_kg }).where('id', '=', set.json().id).execute()),
    ).rejects.toThrow('performed_set_load_kg_check')
})

test('B42 a set whose time is not believable is kept and asked about, and does not hold its workout open', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const [ahead, long] = [
    await api.post('/v1/sets', { movementId, ...bench, performedAt: '2999-01-01T00:00:00Z' }),
    await api.post('/v1/sets', { movementId, ...bench, performedAt: '1901-01-01T00:00:00Z' }),
  ]
  expect([ahead.json().needsConfirmation, long.json().needsConfirmation]).toEqual([true, true])
  ctx.clock.advance(31 * 60_000)
  const workout = await api.get(`/v1/workouts/${ahead.json().workoutId}`)
  expect(workout.json()).toMatchObject({ endedBy: 'silence', endedAt: '2026-03-02T18:00:00.000Z', setCount: 2 })

  const said = await api.patch(`/v1/sets/${ahead.json().id}`, { performedAt: '2026-03-02T18:00:00Z' })
  expect(said.json()).not.toHaveProperty('needsConfirmation')
})

test('B43 two thousand family emoji are a note, byte for byte', async ({ api, ctx }) => {
  const note = '👨‍👩‍👧‍👦\u202e'.repeat(1000)
  const reply = await api.post('/v1/sets', { movementId: await aMovement(ctx), ...bench, note })
  expect([reply.statusCode, reply.json().note === note]).toEqual([201, true])
})

test('B44 a movement that does not exist and one of somebody else are equally unknown', async ({ api, ctx }) => {
  const theirs = await aMovement(ctx, { athleteId: await anAthlete(ctx) })
  for (const movementId of [uuid(99), theirs]) {
    const reply = await api.post('/v1/sets', { movementId, ...bench })
    expect(reply.json()).toMatchObject({ status: 422, code: 'movements.unknown', facts: { movementId } })
  }
})

test('B45 a finished workout takes no set unless its time is said and fits', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const { workoutId } = (await api.post('/v1/sets', { movementId, ...bench })).json()
  await api.patch(`/v1/workouts/${workoutId}`, { endedAt: '2026-03-02T18:00:00Z' })

  const late = await api.post('/v1/sets', { movementId, ...bench, workoutId })
  expect([late.statusCode, late.json().code]).toEqual([409, 'logging.workout_closed'])
  const tooLate = await api.post('/v1/sets', { movementId, ...bench, workoutId, performedAt: '2026-03-02T18:05:01Z' })
  expect(tooLate.statusCode).toBe(409)
  const forgotten = await api.post('/v1/sets', { movementId, ...bench, workoutId, performedAt: '2026-03-02T18:05:00Z' })
  expect([forgotten.statusCode, forgotten.json().workoutId]).toEqual([201, workoutId])
  const missing = await api.post('/v1/sets', { movementId, ...bench, workoutId: uuid(98) })
  expect([missing.statusCode, missing.json().code]).toEqual([404, 'logging.workout_not_found'])
})

test('an RPE is kept as reps in reserve and shown on its own scale; to failure is none left', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const rated = await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8, rpe: 8.5 })
  expect(rated.json()).toMatchObject({ rir: 1.5, rpe: 8.5, effortScale: 'rpe' })
  const failed = await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8, toFailure: true })
  expect(failed.json()).toMatchObject({ rir: 0, toFailure: true })
  expect((await api.patch(`/v1/sets/${failed.json().id}`, { rir: 1 })).json()).toMatchObject({ rir: 1, toFailure: false })
  const unsaid = await api.patch(`/v1/sets/${failed.json().id}`, { rir: null })
  expect(unsaid.json()).not.toHaveProperty('rir')
  const contradicting = await api.patch(`/v1/sets/${failed.json().id}`, { rir: 3, toFailure: true })
  expect(contradicting.json().facts.errors).toMatchObject([{ pointer: '/toFailure', code: 'inconsistent_effort' }])
})

test('a set cannot be left with neither reps nor time nor distance', async ({ api, ctx }) => {
  const plank = await api.post('/v1/sets', { movementId: await aMovement(ctx), loadKg: 0, durationSeconds: 60 })
  const reply = await api.patch(`/v1/sets/${plank.json().id}`, { durationSeconds: null })
  expect([reply.statusCode, reply.json().facts.errors]).toMatchObject([422, [{ pointer: '/reps', code: 'required' }]])
})

test('a deleted set is gone from every list and total, and deleting it again is no error', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const { id, workoutId } = (await api.post('/v1/sets', { movementId, ...bench })).json()
  expect([(await api.delete(`/v1/sets/${id}`)).statusCode, (await api.delete(`/v1/sets/${id}`)).statusCode]).toEqual([204, 204])
  expect((await api.patch(`/v1/sets/${id}`, { reps: 1 })).statusCode).toBe(404)
  expect((await api.get(`/v1/sets?movementId=${movementId}`)).json().items).toEqual([])
  expect((await api.get(`/v1/workouts/${workoutId}`)).json()).toMatchObject({ setCount: 0, tonnageKg: 0, sets: [] })
})

test('the sets of a movement come newest first, page by page, none twice and none left out', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  for (let reps = 1; reps <= 5; reps++) await api.post('/v1/sets', { movementId, loadKg: 60, reps }) // all within one still instant
  const seen: number[] = []
  let cursor = ''
  do {
    const page = (await api.get(`/v1/sets?movementId=${movementId}&limit=2${cursor}`)).json()
    seen.push(...page.items.map((set: { reps: number }) => set.reps))
    cursor = page.nextCursor === undefined ? '' : `&cursor=${page.nextCursor}`
  } while (cursor !== '')
  expect(seen).toEqual([5, 4, 3, 2, 1])
  expect((await api.get(`/v1/sets?movementId=${movementId}&cursor=nonsense`)).statusCode).toBe(422)
})

test('logging a set is told to the other rooms, once', async ({ api, ctx }) => {
  const body = { id: uuid(1), movementId: await aMovement(ctx), ...bench }
  await api.post('/v1/sets', body)
  await api.post('/v1/sets', body)
  const told = await ctx.db.selectFrom('outbox').select(['topic', 'payload']).execute()
  expect(told).toEqual([
    { topic: 'event:logging.set_performed', payload: { athleteId: api.athleteId, movementId: body.movementId, setId: body.id } },
  ])
})
