import { library } from '@gymgenius/catalog'
import type { Import } from '@gymgenius/contracts'
import { anAthlete, aMovement } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'
import type { Caller } from '../../testing/test.ts'
import { committed, previewed } from './imports.testing.ts'

interface SetOut {
  readonly [field: string]: unknown
}

/** A workout with something of everything, one of whose movements no library knows. */
async function aHistory(api: Caller, movements: { squat: string; own: string }): Promise<void> {
  const span = {
    startedAt: '2026-02-01T17:00:00Z',
    endedAt: '2026-02-01T18:00:00Z',
    name: '=Legs',
    note: 'felt "good"; tired',
    sessionRpe: 7.5,
  }
  const { id: workoutId } = (await api.post('/v1/workouts', span)).json()
  const at = (minute: number) => ({ workoutId, performedAt: `2026-02-01T17:${String(minute).padStart(2, '0')}:07.250Z` })
  const { squat: movementId, own } = movements
  await api.post('/v1/sets', { ...at(2), movementId, loadKg: 60, reps: 5, kind: 'warm_up' })
  await api.post('/v1/sets', { ...at(6), movementId, loadKg: 102.5, reps: 5, rir: 1.5, restSeconds: 90, note: '-2 kg next time\nslow' })
  await api.post('/v1/sets', { ...at(9), movementId, loadKg: 61.2349699, reps: 8, rpe: 8 })
  await api.post('/v1/sets', { ...at(12), movementId, loadKg: 102.5, reps: 0, rir: 0, toFailure: true })
  await api.post('/v1/sets', { ...at(20), movementId: own, loadKg: 20, reps: 12, kind: 'drop', rir: 2, superset: 0 })
  const parts = [
    { loadKg: 50, reps: 6, restSeconds: 15 },
    { loadKg: 40, reps: 4 },
  ]
  await api.post('/v1/sets', { ...at(22), movementId, loadKg: 60, reps: 10, kind: 'rest_pause', parts, tempo: '3-1-X-0' })
  await api.post('/v1/sets', { ...at(25), movementId: own, loadKg: 0, durationSeconds: 45, distanceMeters: 30.5 })
}

/** The sets of an account as the complete export has them, without what differs from house to house. */
async function setsOut(api: Caller): Promise<SetOut[]> {
  const { workouts } = (await api.get('/v1/export')).json().logging
  return workouts.flatMap(({ startedAt, endedAt, name, note, sessionRpe, sets }: SetOut & { sets: SetOut[] }) =>
    sets.map(({ id: _id, workoutId: _workout, movementId: _movement, position: _position, ...set }) => ({
      ...set,
      workout: { startedAt, endedAt, name, note, sessionRpe },
    })),
  )
}

const without = (set: SetOut, ...fields: string[]) => Object.fromEntries(Object.entries(set).filter(([field]) => !fields.includes(field)))
const words = (entries: { id: string }[]) => entries.map(({ id: _id, ...said }) => said)

/** Only our own form says how hard a workout was as a whole. */
const unrated = (set: SetOut) => ({ ...set, workout: without(set['workout'] as SetOut, 'sessionRpe') })
const asRpe = (set: SetOut) => (typeof set['rir'] === 'number' ? { ...set, effortScale: 'rpe', rpe: 10 - set['rir'] } : set)

/** What each form cannot carry; everything else arrives as it left. */
const losses: Readonly<Record<string, { readonly format: Import['format']; readonly arrives: (set: SetOut) => SetOut }>> = {
  json: { format: 'gymgenius', arrives: (set) => set },
  csv: {
    format: 'gymgenius',
    arrives: (said) => {
      const set: SetOut = unrated(said)
      return typeof set['rir'] === 'number' ? { ...without(set, 'rpe'), effortScale: 'rir' } : set
    },
  },
  openweight: { format: 'openweight', arrives: (set) => unrated(set['rir'] === 1.5 ? asRpe(set) : set) },
  strong: {
    format: 'strong',
    arrives: (said) => {
      const set: SetOut = {
        ...without(asRpe(unrated(said)), 'performedAt', 'restSeconds', 'parts', 'tempo', 'superset'),
        kind: said['kind'] === 'rest_pause' ? 'working' : said['kind'],
      }
      const workout = { ...(set['workout'] as SetOut), name: "'=Legs" } // a spreadsheet must not run it
      return {
        ...(set['reps'] === undefined ? without(set, 'loadKg') : set),
        workout,
        ...(typeof set['note'] === 'string' ? { note: `'${set['note']}` } : {}),
      }
    },
  },
}

test.for(Object.keys(losses))(
  'what leaves as %s arrives in a fresh account as the same sets, as far as the form can carry them',
  async (form, { api, ctx }) => {
    await ctx.db.updateTable('athlete').set({ time_zone: 'America/New_York' }).where('id', '=', api.athleteId).execute()
    const squat = await aMovement(ctx, { name: 'Test Squat' })
    const own = await aMovement(ctx, { athleteId: api.athleteId, name: 'Zercher, "deep"' })
    await aHistory(api, { squat, own })
    const file = (await api.get(`/v1/export?format=${form}`)).payload

    const fresh = api.as(await anAthlete(ctx))
    await ctx.db.updateTable('athlete').set({ time_zone: 'America/New_York' }).where('id', '=', fresh.athleteId).execute()
    const done = await committed(fresh, file)
    const { format, arrives } = losses[form]!
    expect(done).toMatchObject({ format, status: 'committed', unit: 'kg', unitFrom: 'file', sets: 7, notUnderstood: [] })

    const [left, arrived] = [await setsOut(api), await setsOut(fresh)]
    const shape = form === 'strong' ? (set: SetOut) => without(set, 'performedAt') : (set: SetOut) => set
    expect(arrived.map(shape)).toEqual(left.map((set) => expect.objectContaining(arrives(set))))
    expect(arrived).toHaveLength(7)
    expect(await committed(fresh, file)).toMatchObject({ sets: 7, duplicates: 7 })
  },
)

test('no form of the export holds anything of another lifter', async ({ api, ctx }) => {
  const squat = await aMovement(ctx, { name: 'Test Squat' })
  await aHistory(api, { squat, own: squat })
  const stranger = api.as(await anAthlete(ctx))
  for (const form of Object.keys(losses)) expect((await stranger.get(`/v1/export?format=${form}`)).payload).not.toContain('Legs')
})

test('every recommendation leaves with its reasons, however many there are', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  const made = Array.from({ length: 1100 }, (_, i) => ({
    id: `01960000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    athlete_id: api.athleteId,
    movement_id: movementId,
    made_at: new Date(Date.UTC(2026, 0, 1) + Math.floor(i / 3) * 1000),
    target: '{}',
    prescription: `{"reasons":[{"code":"n${i}"}]}`,
    snapshot: '{}',
    engine_version: 'test',
  }))
  await ctx.db.insertInto('recommendation').values(made).execute()
  const { recommendations } = (await api.get('/v1/export')).json().prescription
  expect(new Set(recommendations.map(({ id }: { id: string }) => id)).size).toBe(1100)
  expect(recommendations[0].prescription.reasons).toHaveLength(1)
})

test('routines, gyms, rules and movements of one’s own come along, once, and an undo takes them back', async ({ api, ctx }) => {
  const squat = library().movements.find(({ name }) => name === 'Squat (Barbell)')!.id
  const own = (
    await api.post('/v1/movements', {
      name: 'Zercher Thing',
      pattern: 'carry',
      muscles: [{ muscle: 'glutes', role: 'prime_mover', share: 1 }],
      equipment: 'sled',
      laterality: 'bilateral',
      loadKind: 'external',
      baseId: squat,
    })
  ).json().id
  await aHistory(api, { squat, own: squat })
  const sets = [{ kind: 'working', repLow: 5, repHigh: 8, rir: 2 }]
  await api.post('/v1/routines', { name: 'Legs', items: [squat, own].map((movementId) => ({ movementId, sets })) })
  await api.post('/v1/gyms', {
    name: 'Cellar',
    items: [{ id: 'a', kind: 'bar', equipment: 'barbell', unit: 'kg', weightKg: 20, movementIds: [own] }],
  })
  await api.put(`/v1/rules/movements/${own}`, { rule: 'hard_no' })
  await api.put(`/v1/favourites/${squat}`)
  const noted = { at: '2026-02-01T07:00:00.000Z', source: 'whoop', note: 'a late night' } as const
  await api.post('/v1/logs/recovery', { ...noted, sleepHours: 5.5, fatigue: 4 })
  await api.post('/v1/body-weights', { ...noted, source: 'manual', weightKg: 80.3 })
  await api.post('/v1/activities/definitions', { name: 'Stairs', metrics: ['durationSeconds'] })
  const file = (await api.get('/v1/export')).payload

  const fresh = api.as(await anAthlete(ctx))
  const done = await committed(fresh, file)
  expect(done).toMatchObject({ also: { movements: 1, routines: 1, gyms: 1, rules: 2, diary: 3 }, notUnderstood: [] })
  const theirs = (await fresh.get('/v1/export')).json()
  expect(words(theirs.diary.entries)).toEqual(words(JSON.parse(file).diary.entries))
  const [movement] = theirs.movements.movements
  expect(movement).toMatchObject({
    name: 'Zercher Thing',
    pattern: 'carry',
    equipment: 'sled',
    muscles: [{ muscle: 'glutes' }],
    baseId: squat,
  })
  expect(movement.id).not.toBe(own)
  expect(theirs.logging.routines).toMatchObject([
    {
      name: 'Legs',
      items: [
        { movementId: squat, sets },
        { movementId: movement.id, sets },
      ],
    },
  ])
  expect(theirs.equipment.gyms).toMatchObject([{ name: 'Cellar', items: [{ weightKg: 20, movementIds: [movement.id] }] }])
  expect(theirs.movements).toMatchObject({
    movementRules: [{ movementId: movement.id, rule: 'hard_no' }],
    favourites: [{ movementId: squat }],
  })

  const nobodys = {
    ...JSON.parse(file),
    movements: { movementRules: [{ movementId: '01960000-0000-7000-8000-00000000dead', rule: 'hard_no' }] },
  }
  expect((await committed(fresh, JSON.stringify(nobodys))).notUnderstood).toMatchObject([{ code: 'not_kept' }])

  const again = await committed(fresh, file)
  expect((await fresh.get('/v1/routines')).json().items).toHaveLength(1)
  expect((await fresh.get('/v1/export')).json().diary.entries).toHaveLength(3)
  await fresh.delete(`/v1/imports/${again.id}`)
  expect((await fresh.get('/v1/gyms')).json().items).toHaveLength(1)
  await fresh.delete(`/v1/imports/${done.id}`)
  expect((await fresh.get('/v1/routines')).json().items).toEqual([])
  expect((await fresh.get('/v1/gyms')).json().items).toEqual([])
  const left = (await fresh.get('/v1/export')).json()
  expect(left.diary.entries).toEqual([])
  expect(left.movements).toMatchObject({ movementRules: [], favourites: [], movements: [] })
})

test('settings of our own export are shown where they differ and taken over only when that is said; pains that still hurt come along', async ({
  api,
  ctx,
}) => {
  const squat = library().movements.find(({ name }) => name === 'Squat (Barbell)')!.id
  await aHistory(api, { squat, own: squat })
  await api.patch('/v1/settings', { unit: 'lb', effortScale: 'rpe', timeZone: 'America/New_York', bodyMassKg: 82.5 })
  const pain = { severity: 'moderate', excludedMovementIds: [squat] }
  const inDays = (days: number) => new Date(ctx.clock.now() + days * 86_400_000).toISOString()
  await api.post('/v1/constraints', { ...pain, joint: 'knee', until: inDays(30) })
  await api.post('/v1/constraints', { ...pain, joint: 'elbow', until: inDays(1) })
  const file = (await api.get('/v1/export')).payload
  ctx.clock.advance(2 * 86_400_000) // the elbow is well again

  const fresh = api.as(await anAthlete(ctx))
  const before = (await fresh.get('/v1/settings')).json()
  const asked = { unit: 'lb', effortScale: 'rpe', timeZone: 'America/New_York', bodyMassKg: 82.5 }
  const preview = await previewed(fresh, file)
  expect(preview.also).toMatchObject({ pains: 1, settings: asked })
  expect(Object.keys(preview.also!.settings!).sort()).toEqual(Object.keys(asked).sort())

  await fresh.post(`/v1/imports/${preview.id}/commit`, {})
  expect((await fresh.get('/v1/settings')).json()).toEqual(before)
  const hurts = async () => (await fresh.get('/v1/constraints')).json().items
  expect(await hurts()).toMatchObject([{ joint: 'knee', severity: 'moderate', excludedMovementIds: [squat] }])

  const again = await previewed(fresh, file)
  await fresh.post(`/v1/imports/${again.id}/commit`, { settings: true })
  expect((await fresh.get('/v1/settings')).json()).toEqual({ ...before, ...asked })
  expect(await hurts()).toHaveLength(1)
  expect((await previewed(fresh, file)).also).not.toHaveProperty('settings')

  const bent = JSON.parse(file)
  bent.accounts.settings = { unit: 'stone', timeZone: 'Mars/Olympus', bodyMassKg: -4, goalStrength: 0.75, colour: 'red' }
  bent.movements.painConstraints = [{ joint: 'knee' }, null, 7]
  expect((await previewed(fresh, JSON.stringify(bent))).also).toMatchObject({ settings: { goalStrength: 0.75 } })
})

test('a routine and a gym that were changed or trained since they came in stay when the import is taken back', async ({ api, ctx }) => {
  const squat = library().movements.find(({ name }) => name === 'Squat (Barbell)')!.id
  const items = [{ movementId: squat, sets: [{ kind: 'working', repLow: 5, repHigh: 8, rir: 2 }] }]
  for (const name of ['Changed', 'Trained', 'Untouched']) await api.post('/v1/routines', { name, items })
  for (const name of ['Cellar', 'Garage']) await api.post('/v1/gyms', { name, items: [] })
  await aHistory(api, { squat, own: squat })
  const fresh = api.as(await anAthlete(ctx))
  const { id } = await committed(fresh, (await api.get('/v1/export')).payload)
  const [changed, trained] = (await fresh.get('/v1/routines')).json().items
  const cellar = (await fresh.get('/v1/gyms')).json().items.find(({ name }: { name: string }) => name === 'Cellar')

  ctx.clock.advance(60_000)
  expect((await fresh.patch(`/v1/routines/${changed.id}`, { name: 'Mine now' })).statusCode).toBe(200)
  expect((await fresh.post('/v1/workouts', { routineId: trained.id })).statusCode).toBe(201)
  expect(
    (await fresh.put(`/v1/gyms/${cellar.id}`, { name: 'Cellar', items: [], hasTheRest: true, chosenAt: '2026-03-02T18:00:00Z' }))
      .statusCode,
  ).toBe(200)
  await fresh.delete(`/v1/imports/${id}`)
  const names = async (url: string) => (await fresh.get(url)).json().items.map(({ name }: { name: string }) => name)
  expect(await names('/v1/routines')).toEqual(['Mine now', 'Trained'])
  expect(await names('/v1/gyms')).toEqual(['Cellar'])
})

test('rules, hearts, pains and settings that came with an import go with it, but for what was said anew since', async ({ api, ctx }) => {
  const [squat, bench, row] = ['Squat (Barbell)', 'Bench Press (Barbell)', 'Bent Over Row (Barbell)'].map(
    (name) => library().movements.find((movement) => movement.name === name)!.id,
  )
  await aHistory(api, { squat: squat!, own: squat! })
  for (const movementId of [squat, bench]) await api.put(`/v1/rules/movements/${movementId}`, { rule: 'hard_no' })
  for (const movementId of [squat, row]) await api.put(`/v1/favourites/${movementId}`)
  const until = new Date(ctx.clock.now() + 30 * 86_400_000).toISOString()
  for (const joint of ['knee', 'elbow']) await api.post('/v1/constraints', { joint, severity: 'moderate', until })
  await api.patch('/v1/settings', { unit: 'lb', effortScale: 'rpe', bodyMassKg: 82.5 })
  const file = (await api.get('/v1/export')).payload

  const fresh = api.as(await anAthlete(ctx))
  await fresh.put(`/v1/favourites/${row}`) // said here before
  const before = (await fresh.get('/v1/settings')).json()
  const { id } = await previewed(fresh, file)
  await fresh.post(`/v1/imports/${id}/commit`, { settings: true })
  expect((await fresh.get('/v1/settings')).json()).toMatchObject({ unit: 'lb', effortScale: 'rpe', bodyMassKg: 82.5 })

  ctx.clock.advance(60_000)
  await fresh.put(`/v1/rules/movements/${bench}`, { rule: 'preferred' })
  const pains = (await fresh.get('/v1/constraints')).json().items
  const elbow = pains.find(({ joint }: { joint: string }) => joint === 'elbow')
  await fresh.patch(`/v1/constraints/${elbow.id}`, { severity: 'severe' })
  await fresh.patch('/v1/settings', { effortScale: 'rir', goalStrength: 0.75 })
  await fresh.delete(`/v1/imports/${id}`)

  const { movements } = (await fresh.get('/v1/export')).json()
  expect(movements.movementRules).toEqual([{ movementId: bench, rule: 'preferred' }])
  expect(movements.favourites).toMatchObject([{ movementId: row }])
  expect(movements.painConstraints).toMatchObject([{ joint: 'elbow', severity: 'severe' }])
  expect((await fresh.get('/v1/settings')).json()).toEqual({ ...before, effortScale: 'rir', goalStrength: 0.75 })
})
