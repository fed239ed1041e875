import { anAthlete, aMovement } from '../../testing/builders.ts'
import { uuid } from '../../testing/ids.ts'
import { expect, test } from '../../testing/test.ts'
import { endEverySilentWorkout } from './workouts.going-on.ts'

const MINUTES = 60_000

test('a workout with no set for thirty minutes closes itself as of its last set, and says so', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const { workoutId } = (await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8 })).json()
  ctx.clock.advance(29 * MINUTES)
  await endEverySilentWorkout(ctx)
  expect((await api.get('/v1/today')).json()).toMatchObject({ basis: 'in_progress', workout: { id: workoutId } })

  ctx.clock.advance(1 * MINUTES)
  await endEverySilentWorkout(ctx)
  const workout = (await api.get(`/v1/workouts/${workoutId}`)).json()
  expect(workout).toMatchObject({ endedBy: 'silence', endedAt: '2026-03-02T18:00:00.000Z' })
  const told = await ctx.db.selectFrom('outbox').select('payload').where('topic', '=', 'event:logging.workout_finished').execute()
  expect(told).toEqual([{ payload: { athleteId: api.athleteId, workoutId } }])
})

test('nobody waits for the chore: the next set after the silence starts another workout', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const first = (await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8 })).json()
  ctx.clock.advance(31 * MINUTES)
  const named = await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8, workoutId: first.workoutId })
  expect([named.statusCode, named.json().code]).toEqual([409, 'logging.workout_closed'])
  const second = (await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8 })).json()
  expect(second.workoutId).not.toBe(first.workoutId)
})

test('a forgotten set of half an hour ago moves the end that silence guessed', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const { workoutId } = (await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8 })).json()
  ctx.clock.advance(55 * MINUTES)
  await endEverySilentWorkout(ctx)
  const forgotten = await api.post('/v1/sets', { movementId, loadKg: 60, reps: 6, performedAt: '2026-03-02T18:20:00Z' })
  expect(forgotten.json().workoutId).toBe(workoutId)
  expect((await api.get(`/v1/workouts/${workoutId}`)).json()).toMatchObject({ endedBy: 'silence', endedAt: '2026-03-02T18:20:00.000Z' })
})

test('sets of an evening last week, told one by one, are one finished workout of that evening', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const going = (await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8 })).json()
  const ids = []
  for (const time of ['19:00', '19:04', '19:09'])
    ids.push((await api.post('/v1/sets', { movementId, loadKg: 50, reps: 8, performedAt: `2026-02-23T${time}:00Z` })).json().workoutId)
  expect(new Set(ids).size).toBe(1)
  expect((await api.get(`/v1/workouts/${ids[0]}`)).json()).toMatchObject({
    startedAt: '2026-02-23T19:00:00.000Z',
    endedAt: '2026-02-23T19:09:00.000Z',
    setCount: 3,
  })
  expect((await api.get('/v1/today')).json().workout.id).toBe(going.workoutId)
})

test('starting another workout ends the one in progress at its last set', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const first = (await api.post('/v1/workouts', { name: 'Push' })).json()
  ctx.clock.advance(5 * MINUTES)
  await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8 })
  ctx.clock.advance(5 * MINUTES)
  const second = (await api.post('/v1/workouts', { name: 'Pull' })).json()
  expect((await api.get(`/v1/workouts/${first.id}`)).json()).toMatchObject({ endedBy: 'athlete', endedAt: '2026-03-02T18:05:00.000Z' })
  expect((await api.get('/v1/today')).json()).toMatchObject({ basis: 'in_progress', name: 'Pull', workout: { id: second.id } })
})

test('the same start twice is one workout, also when it was finished or closed itself in between', async ({ api, ctx }) => {
  const body = { id: uuid(1), name: 'Legs', note: 'knee' }
  const first = await api.post('/v1/workouts', body)
  expect(first.statusCode).toBe(201)
  ctx.clock.advance(40 * MINUTES)
  await endEverySilentWorkout(ctx)
  const again = await api.post('/v1/workouts', body)
  expect([again.statusCode, again.json().endedBy]).toEqual([201, 'silence'])
  await api.patch(`/v1/workouts/${uuid(1)}`, { name: 'Lower body', endedAt: '2026-03-02T18:30:00Z' })
  expect((await api.post('/v1/workouts', body)).json().name).toBe('Lower body')
  const other = await api.post('/v1/workouts', { ...body, note: 'hip' })
  expect([other.statusCode, other.json().code]).toEqual([409, 'logging.id_taken'])
  const foreign = await api.as(await anAthlete(ctx)).post('/v1/workouts', body)
  expect([foreign.statusCode, foreign.json().code]).toEqual([404, 'logging.workout_not_found'])
})

test('a workout moved to another day takes its sets along', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const { id } = (await api.post('/v1/workouts', { startedAt: '2026-03-02T17:00:00Z', endedAt: '2026-03-02T18:00:00Z' })).json()
  await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8, workoutId: id, performedAt: '2026-03-02T17:10:00Z' })
  const moved = (await api.patch(`/v1/workouts/${id}`, { startedAt: '2026-03-01T17:00:00Z' })).json()
  expect(moved).toMatchObject({ startedAt: '2026-03-01T17:00:00.000Z', endedAt: '2026-03-01T18:00:00.000Z' })
  expect(moved.sets).toMatchObject([{ performedAt: '2026-03-01T17:10:00.000Z' }])
})

test('a workout that was finished by mistake is reopened and goes on', async ({ api, ctx }) => {
  const { id } = (await api.post('/v1/workouts', { name: 'Push' })).json()
  await api.patch(`/v1/workouts/${id}`, { endedAt: '2026-03-02T18:00:00Z' })
  ctx.clock.advance(45 * MINUTES)
  const open = (await api.patch(`/v1/workouts/${id}`, { endedAt: null })).json()
  expect(open).not.toHaveProperty('endedAt')
  const set = await api.post('/v1/sets', { movementId: await aMovement(ctx), loadKg: 60, reps: 8 })
  expect(set.json().workoutId).toBe(id)
})

test('a workout cannot end before it starts', async ({ api }) => {
  const reply = await api.post('/v1/workouts', { startedAt: '2026-03-02T17:00:00Z', endedAt: '2026-03-02T16:00:00Z' })
  expect([reply.statusCode, reply.json().facts.errors]).toMatchObject([422, [{ pointer: '/endedAt', code: 'out_of_range' }]])
})

test('a deleted workout takes its sets with it', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const { workoutId } = (await api.post('/v1/sets', { movementId, loadKg: 60, reps: 8 })).json()
  expect((await api.delete(`/v1/workouts/${workoutId}`)).statusCode).toBe(204)
  expect((await api.delete(`/v1/workouts/${workoutId}`)).statusCode).toBe(204)
  expect((await api.get(`/v1/workouts/${workoutId}`)).statusCode).toBe(404)
  expect((await api.get(`/v1/sets?movementId=${movementId}`)).json().items).toEqual([])
})

test('workouts come newest first, page by page and within a span', async ({ api }) => {
  for (const day of ['01', '02', '03', '04'])
    await api.post('/v1/workouts', { name: day, startedAt: `2026-02-${day}T17:00:00Z`, endedAt: `2026-02-${day}T18:00:00Z` })
  const first = (await api.get('/v1/workouts?limit=3')).json()
  const rest = (await api.get(`/v1/workouts?limit=3&cursor=${first.nextCursor}`)).json()
  expect([...first.items, ...rest.items].map((workout) => workout.name)).toEqual(['04', '03', '02', '01'])
  expect(rest).not.toHaveProperty('nextCursor')
  const span = (await api.get('/v1/workouts?from=2026-02-02T00:00:00Z&to=2026-02-04T00:00:00Z')).json()
  expect(span.items.map((workout: { name: string }) => workout.name)).toEqual(['03', '02'])
})

test('nobody sees, changes or deletes the workout of another', async ({ api, ctx }) => {
  const { id } = (await api.post('/v1/workouts', { name: 'Push' })).json()
  const stranger = api.as(await anAthlete(ctx))
  const url = `/v1/workouts/${id}`
  const replies = [await stranger.get(url), await stranger.patch(url, { name: 'Mine' }), await stranger.delete(url)]
  expect(replies.map((reply) => reply.statusCode)).toEqual([404, 404, 404])
  const set = await stranger.post('/v1/sets', { movementId: await aMovement(ctx), loadKg: 60, reps: 8, workoutId: id })
  expect([set.statusCode, set.json().code]).toEqual([404, 'logging.workout_not_found'])
})
