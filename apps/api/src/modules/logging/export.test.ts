import { anAthlete, aMovement } from '../../testing/builders.ts'
import { expect, test } from '../../testing/test.ts'
import { csvLine } from '../../platform/csv.ts'

test('everything comes out as one JSON object with a key for each room', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx)
  for (let day = 1; day <= 3; day++) {
    const { id } = (await api.post('/v1/workouts', { startedAt: `2026-02-0${day}T17:00:00Z`, endedAt: `2026-02-0${day}T18:00:00Z` })).json()
    await api.post('/v1/sets', { workoutId: id, movementId, loadKg: 60, reps: day, performedAt: `2026-02-0${day}T17:10:00Z` })
  }
  await api.post('/v1/routines', { name: 'Push', items: [] })
  const reply = await api.get('/v1/export')
  expect(reply.headers['content-disposition']).toBe('attachment; filename="gymgenius.json"')
  expect(reply.json()).toMatchObject({
    exportedAt: '2026-03-02T18:00:00.000Z',
    accounts: { account: { id: api.athleteId } },
    logging: { routines: [{ name: 'Push' }], workouts: [{ sets: [{ reps: 3 }] }, { sets: [{ reps: 2 }] }, { sets: [{ reps: 1 }] }] },
  })
  const stranger = (await api.as(await anAthlete(ctx)).get('/v1/export')).json()
  expect(stranger.logging).toEqual({ routines: [], workouts: [] })
})

test('a history of more than one page comes out whole, each workout once', async ({ api }) => {
  for (let i = 0; i < 205; i++) {
    const at = new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString()
    await api.post('/v1/workouts', { startedAt: at, endedAt: at })
  }
  const { workouts } = (await api.get('/v1/export')).json().logging
  expect(new Set(workouts.map((workout: { id: string }) => workout.id)).size).toBe(205)
})

test('sets come out as CSV that our own import reads back, and finds nothing new in', async ({ api, ctx }) => {
  const movementId = await aMovement(ctx, { athleteId: api.athleteId, name: 'Front squat, paused "deep"' })
  const span = { startedAt: '2026-02-01T17:00:00Z', endedAt: '2026-02-01T18:00:00Z' }
  const { id: workoutId } = (await api.post('/v1/workouts', { name: '=SUM(A1)', ...span })).json()
  const set = { workoutId, movementId, performedAt: '2026-02-01T17:10:00Z' }
  await api.post('/v1/sets', { ...set, loadKg: 40, reps: 5, kind: 'warm_up' })
  await api.post('/v1/sets', { ...set, loadKg: 62.5, reps: 8, rir: 1.5, note: '-2 kg next time\nslow', restSeconds: 90 })
  await api.post('/v1/sets', { ...set, loadKg: 60, reps: 0, toFailure: true })

  const { payload, headers } = await api.get('/v1/export?format=csv')
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(payload.split('\r\n')[1]).toBe(
    `'=SUM(A1),2026-02-01T17:00:00Z,2026-02-01T18:00:00Z,,"Front squat, paused ""deep""",,,0,warmup,40,5,,,,,,2026-02-01T17:10:00.000Z,warm_up,,`,
  )
  expect(payload).toContain(`"'-2 kg next time\nslow",1,normal,62.5,8,,,8.5,1.5,90,`)

  const reply = await api.raw({
    method: 'POST',
    url: '/v1/imports',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'x-test-athlete': api.athleteId },
    payload: `--x\r\ncontent-disposition: form-data; name="file"; filename="gymgenius.csv"\r\ncontent-type: text/csv\r\n\r\n${payload}\r\n--x--\r\n`,
  })
  expect(reply.json()).toMatchObject({ format: 'gymgenius', unit: 'kg', workouts: 1, duplicates: 3, notUnderstood: [] })
})

test.for([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@a', "'@a"],
  ['\ta', "'\ta"],
  ['a=1', 'a=1'],
  [-1, '-1'],
  [0, '0'],
  [undefined, ''],
  ['a "b", c', '"a ""b"", c"'],
] as const)('a cell that says %j is written %j', ([cell, written]) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`)
})
