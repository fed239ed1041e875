import { setKinds } from '@gymgenius/domain'
import { aMovement } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'

const bench = { loadKg: 80, reps: 8, rir: 1 }
const drops = [
  { loadKg: 60, reps: 6 },
  { loadKg: 40, reps: 9, restSeconds: 15 },
]

test('a drop set is one set with its parts, and all of it counts as volume', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const first = await api.post('/v1/sets', {
    movementId,
    ...bench,
    kind: 'drop_chain',
    parts: drops.slice(0, 1),
    tempo: '3-1-X-0',
    superset: 2,
  })
  expect(first.json()).toMatchObject({ kind: 'drop_chain', parts: drops.slice(0, 1), tempo: '3-1-X-0', superset: 2 })

  const grown = await api.patch(`/v1/sets/${first.json().id}`, { parts: drops })
  expect(grown.json()).toMatchObject({ ...bench, parts: drops })
  const workout = (await api.get(`/v1/workouts/${first.json().workoutId}`)).json()
  expect(workout).toMatchObject({ setCount: 1, tonnageKg: 80 * 8 + 60 * 6 + 40 * 9 })

  const plain = await api.patch(`/v1/sets/${first.json().id}`, { parts: null, tempo: null, superset: null })
  for (const field of ['parts', 'tempo', 'superset']) expect(plain.json()).not.toHaveProperty(field)
})

test('every kind of set can be logged, and leaves the house as CSV under its own name', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  for (const kind of setKinds) expect((await api.post('/v1/sets', { movementId, ...bench, kind, parts: drops })).statusCode).toBe(201)
  const { payload } = await api.get('/v1/export?format=csv')
  for (const kind of setKinds) expect(payload).toContain(`Z,${kind},60x6 40x9@15,\r\n`)
})

test.for([
  [{ tempo: 'slow' }, '/tempo', 'invalid_tempo'],
  [{ parts: [{ loadKg: 60, reps: -1 }] }, '/parts/0/reps', 'out_of_range'],
  [{ kind: 'pyramid' }, '/kind', 'validation_failed'],
] as const)('a set with %j is refused', async ([wrong, pointer, code], { api, ctx }) => {
  const reply = await api.post('/v1/sets', { movementId: await aMovement(ctx), ...bench, ...wrong })
  expect([reply.statusCode, reply.json().facts.errors]).toMatchObject([422, [{ pointer, code }]])
})

test('what is done with help, one way only, tired or in pieces changes no advice; a top set does', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  for (let day = 1; day <= 3; day++) await api.post('/v1/sets', { movementId, ...bench, performedAt: `2026-02-2${day}T17:00:00Z` })
  const ask = async () => (await api.post('/v1/recommendations', { movementId, setNumber: 1 })).json()
  const before = await ask()
  for (const kind of ['drop', 'cluster', 'negative', 'assisted', 'per_side', 'circuit'])
    await api.post('/v1/sets', { movementId, kind, loadKg: 140, reps: 12, rir: 0, performedAt: '2026-02-26T17:00:00Z' })
  expect((await ask()).loadKg).toBe(before.loadKg)

  await api.post('/v1/sets', {
    movementId,
    kind: 'drop_chain',
    ...bench,
    parts: [{ loadKg: 300, reps: 20 }],
    performedAt: '2026-02-27T17:00:00Z',
  })
  expect((await ask()).loadKg).toBeLessThan(before.loadKg * 1.1)
  await api.post('/v1/sets', { movementId, kind: 'top', loadKg: 140, reps: 8, rir: 1, performedAt: '2026-02-28T17:00:00Z' })
  expect((await ask()).loadKg).toBeGreaterThan(before.loadKg)
})
