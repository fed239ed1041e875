import { DAY_MS, type MovementId } from '@gymgenius/domain'
import { aMovement, anAthlete } from '../../testing/builders.ts'
import { aPhone } from '../../testing/device.ts'
import { uuid } from '../../testing/ids.ts'
import { type Caller, expect, test } from '../../testing/test.ts'

const ago = (api: Caller, ms: number) => new Date(api.app.ctx.clock.now() - ms).toISOString()

async function ofTheirs(api: Caller, said: object): Promise<MovementId> {
  const about = { name: `Mine ${JSON.stringify(said).length}`, equipment: 'barbell', laterality: 'bilateral', loadKind: 'external' }
  return (await api.post('/v1/movements', { ...about, ...said })).json().id
}

async function benched(api: Caller, movementId: MovementId, daysAgo: number) {
  const set = { movementId, loadKg: 100, reps: 7, rir: 2, performedAt: ago(api, daysAgo * DAY_MS) }
  expect((await api.post('/v1/sets', set)).statusCode).toBe(201)
}

const advice = async (api: Caller, movementId: MovementId) =>
  (await api.post('/v1/recommendations', { movementId, setNumber: 1, repLow: 6, repHigh: 8, rir: 2 })).json()

test('a bad night lowers the next load by at most 7 %, and Why says so', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await benched(api, movementId, 4)
  const usual = await advice(api, movementId)
  await api.post('/v1/logs/recovery', { sleepHours: 1, sleepQuality: 1, fatigue: 5, stress: 5 })
  const tired = await advice(api, movementId)
  expect(tired.exactLoadKg).toBeLessThan(usual.exactLoadKg * 0.97)
  expect(tired.exactLoadKg).toBeGreaterThanOrEqual(usual.exactLoadKg * 0.93 - 0.01)
  expect(tired.explanation).toMatch(/form is read as \d(\.\d)? % below usual/)
  const { percent } = tired.reasons.find(({ code }: { code: string }) => code === 'readiness')
  expect(percent).toBeGreaterThanOrEqual(-7.0001)
})

test('a night that is long past says nothing of today, and what is usual for a lifter is no bad night', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  await benched(api, movementId, 4)
  const usual = await advice(api, movementId)
  await api.post('/v1/logs/recovery', { at: ago(api, DAY_MS), sleepHours: 1, fatigue: 5 })
  expect((await advice(api, movementId)).loadKg).toBe(usual.loadKg)
  for (let day = 2; day < 40; day++) await api.post('/v1/logs/recovery', { at: ago(api, day * DAY_MS), sleepHours: 6 })
  await api.post('/v1/logs/recovery', { sleepHours: 6 })
  const { percent = 0 } = (await advice(api, movementId)).reasons.find(({ code }: { code: string }) => code === 'readiness') ?? {}
  expect(Math.abs(percent)).toBeLessThan(0.3)
})

test('sore legs make the squat lighter and leave the bench press alone', async ({ api }) => {
  const squat = await ofTheirs(api, { pattern: 'squat', muscles: [{ muscle: 'quadriceps', role: 'prime_mover', share: 1 }] })
  const bench = await ofTheirs(api, { pattern: 'horizontal_push', muscles: [{ muscle: 'chest', role: 'prime_mover', share: 1 }] })
  for (const movementId of [squat, bench]) await benched(api, movementId, 4)
  const before = [await advice(api, squat), await advice(api, bench)]
  await api.post('/v1/logs/soreness', { levels: { quadriceps: 4, glutes: 3 } })
  expect((await advice(api, squat)).exactLoadKg).toBeLessThan(before[0].exactLoadKg)
  expect((await advice(api, bench)).loadKg).toBe(before[1].loadKg)
})

const weights = (reply: { items: { weightKg: number }[] }) => reply.items.map(({ weightKg }) => weightKg)

test('entries are listed newest first, in a range and by pages, and can be said anew and deleted', async ({ api }) => {
  const id = uuid(0x77)
  for (let day = 1; day <= 5; day++) await api.post('/v1/body-weights', { weightKg: 80 + day, at: ago(api, day * DAY_MS) })
  const made = await api.post('/v1/body-weights', { id, weightKg: 79.2, source: 'garmin', note: 'after a run' })
  expect(made.json()).toEqual({ id, at: '2026-03-02T18:00:00.000Z', source: 'garmin', note: 'after a run', weightKg: 79.2 })
  expect((await api.post('/v1/body-weights', { id, weightKg: 79.2, source: 'garmin', note: 'after a run' })).statusCode).toBe(201)
  expect((await api.post('/v1/body-weights', { id, weightKg: 79 })).json()).toMatchObject({ code: 'logging.id_taken' })
  const first = (await api.get('/v1/body-weights?limit=4')).json()
  expect(weights(first)).toEqual([79.2, 81, 82, 83])
  expect(weights((await api.get(`/v1/body-weights?limit=4&cursor=${first.nextCursor}`)).json())).toEqual([84, 85])
  expect(weights((await api.get(`/v1/body-weights?from=${ago(api, 3 * DAY_MS)}&to=${ago(api, 2 * DAY_MS)}`)).json())).toEqual([82, 83])
  expect((await api.put(`/v1/body-weights/${id}`, { weightKg: 79.4 })).json()).toEqual({
    id,
    at: '2026-03-02T18:00:00.000Z',
    source: 'garmin',
    weightKg: 79.4,
  })
  expect((await api.put(`/v1/logs/soreness/${id}`, { levels: { chest: 1 } })).json()).toMatchObject({ code: 'diary.entry_not_found' })
  expect((await api.delete(`/v1/body-weights/${id}`)).statusCode).toBe(204)
  expect((await api.put(`/v1/body-weights/${id}`, { weightKg: 79 })).statusCode).toBe(404)
  expect(weights((await api.as(await anAthlete(api.app.ctx)).get('/v1/body-weights')).json())).toEqual([])
})

test('what everybody does can be logged by name, and an activity of one’s own says what is asked of it', async ({ api }) => {
  const own = (await api.post('/activities/definitions', { name: 'Stairs', metrics: ['durationSeconds', 'effort'] })).json()
  const { items } = (await api.get('/v1/activities/definitions')).json()
  expect(items[0]).toEqual({ id: own.id, name: 'Stairs', metrics: ['durationSeconds', 'effort'] })
  expect(items[1]).toEqual({ key: 'run', name: 'Run', metrics: ['durationSeconds', 'distanceMeters', 'effort'] })
  const run = { activity: 'run', durationSeconds: 1520, distanceMeters: 5000, effort: 7.5 }
  expect((await api.post('/activities', run)).json()).toMatchObject(run)
  expect((await api.get('/logs/custom')).json().items).toHaveLength(1)
  expect((await api.delete(`/v1/activities/definitions/${own.id}`)).statusCode).toBe(204)
})

test.for([
  ['/v1/body-weights', { weightKg: -80 }, '/weightKg'],
  ['/v1/body-weights', { weightKg: '80' }, '/weightKg'],
  ['/v1/body-weights', { weightKg: 5000 }, '/weightKg'],
  ['/v1/body-weights', { weightKg: 80, source: 'a stranger' }, '/source'],
  ['/v1/body-weights', { weightKg: 80, at: '2026-02-30T10:00:00Z' }, '/at'],
  ['/v1/logs/soreness', {}, '/levels'],
  ['/v1/logs/soreness', { levels: { quadriceps: 5 } }, '/levels/quadriceps'],
  ['/v1/logs/soreness', { levels: { tail: 1 } }, '/levels/tail'],
  ['/v1/logs/recovery', { sleepHours: 25 }, '/sleepHours'],
  ['/v1/logs/recovery', { fatigue: 2.5 }, '/fatigue'],
  ['/v1/logs/custom', { activity: ' ' }, '/activity'],
  ['/v1/logs/custom', { activity: 'run', durationSeconds: -1 }, '/durationSeconds'],
  ['/v1/activities/definitions', { name: 'Stairs', metrics: ['joy'] }, '/metrics/0'],
] as const)('%s refuses %j and keeps nothing', async ([path, body, pointer], { api }) => {
  const reply = await api.post(path, body)
  expect(reply.json()).toMatchObject({
    status: 422,
    code: 'request.invalid',
    facts: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) },
  })
  expect((await api.get('/v1/export')).json().diary.entries).toEqual([])
})

test('what a phone noted without a network arrives, is edited and deleted, and another phone hears of it', async ({ api, ctx }) => {
  const phone = aPhone(1, () => ctx.clock.now())
  const id = uuid(0x55)
  const push = async (...ops: object[]) =>
    (await api.post('/v1/sync', { ops })).json().results.map(({ outcome, code }: { outcome: string; code?: string }) => code ?? outcome)
  const pulled = async () => (await api.get('/v1/sync')).json().diary
  const at = '2026-03-02T06:30:00.000Z'
  const put = { kind: 'recovery', at, sleepHours: 7, fatigue: 2 }
  expect(await push(phone.op({ entity: 'diary', id, kind: 'put', fields: put }))).toEqual(['applied'])
  expect(await pulled()).toEqual([{ id, kind: 'recovery', at, source: 'manual', sleepHours: 7, fatigue: 2 }])
  expect(await push(phone.op({ entity: 'diary', id, kind: 'patch', fields: { sleepHours: 6, note: 'woke twice' } }))).toEqual(['applied'])
  expect(await pulled()).toMatchObject([{ sleepHours: 6, fatigue: 2, note: 'woke twice' }])
  expect(await push(phone.op({ entity: 'diary', id, kind: 'patch', fields: { weightKg: 80 } }))).toEqual(['request.invalid'])
  expect(await push(phone.op({ entity: 'diary', id: uuid(0x56), kind: 'put', fields: { kind: 'body_weight' } }))).toEqual([
    'request.invalid',
  ])
  expect(await push(phone.op({ entity: 'diary', id, kind: 'delete' }))).toEqual(['applied'])
  expect(await pulled()).toEqual([{ id, deleted: true }])
  expect(await push(phone.op({ entity: 'diary', id, kind: 'patch', fields: { fatigue: 1 } }))).toEqual(['diary.entry_not_found'])
})
