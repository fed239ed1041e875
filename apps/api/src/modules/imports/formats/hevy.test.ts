import { expect, test } from 'vitest'
import { at, HEVY, lines, read, setsOf } from './testing.ts'

const row = (start: string, end: string, rest: string) => `Push,"${start}","${end}",,${rest}`

test('a workout of Hevy is read with its kinds, notes, supersets and effort', () => {
  const book = read(
    lines(
      HEVY,
      'Push,"22 Dec 2025, 08:00","22 Dec 2025, 09:10",felt fine,Bench Press (Barbell),,keep tight,0,warmup,20,10,,,',
      'Push,"22 Dec 2025, 08:00","22 Dec 2025, 09:10",felt fine,Bench Press (Barbell),,keep tight,1,normal,62.5,8,,0,8',
      'Push,"22 Dec 2025, 08:00","22 Dec 2025, 09:10",felt fine,Bench Press (Barbell),,keep tight,2,failure,62.5,6,,,9.5',
      'Push,"22 Dec 2025, 08:00","22 Dec 2025, 09:10",felt fine,Pull Up,1,,0,normal,,9,,,',
      'Push,"22 Dec 2025, 08:00","22 Dec 2025, 09:10",felt fine,Dip,1,,0,dropset,5,9,,,',
      'Push,"22 Dec 2025, 08:00","22 Dec 2025, 09:10",felt fine,Treadmill,,,0,normal,,,2.5,900,',
    ),
  )
  expect(book).toMatchObject({ format: 'hevy', unit: 'kg', unitFrom: 'file', notUnderstoodCount: 0 })
  expect(book.workouts).toMatchObject([
    {
      name: 'Push',
      startedAt: at('2025-12-22T08:00:00Z'),
      durationSeconds: 4200,
      note: 'felt fine',
      exercises: [{ note: 'keep tight' }, { superset: '1' }, { superset: '1' }, {}],
    },
  ])
  expect(setsOf(book)).toEqual([
    { movement: 'Bench Press (Barbell)', kind: 'warm_up', toFailure: false, loadKg: 20, reps: 10 },
    { movement: 'Bench Press (Barbell)', kind: 'working', toFailure: false, loadKg: 62.5, reps: 8, rir: 2, effortScale: 'rpe' },
    { movement: 'Bench Press (Barbell)', kind: 'working', toFailure: true, loadKg: 62.5, reps: 6, rir: 0 },
    { movement: 'Pull Up', kind: 'working', toFailure: false, reps: 9 },
    { movement: 'Dip', kind: 'drop', toFailure: false, loadKg: 5, reps: 9 },
    { movement: 'Treadmill', kind: 'working', toFailure: false, durationSeconds: 900, distanceMeters: 2500 },
  ])
})

test.for([
  ['22 Dec 2025, 08:00', '2025-12-22T08:00:00Z'],
  ['2024-01-07 17:15:00', '2024-01-07T17:15:00Z'],
  ['2024-01-07T17:15:00Z', '2024-01-07T17:15:00Z'],
  ['2024-01-07T17:15:00+02:00', '2024-01-07T15:15:00Z'],
  ['May 15, 2025, 7:26 PM', '2025-05-15T19:26:00Z'],
  ['May 15, 2025, 12:05\u202fAM', '2025-05-15T00:05:00Z'],
  ['3 févr. 2026, 18:00', '2026-02-03T18:00:00Z'],
  ['3 août 2025, 18:00', '2025-08-03T18:00:00Z'],
  ['14 juil. 2025, 18:00', '2025-07-14T18:00:00Z'],
  ['3. März 2025, 18:00', '2025-03-03T18:00:00Z'],
  ['3 Mai 2025, 18:00', '2025-05-03T18:00:00Z'],
  ['3 mrt 2025, 18:00', '2025-03-03T18:00:00Z'],
  ['3 maart 2025, 18:00', '2025-03-03T18:00:00Z'],
  ['3 Fev 2025, 18:00', '2025-02-03T18:00:00Z'],
  ['3 de set. de 2025, 18:00', '2025-09-03T18:00:00Z'],
  ['3 ene 2025, 18:00', '2025-01-03T18:00:00Z'],
  ['3 gen 2025, 18:00', '2025-01-03T18:00:00Z'],
  ['3 ott 2025, 18:00', '2025-10-03T18:00:00Z'],
  ['3 paź 2025, 18:00', '2025-10-03T18:00:00Z'],
  ['3 gru 2025, 18:00', '2025-12-03T18:00:00Z'],
  ['3 okt. 2025, 18:00', '2025-10-03T18:00:00Z'],
  ['3 мая 2025, 18:00', '2025-05-03T18:00:00Z'],
  ['3 нояб. 2025 г., 18:00', '2025-11-03T18:00:00Z'],
  ['3 Ağu 2025, 18:00', '2025-08-03T18:00:00Z'],
  ['2025年5月3日 18:00', '2025-05-03T18:00:00Z'],
  ['2025. 5. 3. 오후 6:00', '2025-05-03T18:00:00Z'],
] as const)('Hevy writes %s', ([written, iso]) => {
  const book = read(lines(HEVY, row(written, '', 'Squat (Barbell),,,0,normal,100,5,,,')))
  expect(book.notUnderstood).toEqual([])
  expect(new Date(book.workouts[0]!.startedAt).toISOString()).toBe(new Date(iso).toISOString())
})

test.for([
  ['weight_lbs', 'weight_kg', 'weight_lbs', '100', 45.359237],
  ['kilograms beside miles', 'distance_km', 'distance_miles', '100', 100],
] as const)('units of Hevy: %s', ([, from, to, load, loadKg]) => {
  const book = read(lines(HEVY.replace(from, to), row('22 Dec 2025, 08:00', '', `Sled Push,,,0,normal,${load},5,2,,`)))
  const metres = to === 'distance_miles' ? 3218.69 : 2000
  expect(setsOf(book)).toMatchObject([{ loadKg: expect.closeTo(loadKg, 9), distanceMeters: metres }])
})

test('a file with both weight columns is read by the one that is filled', () => {
  const header = HEVY.replace('weight_kg', 'weight_kg,weight_lbs')
  const book = read(
    lines(header, row('22 Dec 2025, 08:00', '', 'A,,,0,normal,100,,5,,,'), row('22 Dec 2025, 08:00', '', 'B,,,0,normal,,100,5,,,')),
  )
  expect(setsOf(book).map(({ loadKg }) => loadKg)).toEqual([100, expect.closeTo(45.359237, 9)])
})

test('a set of which only the load was said is kept', () => {
  const book = read(lines(HEVY, row('22 Dec 2025, 08:00', '', 'Sled Push,,,0,normal,100,,,,')))
  expect(setsOf(book)).toEqual([{ movement: 'Sled Push', kind: 'working', toFailure: false, loadKg: 100 }])
})
