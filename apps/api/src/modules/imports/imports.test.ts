import { library } from '@gymgenius/catalog'
import type { ImportId, MovementId } from '@gymgenius/domain'
import { sql } from 'kysely'
import { anAthlete } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'
import { visibleRows } from '../../testing/visible-rows.ts'
import { recentSets, undoImportedWorkouts } from '../logging/index.ts'
import { writeImport } from './commit.service.ts'
import { finishUndo } from './undo.service.ts'
import { forgetUndecided } from './imports.service.ts'
import { committed, previewed, setsIn, strong, upload } from './imports.testing.ts'
import { lines, STRONG } from './formats/testing.ts'

const ofLibrary = (name: string) => library().movements.find((movement) => movement.name === name)!.id
const url = (id: string) => `/v1/imports/${id}`

test('a lifter sees what a file holds before anything of it is kept', async ({ api, ctx }) => {
  const squat = ofLibrary('Squat (Barbell)')
  const before = await visibleRows(ctx, api.athleteId)

  const reply = await upload(api, strong({}, { order: 2, reps: 4 }, { movement: 'Zercher Thing', day: 2 }, { order: 3, load: 5000 }), {
    unit: 'kg',
  })
  expect(reply.statusCode).toBe(201)
  expect(reply.json()).toMatchObject({
    format: 'strong',
    status: 'previewed',
    fileName: 'export.csv',
    unit: 'kg',
    unitFrom: 'request',
    workouts: 2,
    sets: 4,
    duplicates: 0,
    skippedRows: 0,
    counts: 'lines',
    firstAt: '2025-05-01T17:05:06.000Z',
    lastAt: '2025-05-02T17:05:06.000Z',
    notUnderstood: [{ line: 5, code: 'implausible_load' }],
    notUnderstoodCount: 1,
    movements: [
      { name: 'Squat (Barbell)', movementId: squat, movementName: 'Squat (Barbell)', confidence: 1, sets: 3 },
      { name: 'Zercher Thing', confidence: 0, sets: 1 },
    ],
  })
  expect(await visibleRows(ctx, api.athleteId)).toEqual({ ...before, import_file: 1 })
})

test('a kept file is in the log, with movements of its own for the names nobody knew', async ({ api, ctx }) => {
  const { id } = await previewed(api, strong({ order: 'W', load: 60 }, { order: 'F' }, { movement: 'Zercher Thing', day: 2 }), {
    unit: 'kg',
  })
  const reply = await api.post(`${url(id)}/commit`)
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toMatchObject({ id, status: 'committed', sets: 3 })
  expect(await setsIn(ctx, api.athleteId)).toMatchObject([
    { workout: 'Legs', movement: 'Squat (Barbell)', kind: 'warm_up', load_kg: 60, reps: 5, rir: null, to_failure: false },
    { workout: 'Legs', movement: 'Squat (Barbell)', kind: 'working', load_kg: 100, reps: 5, rir: 0, to_failure: true },
    { workout: 'Legs', movement: 'Zercher Thing', kind: 'working', load_kg: 100, reps: 5 },
  ])
})

test('a set whose load nobody lifts is kept without it, and counts for nothing until the lifter says what it was', async ({ api, ctx }) => {
  await committed(api, strong({}, { order: 2, load: 5000, reps: 4 }), { unit: 'kg' })
  const [workout] = (await api.get('/v1/workouts')).json().items
  const { sets } = (await api.get(`/v1/workouts/${workout.id}`)).json()
  expect(sets[1]).toMatchObject({ reps: 4, note: 'The file says 5000 kg', needsConfirmation: true })
  expect(sets[1]).not.toHaveProperty('loadKg')
  const squat = ofLibrary('Squat (Barbell)')
  const counted = () => recentSets(ctx, api.athleteId, squat as MovementId)
  expect(await counted()).toHaveLength(1)
  await api.patch(`/v1/sets/${sets[1].id}`, { loadKg: 50, performedAt: sets[1].performedAt })
  expect(await counted()).toHaveLength(2)
})

test('clock times are those of the lifter, wherever the server stands', async ({ api, ctx }) => {
  await ctx.db.updateTable('athlete').set({ time_zone: 'America/New_York' }).where('id', '=', api.athleteId).execute()
  expect(await previewed(api, strong({}))).toMatchObject({ firstAt: '2025-05-01T21:05:06.000Z' })
})

test('a commit asked twice keeps the file once', async ({ api, ctx }) => {
  const { id } = await previewed(api, strong({}, { day: 2 }))
  await api.post(`${url(id)}/commit`)
  expect((await api.post(`${url(id)}/commit`)).json()).toMatchObject({ status: 'committed' })
  await writeImport(ctx, api.athleteId, id)
  expect(await setsIn(ctx, api.athleteId)).toHaveLength(2)
})

test('a file sent twice is one preview, and its unit can be said the second time', async ({ api }) => {
  const first = await previewed(api, strong({}))
  const second = await previewed(api, strong({}), { unit: 'lb' })
  expect(first).toMatchObject({ unit: 'kg', unitFrom: 'settings' })
  expect(second).toMatchObject({ id: first.id, unit: 'lb', unitFrom: 'request' })
  expect((await api.get('/v1/imports')).json().items).toHaveLength(1)
})

test('the same file again brings nothing new, and one that overlaps brings what is missing (B71)', async ({ api, ctx }) => {
  await committed(api, strong({}, { order: 2 }, { day: 2 }))
  expect(await committed(api, strong({}, { order: 2 }, { day: 2 }))).toMatchObject({ sets: 3, duplicates: 3, status: 'committed' })
  expect(await setsIn(ctx, api.athleteId)).toHaveLength(3)

  expect(await committed(api, strong({}, { order: 2 }, { order: 3, reps: 3 }, { day: 3 }))).toMatchObject({ sets: 4, duplicates: 2 })
  expect(await setsIn(ctx, api.athleteId)).toHaveLength(5)
  const workouts = await ctx.db.selectFrom('workout').select('id').where('athlete_id', '=', api.athleteId).execute()
  expect(workouts).toHaveLength(3)
})

test('two workouts of one minute are told apart, and each is known again', async ({ api, ctx }) => {
  const both = strong({ workout: 'A', load: 50 }, { workout: 'B', load: 60 })
  await committed(api, strong({ workout: 'B', load: 60 }))
  expect(await committed(api, both)).toMatchObject({ sets: 2, duplicates: 1 })
  expect(await committed(api, both)).toMatchObject({ sets: 2, duplicates: 2 })
  expect((await setsIn(ctx, api.athleteId)).map(({ workout, load_kg }) => [workout, load_kg]).sort()).toEqual([
    ['A', 50],
    ['B', 60],
  ])
})

test('a workout that another app exported to the minute is the same workout', async ({ api, ctx }) => {
  await committed(api, strong({}))
  const hevy = lines(
    'title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe',
    'Legs,"1 May 2025, 17:05","1 May 2025, 18:10",,Squat (Barbell),,,0,normal,100,5,,,',
  )
  expect(await previewed(api, hevy)).toMatchObject({ sets: 1, duplicates: 1 })
  expect(await setsIn(ctx, api.athleteId)).toHaveLength(1)
})

test('a name may be mapped to another movement than the one proposed, or to a new one', async ({ api }) => {
  const [squat, lunge] = [ofLibrary('Squat (Barbell)'), ofLibrary('Lunge (Barbell)')]
  const { id } = await previewed(api, strong({}, { movement: 'Ausfallschritt', day: 2 }))
  const reply = await api.post(`${url(id)}/commit`, { movements: { 'Squat (Barbell)': null, Ausfallschritt: lunge } })
  expect(reply.json().movements).toMatchObject([
    { name: 'Squat (Barbell)', movementName: 'Squat (Barbell)', confidence: 0 },
    { name: 'Ausfallschritt', movementId: lunge, movementName: 'Lunge (Barbell)' },
  ])
  expect(reply.json().movements[0].movementId).not.toBe(squat)
})

test('a movement of somebody else is as unknown as none', async ({ api, ctx }) => {
  const other = api.as(await anAthlete(ctx))
  const made = await other.post('/v1/movements', {
    name: 'Secret Lift',
    pattern: 'squat',
    equipment: 'barbell',
    laterality: 'bilateral',
    loadKind: 'external',
  })
  const theirs = made.json().id
  const { id } = await previewed(api, strong({}))
  const reply = await api.post(`${url(id)}/commit`, { movements: { 'Squat (Barbell)': theirs } })
  expect(reply.json()).toMatchObject({ status: 422, code: 'movements.unknown' })
  expect((await api.get(url(id))).json()).toMatchObject({ status: 'previewed' })
})

test('an import taken back leaves the log as it was, and can be taken back again', async ({ api, ctx }) => {
  await committed(api, strong({ day: 9, movement: 'Own Lift' }))
  const before = await visibleRows(ctx, api.athleteId)

  const { id } = await committed(api, strong({}, { order: 2 }, { day: 2, movement: 'Zercher Thing' }, { day: 9, movement: 'Own Lift' }))
  expect(await visibleRows(ctx, api.athleteId)).not.toEqual(before)
  expect((await api.delete(url(id))).statusCode).toBe(204)
  expect(await visibleRows(ctx, api.athleteId)).toEqual(before)
  expect((await api.delete(url(id))).statusCode).toBe(204)
  expect((await api.get(url(id))).json()).toMatchObject({ status: 'undone' })
  expect((await api.post(`${url(id)}/commit`)).json()).toMatchObject({ status: 409, code: 'imports.not_ready' })
})

test('a large import is taken back in the background, says how far it is, and goes on where it broke off', async ({ api, ctx }) => {
  const rows = [1, 2, 3, 4].flatMap((day) => Array.from({ length: 30 }, (_, i) => ({ day, order: i + 1 })))
  const { id } = await committed(api, strong(...rows))
  await ctx.db
    .updateTable('import')
    .set({ preview: sql`jsonb_set(preview, '{sets}', '6000')` })
    .where('id', '=', id)
    .execute()
  expect((await api.delete(url(id))).statusCode).toBe(202)
  expect((await api.get(url(id))).json()).toMatchObject({ status: 'undoing', progress: 0 })
  expect((await api.post(`${url(id)}/commit`)).json()).toMatchObject({ status: 409, code: 'imports.not_ready' })
  await undoImportedWorkouts(ctx, api.athleteId, id, 40)
  expect((await api.delete(url(id))).statusCode).toBe(202)
  await finishUndo(ctx, api.athleteId, id)
  expect((await api.get(url(id))).json()).toMatchObject({ status: 'undone' })
  expect(await setsIn(ctx, api.athleteId)).toEqual([])
  const { progress } = await ctx.db.selectFrom('import').select('progress').where('id', '=', id).executeTakeFirstOrThrow()
  expect(progress).toBe(80)
})

test('what the lifter added to an imported workout stays when the import is taken back', async ({ api, ctx }) => {
  const { id } = await committed(api, strong({}))
  const added = ctx.ids.next()
  await ctx.db
    .insertInto('performed_set')
    .columns([
      'id',
      'athlete_id',
      'workout_id',
      'movement_id',
      'kind',
      'position',
      'performed_at',
      'reps',
      'created_at',
      'updated_at',
      'change_seq',
    ])
    .expression((q) =>
      q
        .selectFrom('performed_set')
        .select((s) => [
          s.val(added).as('id'),
          'athlete_id',
          'workout_id',
          'movement_id',
          'kind',
          s.val(9).as('position'),
          'performed_at',
          'reps',
          'created_at',
          'updated_at',
          s.val(99).as('change_seq'),
        ])
        .where('athlete_id', '=', api.athleteId),
    )
    .execute()
  await api.delete(url(id))
  expect(await setsIn(ctx, api.athleteId)).toMatchObject([{ workout: 'Legs', movement: 'Squat (Barbell)' }])
})

test('a preview that is withdrawn is gone', async ({ api }) => {
  const { id } = await previewed(api, strong({}))
  expect((await api.delete(url(id))).statusCode).toBe(204)
  expect((await api.get(url(id))).json()).toMatchObject({ status: 404, code: 'imports.not_found' })
})

test('a commit that broke off goes on where it was, and ends with every set once', async ({ api, ctx }) => {
  const rows = Array.from({ length: 28 }, (_, i) => ({ day: i + 1 })).flatMap(({ day }) =>
    Array.from({ length: 30 }, (_, i) => ({ day, order: i + 1 })),
  )
  const { id } = await committed(api, strong(...rows))
  // As if the process had died after the first half: status, file and half of the sets as they were then.
  await ctx.db.deleteFrom('performed_set').where('import_id', '=', id).where('position', '>', 15).execute()
  await ctx.db.updateTable('import').set({ status: 'committing' }).where('id', '=', id).execute()
  await ctx.db
    .insertInto('import_file')
    .values({ import_id: id, athlete_id: api.athleteId, content: Buffer.from(strong(...rows)) })
    .execute()

  await writeImport(ctx, api.athleteId, id)
  expect((await api.get(url(id))).json()).toMatchObject({ status: 'committed', duplicates: 0 })
  expect(await setsIn(ctx, api.athleteId)).toHaveLength(840)
})

test('of two who write one batch the second leaves it to the first, and what was kept stays kept', async ({ api, ctx }) => {
  const rows = Array.from({ length: 5100 }, (_, i) => ({ day: (i % 28) + 1, order: i + 1, workout: `W${i % 170}` }))
  const { id } = await previewed(api, strong(...rows))
  await api.post(`${url(id)}/commit`)
  await Promise.all([writeImport(ctx, api.athleteId, id), writeImport(ctx, api.athleteId, id)])
  expect((await api.get(url(id))).json()).toMatchObject({ status: 'committed', duplicates: 0 })
  expect(await setsIn(ctx, api.athleteId)).toHaveLength(5100)
  expect(await previewed(api, strong(...rows))).toMatchObject({ sets: 5100, duplicates: 5100 })
})

test('a writer that died is replaced when its lease is over, and cannot come back', async ({ api, ctx }) => {
  const { id } = await committed(api, strong({}))
  const dead = { status: 'committing', leased_by: id, leased_until: new Date(ctx.clock.now() + 60_000) }
  await ctx.db.updateTable('import').set(dead).where('id', '=', id).execute()
  await ctx.db
    .insertInto('import_file')
    .values({ import_id: id, athlete_id: api.athleteId, content: Buffer.from(strong({})) })
    .execute()
  await writeImport(ctx, api.athleteId, id)
  expect((await api.get(url(id))).json()).toMatchObject({ status: 'committing' })
  ctx.clock.advance(61_000)
  await writeImport(ctx, api.athleteId, id)
  expect((await api.get(url(id))).json()).toMatchObject({ status: 'committed' })
  expect(await setsIn(ctx, api.athleteId)).toHaveLength(1)
})

test('a commit that cannot go on keeps nothing and says so, and may be asked for again', async ({ api, ctx }) => {
  const before = await visibleRows(ctx, api.athleteId)
  const { id } = await committed(api, strong({}))
  await ctx.db.updateTable('import').set({ status: 'committing' }).where('id', '=', id).execute()
  await writeImport(ctx, api.athleteId, id) // its file is gone
  expect((await api.get(url(id))).json()).toMatchObject({ status: 'failed', failure: expect.stringContaining('nothing of it was kept') })
  expect(await visibleRows(ctx, api.athleteId)).toEqual(before)

  await ctx.db
    .insertInto('import_file')
    .values({ import_id: id, athlete_id: api.athleteId, content: Buffer.from(strong({})) })
    .execute()
  expect((await api.post(`${url(id)}/commit`)).json()).toMatchObject({ status: 'committed' })
  expect(await setsIn(ctx, api.athleteId)).toHaveLength(1)
})

test('a large file is kept in the background, and tells how far it is', async ({ api, ctx }) => {
  const rows = Array.from({ length: 5100 }, (_, i) => ({ day: (i % 28) + 1, order: i + 1, workout: `W${i % 170}` }))
  const { id } = await previewed(api, strong(...rows))
  const reply = await api.post(`${url(id)}/commit`)
  expect(reply.statusCode).toBe(202)
  expect(reply.json()).toMatchObject({ status: 'committing', progress: 0 })
  expect((await api.delete(url(id))).json()).toMatchObject({ status: 409, code: 'imports.not_ready' })

  await writeImport(ctx, api.athleteId, id)
  expect((await api.get(url(id))).json()).toMatchObject({ status: 'committed', sets: 5100 })
  expect(await setsIn(ctx, api.athleteId)).toHaveLength(5100)
})

test('two lifters who import at once see their own and nothing else', async ({ api, ctx }) => {
  const other = api.as(await anAthlete(ctx))
  const [mine, theirs] = await Promise.all([
    committed(api, strong({ movement: 'My Lift' })),
    committed(other, strong({ movement: 'Their Lift', day: 2 })),
  ])
  expect(await setsIn(ctx, api.athleteId)).toMatchObject([{ movement: 'My Lift' }])
  expect(await setsIn(ctx, other.athleteId)).toMatchObject([{ movement: 'Their Lift' }])
  expect((await api.get(url(theirs.id))).json()).toMatchObject({ code: 'imports.not_found' })
  expect((await other.delete(url(mine.id))).json()).toMatchObject({ code: 'imports.not_found' })
  expect((await other.post(`${url(mine.id)}/commit`)).json()).toMatchObject({ code: 'imports.not_found' })
  expect((await other.get('/v1/imports')).json().items.map(({ id }: { id: ImportId }) => id)).toEqual([theirs.id])
})

test('a body weight movement without a load in the file has a load of zero', async ({ api, ctx }) => {
  const header = 'title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps'
  await committed(api, lines(header, 'A,"1 May 2025, 17:05",,Pull Up,0,normal,,9', 'A,"1 May 2025, 17:05",,Machine Thing,0,normal,,9'))
  expect(await setsIn(ctx, api.athleteId)).toMatchObject([
    { movement: 'Pull Up', load_kg: 0 },
    { movement: 'Machine Thing', load_kg: null },
  ])
})

test.for([
  ['no file', {}, undefined, 'request.invalid', 422],
  ['a unit that is none', { unit: 'stone' }, strong({}), 'request.invalid', 422],
  ['a field that is none', { colour: 'red' }, strong({}), 'request.invalid', 422],
  ['an unclosed quote (B68)', {}, `${STRONG}\n"2025`, 'imports.malformed_csv', 422],
  ['a NUL (B68)', {}, `${STRONG}\n\0`, 'imports.malformed_csv', 422],
  ['a photo', {}, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]), 'imports.malformed_csv', 422],
  ['another app', {}, 'a,b\n1,2\n', 'imports.unknown_format', 422],
  ['a field of 33 kB (B66)', {}, lines(STRONG, 'x'.repeat(33 * 1024)), 'imports.too_large', 413],
  ['sixty-five columns (B66)', {}, lines(STRONG, ','.repeat(64) + 'x'), 'imports.too_large', 413],
  ['a date that could be two (B70)', {}, strong({}).replace('2025-05-01', '03/04/2025'), 'imports.ambiguous_format', 422],
] as const)('%s is a clear problem, and nothing is kept', async ([, fields, file, code, status], { api, ctx }) => {
  const before = await visibleRows(ctx, api.athleteId)
  const reply =
    file === undefined
      ? await api.raw({
          method: 'POST',
          url: '/v1/imports',
          headers: { 'content-type': 'multipart/form-data; boundary=x', 'x-test-athlete': api.athleteId },
          payload: '--x\r\ncontent-disposition: form-data; name="unit"\r\n\r\nkg\r\n--x--\r\n',
        })
      : await upload(api, file, fields)
  expect(reply.json()).toMatchObject({ status, code })
  expect(await visibleRows(ctx, api.athleteId)).toEqual(before)
  expect((await api.get('/v1/imports')).json().items).toEqual([])
})

test('half an emoji in a note, as apps leave it that cut notes, costs no set of the history (B14)', async ({ api, ctx }) => {
  const sets = [{ reps: 5, weight: 60, unit: 'kg', type: `${'x'.repeat(39)}🏋` }]
  const log = {
    version: '1.0',
    date: '2025-05-01T17:00:00Z',
    notes: 'cut 🏋'.slice(0, 5),
    exercises: [{ exercise: { name: 'Squat\0' }, sets }],
  }
  const kept = await committed(api, JSON.stringify(log))
  expect(kept).toMatchObject({
    sets: 1,
    movements: [{ name: 'Squat' }],
    notUnderstood: [{ message: expect.stringContaining('�') as string }],
  })
  expect(await setsIn(ctx, api.athleteId)).toMatchObject([{ load_kg: 60, reps: 5 }])
  expect((await api.get('/v1/workouts')).json()).toMatchObject({ items: [{ note: 'cut �' }] })
})

test('a file of 51 MB is too large (B66)', async ({ api }) => {
  const reply = await upload(api, Buffer.alloc(51 * 1024 * 1024, 'x'))
  expect(reply.statusCode).toBe(413)
})

test('nobody imports without signing in', async ({ api }) => {
  expect((await api.as(undefined).raw({ method: 'GET', url: '/v1/imports' })).json()).toMatchObject({ code: 'auth.required' })
})

test('a file nobody decided on is forgotten after a day', async ({ api, ctx }) => {
  await previewed(api, strong({}))
  ctx.clock.advance(23 * 3_600_000)
  await forgetUndecided(ctx)
  expect((await api.get('/v1/imports')).json().items).toHaveLength(1)
  ctx.clock.advance(2 * 3_600_000)
  await forgetUndecided(ctx)
  expect((await api.get('/v1/imports')).json().items).toEqual([])
})

test('what a lifter said of a name is remembered at the next import, a correction too, and is nobody else’s', async ({ api, ctx }) => {
  const [bench, squat] = [ofLibrary('Bench Press (Barbell)'), ofLibrary('Squat (Barbell)')]
  const said = async (day: number, movementId: string | null) => {
    const { id } = await previewed(api, strong({ movement: 'Zercher  Thing', day }), { unit: 'kg' })
    expect(
      (await api.post(`${url(id)}/commit`, { movements: { 'Zercher Thing': movementId, 'Zercher  Thing': movementId } })).statusCode,
    ).toBe(200)
  }
  const proposed = async (caller = api) =>
    (await previewed(caller, strong({ movement: 'zercher thing', day: 20 }), { unit: 'kg' })).movements[0]!
  expect(await proposed()).not.toHaveProperty('movementId')
  await said(1, bench)
  expect(await proposed()).toMatchObject({ movementId: bench, confidence: 1, reason: 'confirmed' })
  await said(2, squat)
  expect(await proposed()).toMatchObject({ movementId: squat, reason: 'confirmed' })
  expect(await proposed(api.as(await anAthlete(ctx)))).not.toHaveProperty('movementId')
})

test('a name that nothing was taken for comes with what it may be, and one that was says why', async ({ api }) => {
  const { movements } = await previewed(
    api,
    strong({ movement: 'Incline Press' }, { movement: 'Schrägbankdrücken mit Kurzhanteln', day: 2 }),
    {
      unit: 'kg',
    },
  )
  const [incline, german] = ['Incline Press', 'Schrägbankdrücken mit Kurzhanteln'].map((name) =>
    movements.find((one) => one.name === name)!,
  )
  expect(incline!.suggestions!.map(({ movementName }) => movementName)).toContain('Incline Bench Press (Barbell)')
  expect(german).toMatchObject({ movementName: 'Incline Bench Press (Dumbbell)', reason: 'translated' })
})
