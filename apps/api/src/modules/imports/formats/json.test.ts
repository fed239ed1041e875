import { expect, test } from 'vitest'
import { at, read, refusalOf, setsOf } from './testing.ts'

const working = { kind: 'working', toFailure: false } as const

const set = (more: object) => ({ vtype: 'set', reps: 5, weight: { value: 100, unit: 'kg' }, ...more })

test('Liftosaur’s JSON: names of its own movements are in the settings, those of the app are spelled out', () => {
  const file = {
    settings: { exercises: { xq12: { vtype: 'custom_exercise', id: 'xq12', name: 'Zercher Thing' } } },
    history: [
      {
        vtype: 'history_record',
        id: 7,
        date: '2025-05-01T17:05:06.000Z',
        startTime: at('2025-05-01T17:05:06Z'),
        endTime: at('2025-05-01T18:05:06Z'),
        programName: 'GZCLP',
        dayName: 'Day 1',
        notes: 'good day',
        entries: [
          {
            exercise: { id: 'romanianDeadlift', equipment: 'barbell' },
            warmupSets: [set({ completedReps: 5, completedWeight: { value: 60, unit: 'kg' }, isCompleted: true })],
            sets: [
              set({
                completedReps: 6,
                completedWeight: { value: 225, unit: 'lb' },
                completedRpe: 8,
                timestamp: at('2025-05-01T17:15:00Z'),
              }),
              set({ isCompleted: false }),
            ],
          },
          { exercise: { id: 'xq12' }, warmupSets: [], sets: [set({ completedReps: 3 })] },
        ],
      },
    ],
  }
  const book = read(JSON.stringify(file))
  expect(book).toMatchObject({ format: 'liftosaur', counts: 'sets', skippedRows: 1, notUnderstoodCount: 0 })
  expect(book.workouts).toMatchObject([{ name: 'Day 1', note: 'good day', durationSeconds: 3600 }])
  expect(setsOf(book)).toEqual([
    { movement: 'Romanian Deadlift, Barbell', ...working, kind: 'warm_up', loadKg: 60, reps: 5 },
    {
      movement: 'Romanian Deadlift, Barbell',
      ...working,
      loadKg: expect.closeTo(102.06, 2),
      reps: 6,
      rir: 2,
      effortScale: 'rpe',
      performedAt: at('2025-05-01T17:15:00Z'),
    },
    { movement: 'Zercher Thing', ...working, loadKg: 100, reps: 3 },
  ])
})

const LOG = {
  date: '2025-05-01T17:05:06Z',
  name: 'Push',
  notes: 'good day',
  durationSeconds: 3600,
  exercises: [
    {
      exercise: { name: 'Bench Press', equipment: 'barbell' },
      notes: 'tight',
      supersetId: 1,
      sets: [
        { reps: 10, weight: 45, unit: 'lb', type: 'warmup' },
        { reps: 5, weight: 100, unit: 'kg', rir: 2, restSeconds: 120, tempo: '3-1-2-0' },
        { reps: 4, weight: 100, unit: 'kg', rpe: 9.5, toFailure: false },
        { reps: 8, weight: 60, unit: 'kg', type: 'cluster' },
        { reps: 8, weight: 60, unit: 'kg', type: 'odd one' },
      ],
    },
    { exercise: { name: 'Carry' }, sets: [{ distance: 100, distanceUnit: 'yd', durationSeconds: 40, weight: 20, unit: 'kg' }, 7] },
  ],
}

test.for([
  ['one log', LOG],
  ['a list of logs', [LOG]],
  ['logs under a name', { version: 1, workouts: [LOG] }],
] as const)('openweight: %s', ([, file]) => {
  const book = read(JSON.stringify(file))
  expect(book).toMatchObject({ format: 'openweight', counts: 'sets', unit: 'kg', unitFrom: 'file' })
  expect(book.workouts).toMatchObject([
    { name: 'Push', note: 'good day', durationSeconds: 3600, exercises: [{ note: 'tight', superset: '1' }, {}] },
  ])
  expect(setsOf(book)).toEqual([
    { movement: 'Bench Press (Barbell)', ...working, kind: 'warm_up', loadKg: expect.closeTo(20.41, 2), reps: 10 },
    {
      movement: 'Bench Press (Barbell)',
      ...working,
      loadKg: 100,
      reps: 5,
      rir: 2,
      effortScale: 'rir',
      restSeconds: 120,
      tempo: '3-1-2-0',
    },
    { movement: 'Bench Press (Barbell)', ...working, loadKg: 100, reps: 4, rir: 0.5, effortScale: 'rpe' },
    { movement: 'Bench Press (Barbell)', ...working, kind: 'cluster', loadKg: 60, reps: 8 },
    { movement: 'Bench Press (Barbell)', ...working, loadKg: 60, reps: 8 },
    { movement: 'Carry', ...working, loadKg: 20, durationSeconds: 40, distanceMeters: 91.44 },
  ])
  expect(book.notUnderstood).toMatchObject([
    { line: 5, code: 'unknown_set_kind' },
    { line: 7, code: 'no_set' },
  ])
})

test.for([
  ['JSON that ends too early', '{"history": [', 'imports.malformed_json'],
  ['JSON of something else', '{"hello": 1}', 'imports.unknown_format'],
  ['a list of nothing', '[]', 'imports.unknown_format'],
  ['a table of something else', 'a,b\n1,2\n', 'imports.unknown_format'],
] as const)('%s is refused', ([, text, code]) => {
  expect(refusalOf(text)).toMatchObject({ code, facts: { line: expect.any(Number) } })
})

test('parts of a set that nobody did are left out, and told with their number', () => {
  const parts = [{ loadKg: 60, reps: 6 }, { loadKg: 9000, reps: 6 }, { loadKg: 50, reps: 4.5 }, 'x']
  const sets = [{ reps: 8, weight: 80, unit: 'kg', parts }]
  const book = read(
    JSON.stringify({ version: '1.0', date: '2025-05-01T17:00:00Z', exercises: [{ exercise: { name: 'Bench Press' }, sets }] }),
  )
  expect(setsOf(book)).toMatchObject([{ loadKg: 80, reps: 8, parts: [{ loadKg: 60, reps: 6 }] }])
  expect(book.notUnderstood).toMatchObject([{ code: 'parts_left_out', message: expect.stringContaining('3 parts') }])
})
