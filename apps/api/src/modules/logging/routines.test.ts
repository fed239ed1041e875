import { anAthlete, aMovement } from '../../testing/builders.ts'
import { uuid } from '../../testing/ids.ts'
import { type Caller, expect, test } from '../../testing/test.ts'

const threeByEight = [1, 2, 3].map(() => ({ kind: 'working', repLow: 6, repHigh: 10, rir: 2 }))

async function aWorkoutOn(api: Caller, day: string, name: string, sets: object[], routineId?: string) {
  const span = { startedAt: `2026-02-${day}T17:00:00Z`, endedAt: `2026-02-${day}T18:00:00Z` }
  const { id } = (await api.post('/v1/workouts', { name, ...span, ...(routineId === undefined ? {} : { routineId }) })).json()
  for (const set of sets) await api.post('/v1/sets', { workoutId: id, performedAt: span.startedAt, loadKg: 60, reps: 8, ...set })
  return id as string
}

test('a routine is kept as it was written, last in the order unless its place is said', async ({ api, ctx }) => {
  const items = [{ movementId: await aMovement(ctx), sets: threeByEight, superset: 1, note: 'pause' }]
  const push = (await api.post('/v1/routines', { id: uuid(1), name: 'Push', folder: 'Upper', items })).json()
  expect(push).toEqual({ id: uuid(1), name: 'Push', folder: 'Upper', position: 1, items })
  await api.post('/v1/routines', { name: 'Legs', items: [] })
  await api.post('/v1/routines', { name: 'Pull', items: [], position: 1.5 })
  const names = (await api.get('/v1/routines')).json().items.map((routine: { name: string }) => routine.name)
  expect(names).toEqual(['Push', 'Pull', 'Legs'])
})

test('the same routine twice is one; another under its id is refused', async ({ api, ctx }) => {
  const body = { id: uuid(1), name: 'Push', items: [{ movementId: await aMovement(ctx), sets: threeByEight, note: 'pause' }] }
  expect((await api.post('/v1/routines', body)).statusCode).toBe(201)
  expect((await api.post('/v1/routines', body)).statusCode).toBe(201)
  expect((await api.post('/v1/routines', { ...body, name: 'Pull' })).json().code).toBe('logging.id_taken')
  expect((await api.as(await anAthlete(ctx)).post('/v1/routines', body)).statusCode).toBe(404)
  expect((await api.get('/v1/routines')).json().items).toHaveLength(1)
})

test('a routine is changed, and a deleted one is gone but its workouts stay', async ({ api }) => {
  const { id } = (await api.post('/v1/routines', { name: 'Push', folder: 'Upper', items: [] })).json()
  const workout = await aWorkoutOn(api, '10', 'Push', [], id)
  const changed = (await api.patch(`/v1/routines/${id}`, { name: 'Press', folder: null })).json()
  expect(changed).toEqual({ id, name: 'Press', position: 1, items: [], lastPerformedAt: '2026-02-10T17:00:00.000Z' })
  expect([(await api.delete(`/v1/routines/${id}`)).statusCode, (await api.delete(`/v1/routines/${id}`)).statusCode]).toEqual([204, 204])
  expect((await api.get(`/v1/routines/${id}`)).statusCode).toBe(404)
  expect((await api.get(`/v1/workouts/${workout}`)).statusCode).toBe(200)
})

test('a routine cannot plan a movement that does not exist', async ({ api }) => {
  const reply = await api.post('/v1/routines', { name: 'Push', items: [{ movementId: uuid(9), sets: [] }] })
  expect(reply.json()).toMatchObject({ status: 422, code: 'movements.unknown', facts: { movementId: uuid(9) } })
})

test('what was done once becomes the plan: movements in order, reps around what was done, loads left to the engine', async ({
  api,
  ctx,
}) => {
  const [squat, press] = [await aMovement(ctx), await aMovement(ctx, { name: 'Press' })]
  const done = [
    { movementId: squat, kind: 'warm_up', reps: 1 },
    { movementId: press, reps: 8, rir: 2 },
    { movementId: squat, reps: 5, rir: 7 },
  ]
  const fromWorkoutId = await aWorkoutOn(api, '10', 'Full body', done)
  const routine = (await api.post('/v1/routines', { fromWorkoutId })).json()
  expect(routine).toMatchObject({
    name: 'Full body',
    items: [
      {
        movementId: squat,
        sets: [
          { kind: 'warm_up', repLow: 1, repHigh: 2 },
          { kind: 'working', repLow: 4, repHigh: 6, rir: 5 },
        ],
      },
      { movementId: press, sets: [{ kind: 'working', repLow: 7, repHigh: 9, rir: 2 }] },
    ],
  })
  expect(JSON.stringify(routine)).not.toContain('loadKg')
})

test('a routine is brought up to date with what was done, and keeps its notes and fixed loads', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const items = [{ movementId, sets: [{ kind: 'working', repLow: 3, repHigh: 5, loadKg: 100 }], note: 'belt' }]
  const { id } = (await api.post('/v1/routines', { name: 'Squat', items })).json()
  const fromWorkoutId = await aWorkoutOn(api, '10', 'Squat', [
    { movementId, reps: 8 },
    { movementId, reps: 7 },
  ])
  const updated = (await api.patch(`/v1/routines/${id}`, { fromWorkoutId })).json()
  expect(updated.items).toEqual([
    {
      movementId,
      note: 'belt',
      sets: [
        { kind: 'working', repLow: 7, repHigh: 9, loadKg: 100 },
        { kind: 'working', repLow: 6, repHigh: 8 },
      ],
    },
  ])
})

test('workouts of one name done three times are proposed as a routine, until there is one of that name', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  for (const [day, name] of [
    ['01', 'Push'],
    ['03', 'push'],
    ['05', 'Push'],
    ['02', 'Pull'],
    ['04', 'Pull'],
  ] as const)
    await aWorkoutOn(api, day, name, [{ movementId, reps: Number(day) }])
  const proposals = (await api.get('/v1/routines/proposals')).json().items
  expect(proposals).toMatchObject([
    { name: 'Push', performed: 3, lastPerformedAt: '2026-02-05T17:00:00.000Z', items: [{ movementId, sets: [{ repLow: 4, repHigh: 6 }] }] },
  ])
  await api.post('/v1/routines', { name: 'PUSH', items: [] })
  expect((await api.get('/v1/routines/proposals')).json().items).toEqual([])
})

test('today is the routine after the one last done, and after the last comes the first', async ({ api }) => {
  const ids: string[] = []
  for (const name of ['A', 'B', 'C']) ids.push((await api.post('/v1/routines', { name, items: [] })).json().id)
  expect((await api.get('/v1/today')).json()).toMatchObject({ basis: 'next_routine', name: 'A' })
  await aWorkoutOn(api, '10', 'B', [], ids[1])
  expect((await api.get('/v1/today')).json()).toMatchObject({ basis: 'next_routine', name: 'C', routineId: ids[2] })
  await aWorkoutOn(api, '11', 'C', [], ids[2])
  expect((await api.get('/v1/today')).json()).toMatchObject({ basis: 'next_routine', name: 'A' })
})

test('without routines today is the last workout again, and before any workout an empty one', async ({ api, ctx }) => {
  expect((await api.get('/v1/today')).json()).toEqual({ basis: 'empty', name: 'Evening workout', items: [] })
  const movementId = await aMovement(ctx)
  await aWorkoutOn(api, '10', 'Legs', [{ movementId }])
  expect((await api.get('/v1/today')).json()).toMatchObject({ basis: 'repeat_last', name: 'Legs', items: [{ movementId }] })
})
