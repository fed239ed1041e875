import { library } from '@gymgenius/catalog'
import type { ImportId, LoginSessionId, SetId, WorkoutId } from '@gymgenius/domain'
import { anAthlete, aMovement } from '../../testing/builders.ts'
import { aPhone, hlcAt } from '../../testing/device.ts'
import { idAt, uuid } from '../../testing/ids.ts'
import { counting } from '../../testing/statements.ts'
import { type Caller, expect, test } from '../../testing/test.ts'
import { insertImportedWorkouts } from '../logging/index.ts'
import { forgetOldTombstones } from './forgetting.service.ts'
import { push as pushAll } from './push.service.ts'

const [setId, workoutId] = [uuid(1), uuid(2)]
const push = async (api: Caller, ...ops: object[]) => (await api.post('/v1/sync', { ops })).json()
const pull = async (api: Caller, cursor?: string) => (await api.get(`/v1/sync${cursor === undefined ? '' : `?cursor=${cursor}`}`)).json()
const outcomes = (reply: { results: { outcome: string }[] }) => reply.results.map((result) => result.outcome)

test('a workout done offline arrives whole, and every other phone pulls it', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const movementId = await aMovement(ctx)
  const put = { workoutId, movementId, loadKg: 60, reps: 8, performedAt: '2026-03-02T17:40:00Z' }
  const reply = await push(
    api,
    phone.op({ entity: 'workout', id: workoutId, kind: 'put', fields: { name: 'Push', startedAt: '2026-03-02T17:30:00Z' } }),
    phone.op({ entity: 'set', id: setId, kind: 'put', fields: put }),
    phone.op({ entity: 'set', id: setId, kind: 'patch', fields: { reps: 9, rpe: 8 } }),
  )
  expect(reply).toMatchObject({ missingDeviceSeqs: [] })
  expect(outcomes(reply)).toEqual(['applied', 'applied', 'applied'])

  const pulled = await pull(api)
  expect(pulled).toMatchObject({
    hasMore: false,
    workouts: [{ id: workoutId, name: 'Push', setCount: 1, tonnageKg: 540 }],
    sets: [{ id: setId, workoutId, reps: 9, rir: 2, rpe: 8, performedAt: '2026-03-02T17:40:00.000Z' }],
  })
  expect(await pull(api, pulled.cursor)).toMatchObject({ workouts: [], sets: [], cursor: pulled.cursor })
})

test('what arrives twice happens once, in one batch or in two', async ({ api, ctx }) => {
  const op = aPhone(1, ctx.clock.now).op({
    entity: 'set',
    id: setId,
    kind: 'put',
    fields: { movementId: await aMovement(ctx), loadKg: 60, reps: 8 },
  })
  expect(outcomes(await push(api, op, op))).toEqual(['applied', 'duplicate'])
  expect(outcomes(await push(api, op))).toEqual(['duplicate'])
  expect((await pull(api)).sets).toHaveLength(1)
})

test('B46 an id of a change that is used for another change is refused, and the first one stands', async ({ api, ctx }) => {
  const fields = { movementId: await aMovement(ctx), loadKg: 60, reps: 8 }
  const op = aPhone(1, ctx.clock.now).op({ entity: 'set', id: setId, kind: 'put', fields })
  await push(api, op)
  const reply = await push(api, { ...op, fields: { ...fields, reps: 9 } })
  expect(reply.results).toEqual([{ opId: op.opId, outcome: 'rejected', code: 'sync.idempotency_mismatch' }])
  expect((await pull(api)).sets).toMatchObject([{ reps: 8 }])
})

test('B47 501 changes, or more than a mebibyte, are sent back whole', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const ops = Array.from({ length: 501 }, () => phone.op({ entity: 'set', id: setId, kind: 'delete' }))
  const many = await api.post('/v1/sync', { ops })
  const large = await api.post('/v1/sync', { ops: [{ padding: 'x'.repeat(1_100_000) }] })
  for (const reply of [many, large]) expect([reply.statusCode, reply.json().code]).toEqual([413, 'sync.batch_too_large'])
  expect((await api.post('/v1/sync', { ops: ops.slice(1) })).statusCode).toBe(200)
})

test('B48 one bad change among a hundred is told where it is bad, and the other 99 are kept', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const movementId = await aMovement(ctx)
  const ops = Array.from({ length: 100 }, (_, i) =>
    phone.op({ entity: 'set', id: uuid(1000 + i), kind: 'put', fields: { movementId, loadKg: 60, reps: i === 50 ? 2.5 : 8 } }),
  )
  const reply = await push(api, ...ops)
  expect(outcomes(reply).filter((outcome) => outcome === 'applied')).toHaveLength(99)
  expect(reply.results[50]).toMatchObject({
    outcome: 'rejected',
    code: 'request.invalid',
    errors: [{ pointer: '/fields/reps', code: 'out_of_range' }],
  })
  expect((await pull(api)).sets).toHaveLength(99)
})

test('a change whose clock is none is told so by its own word', async ({ api, ctx }) => {
  const op = { ...aPhone(1, ctx.clock.now).op({ entity: 'set', id: setId, kind: 'delete' }), hlc: 'yesterday' }
  expect((await push(api, op)).results).toMatchObject([{ outcome: 'rejected', errors: [{ pointer: '/hlc', code: 'invalid_hlc' }] }])
})

test('B49 numbers that never arrived are named until they do, and going back over old ones changes nothing', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const movementId = await aMovement(ctx)
  const put = (seq: number) =>
    phone.op({ seq, entity: 'set', id: uuid(1000 + seq), kind: 'put', fields: { movementId, loadKg: 60, reps: 8 } })
  expect((await push(api, put(1), put(4))).missingDeviceSeqs).toEqual([2, 3])
  const late = await push(api, put(2), put(1))
  expect([outcomes(late), late.missingDeviceSeqs]).toEqual([['applied', 'duplicate'], [3]])
  const other = await push(api, aPhone(2, ctx.clock.now).op({ entity: 'set', id: uuid(5), kind: 'delete' }))
  expect(other.missingDeviceSeqs).toEqual([])
  const far = await push(api, put(2 ** 31 - 1))
  expect(far.missingDeviceSeqs).toHaveLength(100)
})

test('B42 a set with an unbelievable time is kept, and the phone is told to ask', async ({ api, ctx }) => {
  const fields = { movementId: await aMovement(ctx), loadKg: 60, reps: 8, performedAt: '2999-01-01T00:00:00Z' }
  const reply = await push(api, aPhone(1, ctx.clock.now).op({ entity: 'set', id: setId, kind: 'put', fields }))
  expect(reply.results).toMatchObject([{ outcome: 'applied', needsConfirmation: true }])
})

test('B44 a change that names an unknown movement waits in the tray, and is taken when the movement is there', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const movement = { name: 'Log press', pattern: 'vertical_push', equipment: 'other', laterality: 'bilateral', loadKind: 'external' }
  const set = phone.op({ entity: 'set', id: setId, kind: 'put', fields: { movementId: uuid(7), loadKg: 60, reps: 8 } })
  expect((await push(api, set)).results).toMatchObject([{ outcome: 'rejected', code: 'movements.unknown' }])
  const reply = await push(api, phone.op({ entity: 'movement', id: uuid(7), kind: 'put', fields: movement }), set)
  expect(outcomes(reply)).toEqual(['applied', 'applied'])
  expect((await pull(api)).movements).toMatchObject([{ id: uuid(7), name: 'Log press', isCustom: true }])
})

test('B45 a set of a workout nobody heard of brings the workout, and what is said of it later wins over the guesses', async ({
  api,
  ctx,
}) => {
  const phone = aPhone(1, ctx.clock.now)
  const movementId = await aMovement(ctx)
  const set = (id: string, time: string) =>
    phone.op({
      entity: 'set',
      id,
      kind: 'put',
      fields: { workoutId, movementId, loadKg: 60, reps: 8, performedAt: `2026-03-02T${time}:00Z` },
    })
  await push(api, set(uuid(11), '17:40'), set(uuid(12), '17:35'))
  expect((await pull(api)).workouts).toMatchObject([{ id: workoutId, name: 'Evening workout', startedAt: '2026-03-02T17:35:00.000Z' }])
  const said = { name: 'Push', startedAt: '2026-03-02T17:30:00Z' }
  await push(api, phone.op({ at: 0, entity: 'workout', id: workoutId, kind: 'put', fields: said }))
  const { workouts, sets } = await pull(api)
  expect(workouts).toMatchObject([{ id: workoutId, name: 'Push', startedAt: '2026-03-02T17:30:00.000Z' }])
  expect(sets.map((set: { performedAt: string }) => set.performedAt)).toContain('2026-03-02T17:40:00.000Z')
})

test('nothing is refused for being late: a finished workout takes the sets of a phone that was away', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const movementId = await aMovement(ctx)
  await api.post('/v1/workouts', { id: workoutId, startedAt: '2026-02-01T17:00:00Z', endedAt: '2026-02-01T18:00:00Z' })
  const fields = { workoutId, movementId, loadKg: 60, reps: 8, performedAt: '2026-02-01T19:00:00Z' }
  expect(outcomes(await push(api, phone.op({ entity: 'set', id: setId, kind: 'put', fields })))).toEqual(['applied'])
})

test('a phone that was cut off mid-workout is believed over the silence', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const movementId = await aMovement(ctx)
  const done = (id: string, performedAt: string) =>
    phone.op({ entity: 'set', id, kind: 'put', fields: { workoutId, movementId, loadKg: 60, reps: 8, performedAt } })
  await push(api, done(uuid(11), '2026-03-02T18:00:00Z'))
  ctx.clock.advance(60 * 60_000)
  expect((await api.get('/v1/today')).json().basis).toBe('repeat_last')
  await push(api, done(uuid(12), '2026-03-02T18:25:00Z'), done(uuid(13), '2026-03-02T18:50:00Z'))
  expect((await api.get('/v1/today')).json()).toMatchObject({ basis: 'in_progress', workout: { id: workoutId, setCount: 3 } })
})

test('of two edits of one field the later one wins wherever it arrives first; other fields keep theirs', async ({ api, ctx }) => {
  const [a, b] = [aPhone(1, ctx.clock.now), aPhone(2, ctx.clock.now)]
  const now = ctx.clock.now()
  const fields = { movementId: await aMovement(ctx), loadKg: 60, reps: 8 }
  await push(api, a.op({ at: now - 3000, entity: 'set', id: setId, kind: 'put', fields }))
  await push(api, b.op({ at: now - 1000, entity: 'set', id: setId, kind: 'patch', fields: { loadKg: 65 } }))
  const late = await push(api, a.op({ at: now - 2000, entity: 'set', id: setId, kind: 'patch', fields: { loadKg: 62.5, note: 'slow' } }))
  expect(outcomes(late)).toEqual(['applied'])
  const overtaken = await push(api, a.op({ at: now - 2000, entity: 'set', id: setId, kind: 'patch', fields: { loadKg: 62.5 } }))
  expect(outcomes(overtaken)).toEqual(['superseded'])
  expect((await pull(api)).sets).toMatchObject([{ loadKg: 65, note: 'slow', reps: 8 }])
})

test('a phone whose clock is a day ahead does not win for a day: it is held to five minutes', async ({ api, ctx }) => {
  const [fast, right] = [aPhone(1, () => ctx.clock.now() + 86_400_000), aPhone(2, ctx.clock.now)]
  const fields = { movementId: await aMovement(ctx), loadKg: 60, reps: 8 }
  const { clock } = await push(api, fast.op({ entity: 'set', id: setId, kind: 'put', fields }))
  expect(clock).toBe(hlcAt(ctx.clock.now() + 5 * 60_000))
  expect((await pull(api)).clock).toBe(clock)
  ctx.clock.advance(6 * 60_000)
  await push(api, right.op({ entity: 'set', id: setId, kind: 'patch', fields: { reps: 9 } }))
  expect((await pull(api)).sets).toMatchObject([{ reps: 9 }])
})

test('an edit made here wins over what a fast phone said before it', async ({ api, ctx }) => {
  const fast = aPhone(1, () => ctx.clock.now() + 4 * 60_000)
  const fields = { movementId: await aMovement(ctx), loadKg: 60, reps: 8 }
  await push(api, fast.op({ entity: 'set', id: setId, kind: 'put', fields }))
  expect((await api.patch(`/v1/sets/${setId}`, { reps: 9 })).json().reps).toBe(9)
})

test('a deletion wins over any edit, does not come undone by a late one, and can be taken back', async ({ api, ctx }) => {
  const [a, b] = [aPhone(1, ctx.clock.now), aPhone(2, ctx.clock.now)]
  const now = ctx.clock.now()
  const fields = { movementId: await aMovement(ctx), loadKg: 60, reps: 8 }
  const put = a.op({ at: now - 5000, entity: 'set', id: setId, kind: 'put', fields })
  await push(api, put)
  await push(api, a.op({ at: now - 4000, entity: 'set', id: setId, kind: 'delete' }))
  const edit = await push(api, b.op({ at: now - 1000, entity: 'set', id: setId, kind: 'patch', fields: { reps: 9 } }), put)
  expect(outcomes(edit)).toEqual(['superseded', 'duplicate'])
  expect((await pull(api)).sets).toEqual([{ id: setId, deleted: true }])
  await push(api, a.op({ at: now, entity: 'set', id: setId, kind: 'patch', fields: { deleted: false } }))
  expect((await pull(api)).sets).toMatchObject([{ id: setId, reps: 9, loadKg: 60 }])
})

test('a deletion that overtakes the creation keeps it from coming to life', async ({ api, ctx }) => {
  const [a, b] = [aPhone(1, ctx.clock.now), aPhone(2, ctx.clock.now)]
  const fields = { movementId: await aMovement(ctx), loadKg: 60, reps: 8 }
  expect(outcomes(await push(api, b.op({ entity: 'set', id: setId, kind: 'delete' })))).toEqual(['applied'])
  expect(outcomes(await push(api, a.op({ entity: 'set', id: setId, kind: 'put', fields })))).toEqual(['superseded'])
  expect((await pull(api)).sets).toEqual([{ id: setId, deleted: true }])
})

test('a set that reaches a workout deleted meanwhile goes with it, and comes back with it', async ({ api, ctx }) => {
  const [a, b] = [aPhone(1, ctx.clock.now), aPhone(2, ctx.clock.now)]
  const fields = { workoutId, movementId: await aMovement(ctx), loadKg: 60, reps: 8 }
  await push(
    api,
    a.op({ entity: 'workout', id: workoutId, kind: 'put', fields: { name: 'Push' } }),
    a.op({ entity: 'set', id: uuid(11), kind: 'put', fields }),
  )
  await push(api, a.op({ entity: 'workout', id: workoutId, kind: 'delete' }))
  expect(outcomes(await push(api, b.op({ entity: 'set', id: uuid(12), kind: 'put', fields })))).toEqual(['superseded'])
  ctx.clock.advance(1000)
  await push(api, a.op({ entity: 'workout', id: workoutId, kind: 'patch', fields: { deleted: false } }))
  const { sets, workouts } = await pull(api)
  expect(workouts).toMatchObject([{ id: workoutId, setCount: 2 }])
  expect(sets.map((set: { id: string; deleted?: true }) => [set.id, set.deleted])).toEqual([
    [uuid(11), undefined],
    [uuid(12), undefined],
  ])
})

test('two phones that begin a workout at once have begun one, and its sets are together', async ({ api, ctx }) => {
  const [a, b] = [aPhone(1, ctx.clock.now), aPhone(2, ctx.clock.now)]
  const movementId = await aMovement(ctx)
  const set = { movementId, loadKg: 60, reps: 8 }
  await push(api, a.op({ entity: 'workout', id: workoutId, kind: 'put', fields: { startedAt: '2026-03-02T17:50:00Z' } }))
  await push(api, a.op({ entity: 'set', id: uuid(11), kind: 'put', fields: { ...set, workoutId } }))
  const second = await push(
    api,
    b.op({ entity: 'workout', id: uuid(3), kind: 'put', fields: { name: 'Legs', startedAt: '2026-03-02T17:55:00Z' } }),
    b.op({ entity: 'set', id: uuid(12), kind: 'put', fields: { ...set, workoutId: uuid(3) } }),
  )
  expect(outcomes(second)).toEqual(['superseded', 'applied'])
  await push(api, b.op({ entity: 'workout', id: uuid(3), kind: 'patch', fields: { endedAt: '2026-03-02T18:00:00Z' } }))
  const { workouts, sets } = await pull(api)
  expect(workouts).toHaveLength(2)
  expect(workouts).toContainEqual({ id: uuid(3), deleted: true })
  expect(workouts).toContainEqual(
    expect.objectContaining({ id: workoutId, name: 'Legs', setCount: 2, endedAt: '2026-03-02T18:00:00.000Z' }),
  )
  expect(sets.map((set: { workoutId: string }) => set.workoutId)).toEqual([workoutId, workoutId])
})

test('B31 ids of somebody else are taken, and nothing of theirs is touched or told', async ({ api, ctx }) => {
  const fields = { workoutId, movementId: await aMovement(ctx), loadKg: 60, reps: 8 }
  const theirs = api.as(await anAthlete(ctx))
  await push(theirs, aPhone(1, ctx.clock.now).op({ entity: 'set', id: setId, kind: 'put', fields }))
  const movementId = uuid(13)
  const curl = { name: 'Nonno curl', pattern: 'isolation', equipment: 'dumbbell', laterality: 'unilateral', loadKind: 'external' }
  await theirs.post('/v1/movements', { id: movementId, ...curl })
  const before = await pull(theirs)

  const mine = aPhone(2, ctx.clock.now)
  const reply = await push(
    api,
    mine.op({ entity: 'set', id: setId, kind: 'put', fields: { ...fields, workoutId: uuid(9) } }),
    mine.op({ entity: 'set', id: uuid(12), kind: 'put', fields }),
    mine.op({ entity: 'workout', id: workoutId, kind: 'put', fields: { name: 'Mine' } }),
    mine.op({ entity: 'movement', id: movementId, kind: 'put', fields: curl }),
    mine.op({ entity: 'set', id: setId, kind: 'delete' }),
    mine.op({ entity: 'set', id: setId, kind: 'patch', fields: { reps: 1 } }),
  )
  const answers = reply.results.map(({ outcome, code }: { outcome: string; code?: string }) => code ?? outcome)
  const taken = 'logging.id_taken'
  expect(answers).toEqual([taken, taken, taken, taken, 'applied', 'logging.set_not_found'])
  expect(await pull(theirs)).toEqual(before)
  expect((await pull(api)).sets).toEqual([])
})

test('B30 an id made more than five minutes from now is refused for that change alone', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const fields = { movementId: await aMovement(ctx), loadKg: 60, reps: 8 }
  const ahead = phone.op({ entity: 'set', id: idAt(ctx.clock.now() + 301_000), kind: 'put', fields })
  const reply = await push(api, ahead, phone.op({ entity: 'set', id: setId, kind: 'put', fields }))
  expect(reply.results).toMatchObject([
    { outcome: 'rejected', errors: [{ pointer: '/entityId', code: 'id_time_out_of_range' }] },
    { outcome: 'applied' },
  ])
})

test('fields that a newer app sends are left aside, and characters that cannot be kept are named', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const fields = { movementId: await aMovement(ctx), loadKg: 60, reps: 8, tempo: '3-1-1-0' }
  const reply = await push(
    api,
    { ...phone.op({ entity: 'set', id: setId, kind: 'put', fields }), baseVersion: 3 },
    phone.op({ entity: 'set', id: uuid(12), kind: 'put', fields: { ...fields, note: 'a\u0000b' } }),
    { opId: 'nonsense' },
  )
  expect(reply.results).toMatchObject([
    { outcome: 'applied' },
    { outcome: 'rejected', errors: [{ pointer: '/fields/note', code: 'invalid_characters' }] },
    { opId: 'nonsense', outcome: 'rejected', code: 'request.invalid' },
  ])
})

test('B50 a cursor is ours, and its athlete’s alone', async ({ api, ctx }) => {
  const { cursor } = await pull(api)
  const forged = cursor.replace(/^\d+/, '999')
  const other = api.as(await anAthlete(ctx))
  const bad = [api.get('/v1/sync?cursor=abc'), api.get(`/v1/sync?cursor=${forged}`), other.get(`/v1/sync?cursor=${cursor}`)]
  for (const reply of await Promise.all(bad)) expect([reply.statusCode, reply.json().code]).toEqual([422, 'sync.invalid_cursor'])
})

test('B50 a phone that was away for longer than tombstones are kept starts again; one that just began does not', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const movementId = await aMovement(ctx)
  const put = (n: number) => phone.op({ entity: 'set', id: uuid(1000 + n), kind: 'put', fields: { movementId, loadKg: 60, reps: 8 } })
  await push(api, put(1), put(2))
  const away = (await pull(api)).cursor
  await push(api, phone.op({ entity: 'set', id: uuid(1001), kind: 'delete' }), put(3))
  const lately = (await pull(api)).cursor
  ctx.clock.advance(91 * 86_400_000)
  await forgetOldTombstones(ctx)

  const reply = await api.get(`/v1/sync?cursor=${away}`)
  expect([reply.statusCode, reply.json().code]).toEqual([410, 'sync.resync_required'])
  expect((await api.get(`/v1/sync?cursor=${lately}`)).statusCode).toBe(200)
  const anew = await pull(api)
  expect(anew.sets.map((set: { id: string }) => set.id)).toEqual([uuid(1002), uuid(1003)])
})

test('a long history comes a thousand rows at a time, each once, and a page in the middle is no reason to start again', async ({
  api,
  ctx,
}) => {
  const movementId = await aMovement(ctx)
  const startedAt = ctx.clock.now()
  const set = { workoutId: uuid<WorkoutId>(2), movementId, kind: 'working' as const, performedAt: startedAt, loadKg: 60, reps: 8 }
  const unsaid = {
    rir: undefined,
    effortScale: undefined,
    toFailure: false,
    durationSeconds: undefined,
    distanceMeters: undefined,
    note: undefined,
  }
  await insertImportedWorkouts(ctx, api.athleteId, uuid<ImportId>(3), {
    workouts: [{ id: set.workoutId, name: 'Long', note: undefined, startedAt, endedAt: startedAt }],
    sets: Array.from({ length: 1200 }, (_, n) => ({ id: uuid<SetId>(10_000 + n), position: n, ...set, ...unsaid })),
  })
  await push(api, aPhone(1, ctx.clock.now).op({ entity: 'set', id: uuid(11_199), kind: 'delete' }))
  ctx.clock.advance(91 * 86_400_000)
  await forgetOldTombstones(ctx)

  const first = await pull(api)
  expect([first.sets.length + first.workouts.length, first.hasMore]).toEqual([1000, true])
  const second = await pull(api, first.cursor)
  expect(second.hasMore).toBe(false)
  const ids = [...first.sets, ...second.sets].map((set: { id: string }) => set.id)
  expect([ids.length, new Set(ids).size]).toEqual([1199, 1199])
})

test('one change in the middle that fails half-way is taken back whole, and those beside it are kept once, in their order', async ({
  api,
  ctx,
}) => {
  const movementId = await aMovement(ctx)
  const theirs = api.as(await anAthlete(ctx))
  await push(theirs, aPhone(1, ctx.clock.now).op({ entity: 'set', id: setId, kind: 'put', fields: { movementId, loadKg: 60, reps: 8 } }))

  const phone = aPhone(2, ctx.clock.now)
  const ids = Array.from({ length: 60 }, (_, i) => (i === 30 ? setId : uuid(2000 + i)))
  const ops = ids.map((id, i) => {
    // Their set would begin a workout of its own before it is found to be theirs.
    const fields = { workoutId: id === setId ? uuid(9) : workoutId, movementId, loadKg: 60 + i, reps: 8 }
    return phone.op({ entity: 'set', id, kind: 'put', fields })
  })
  const reply = await push(api, ...ops)
  expect(reply.results[30]).toMatchObject({ outcome: 'rejected', code: 'logging.id_taken' })
  expect(outcomes(reply).filter((outcome) => outcome === 'applied')).toHaveLength(59)

  const { workouts, sets } = await pull(api)
  expect(workouts).toMatchObject([{ id: workoutId, setCount: 59 }])
  expect(sets.map((set: { id: string }) => set.id)).toEqual(ids.filter((id) => id !== setId))
  expect(sets.map((set: { position: number }) => set.position)).toEqual(Array.from({ length: 59 }, (_, i) => i + 1))
  expect(outcomes(await push(api, ...ops)).filter((outcome) => outcome === 'duplicate')).toHaveLength(59)
})

test('a batch of new sets costs two statements a set, and a few for the batch', async ({ api, ctx }) => {
  const phone = aPhone(1, ctx.clock.now)
  const fields = { workoutId, movementId: library().movements[0]!.id, loadKg: 60, reps: 8 }
  const ops = Array.from({ length: 200 }, (_, i) => phone.op({ entity: 'set', id: uuid(3000 + i), kind: 'put', fields }))
  const counted = counting(ctx)
  const actor = { kind: 'athlete', athleteId: api.athleteId, loginSessionId: api.athleteId as string as LoginSessionId } as const
  const { results } = await pushAll({ ...counted.ctx, post: { heard: new Set(), noted() {} } }, actor, { ops })
  expect(results).toHaveLength(200)
  expect(counted.count()).toBeLessThan(200 * 2 + 40)
})
