import { expect, test } from 'vitest'
import { at, countSets, lines, read, setsOf, STRONG, STRONG_ANDROID, STRONG_OLDER } from './testing.ts'

test('a workout of Strong for iOS is read with its kinds of sets, and its rest timers are no sets', () => {
  const book = read(
    lines(
      STRONG,
      '2025-05-01 17:05:06,Push,1h 5m,Bench Press (Barbell),W,20.0,10.0,0,0.0,,good day,',
      '2025-05-01 17:05:06,Push,1h 5m,Bench Press (Barbell),1,60.0,8.0,0,0.0,slow,good day,8.5',
      '2025-05-01 17:05:06,Push,1h 5m,Bench Press (Barbell),Rest Timer,0,0.0,0,120.0,,good day,',
      '2025-05-01 17:05:06,Push,1h 5m,Bench Press (Barbell),F,60.0,6.0,0,0.0,,good day,',
      '2025-05-01 17:05:06,Push,1h 5m,Bench Press (Barbell),D,40.0,9.0,0,0.0,,good day,',
      '2025-05-01 17:05:06,Push,1h 5m,Plank,1,0,0.0,0,55.0,,good day,',
      '2025-05-01 17:05:06,Push,1h 5m,Rowing,1,0,0.0,500.0,110.0,,good day,',
    ),
    { unit: 'kg' },
  )
  expect(book).toMatchObject({ format: 'strong', unit: 'kg', unitFrom: 'request', skippedRows: 1, notUnderstoodCount: 0 })
  expect(book.workouts).toMatchObject([
    { line: 2, name: 'Push', startedAt: at('2025-05-01T17:05:06Z'), durationSeconds: 3900, note: 'good day' },
  ])
  expect(setsOf(book)).toEqual([
    { movement: 'Bench Press (Barbell)', kind: 'warm_up', toFailure: false, loadKg: 20, reps: 10 },
    {
      movement: 'Bench Press (Barbell)',
      kind: 'working',
      toFailure: false,
      loadKg: 60,
      reps: 8,
      rir: 1.5,
      effortScale: 'rpe',
      note: 'slow',
    },
    { movement: 'Bench Press (Barbell)', kind: 'working', toFailure: true, loadKg: 60, reps: 6, rir: 0 },
    { movement: 'Bench Press (Barbell)', kind: 'drop', toFailure: false, loadKg: 40, reps: 9 },
    { movement: 'Plank', kind: 'working', toFailure: false, durationSeconds: 55 },
    { movement: 'Rowing', kind: 'working', toFailure: false, durationSeconds: 110, distanceMeters: 500 },
  ])
})

interface Said {
  date?: string
  workout?: string
  movement?: string
  order?: string | number
  load?: string | number
  reps?: string
  seconds?: string
  rpe?: string
}

/** A row of Strong for iOS that says only what the test is about. */
const row = ({
  date = '2025-05-01 17:05:06',
  workout = 'Legs',
  movement = 'Squat (Barbell)',
  order = 1,
  load = 100,
  reps = '5',
  seconds = '0',
  rpe = '',
}: Said) => `${date},${workout},1h,${movement},${order},${load},${reps},0,${seconds},,,${rpe}`

const withLoads = (loads: readonly number[]) => lines(STRONG, ...loads.map((load, i) => row({ order: i + 1, load })))
const inUnit = (order: number, unit: string) => `2025-05-01 17:05:06;Legs;Squat (Barbell);${order};100;${unit};5;;;;0;;;2h 4m`

const oneSet = { movement: 'Squat (Barbell)', kind: 'working', toFailure: false, reps: 5 }

test.for([
  ['Android', STRONG_ANDROID, '1;2025-05-01 17:05:06;Legs;3900;Squat (Barbell);1;100.0;5;;;;;', 100],
  ['Android with a decimal comma', STRONG_ANDROID, '1;2025-05-01 17:05:06;Legs;3900;"Squat (Barbell)";1;"8,5";5;;;;;', 8.5],
  [
    'Android in pounds',
    STRONG_ANDROID.replace('(kg)', '(lbs)'),
    '1;2025-05-01 17:05:06;Legs;3900;Squat (Barbell);1;225.0;5;;;;;',
    102.05828325,
  ],
  ['newer, with commas', STRONG_ANDROID.replaceAll(';', ','), '1,25-04-2025 22:08,Legs,3789,Squat (Barbell),1,35.0,5,,,,,', 35],
  ['a unit on each row', STRONG_OLDER, '2025-05-01 17:05:06;Legs;Squat (Barbell);1;45;lbs;5;;;;0;;;2h 4m', 20.41165665],
  ['a unit on each row, kilograms', STRONG_OLDER, '2025-05-01 17:05:06;Legs;Squat (Barbell);1;45;kg;5;;;;0;;;2h 4m', 45],
  [
    'the oldest, kilograms',
    'Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes',
    '2016-10-03 19:30:55,Workout 1,Squat (Barbell),0,70.0,5,0.0,0,',
    70,
  ],
  [
    'the oldest, pounds',
    'Date,Workout Name,Exercise Name,Set Order,lb,Reps,mi,Seconds',
    '2016-09-05 13:04:16,Workout 1,Squat (Barbell),1,100.0,5,0.0,0',
    45.359237,
  ],
  [
    'Chinese',
    '日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE',
    '2020-09-29 07:10:22,4.Pull,1小时13分钟,Squat (Barbell),1,44.09245243697551,5,0,0,,,',
    20,
  ],
  [
    'German',
    'Datum;Workout-Name;Dauer;Name der Übung;Reihenfolge der Sätze;Gewicht;Wdh.;Entfernung;Sekunden;Notizen;Workout-Notizen;RPE',
    '01.05.2025 17:05;Beine;1 Std. 5 Min.;Squat (Barbell);1;"62,5";5;0;0;;;',
    62.5,
  ],
  ['a set type column', `${STRONG},Set Type`, '2025-05-01 17:05:06,Legs,1h,Squat (Barbell),1,60,5,0,0,,,,Normal', 60],
  ['tabs', STRONG.replaceAll(',', '\t'), '2025-05-01 17:05:06\tLegs\t1h\tSquat (Barbell)\t1\t60\t5\t0\t0\t\t\t', 60],
  ['columns in another order', 'Reps,Weight,Set Order,Exercise Name,Date', '5,60,1,Squat (Barbell),2025-05-01 17:05:06', 60],
] as const)('the dialect of Strong: %s', ([name, header, row, loadKg]) => {
  const book = read(lines(header, row), { unit: name === 'Chinese' ? 'lb' : 'kg' })
  expect(setsOf(book)).toEqual([{ ...oneSet, loadKg: expect.closeTo(loadKg, 9) }])
  expect(book.notUnderstood).toEqual([])
})

test('a unit in the file is believed before the one the request names', () => {
  const book = read(lines(STRONG_ANDROID, '1;2025-05-01 17:05:06;Legs;3900;Squat (Barbell);1;100.0;5;;;;;'), { unit: 'lb' })
  expect(book).toMatchObject({ unit: 'kg', unitFrom: 'file' })
})

test('a file whose rows are in two units keeps each row in its own', () => {
  const book = read(lines(STRONG_OLDER, inUnit(1, 'kg'), inUnit(2, 'lbs'), inUnit(3, 'kg')))
  expect(setsOf(book).map(({ loadKg }) => loadKg)).toEqual([100, expect.closeTo(45.359237, 9), 100])
  expect(book).toMatchObject({ unit: 'kg', unitFrom: 'file' })
})

test('plates tell pounds from kilograms where the file does not', () => {
  expect(read(withLoads([45, 95, 115, 135, 155, 185, 205, 225, 245, 275]))).toMatchObject({ unit: 'lb', unitFrom: 'guessed' })
  expect(read(withLoads([20, 40, 42.5, 47.5, 52, 56, 57.5, 62.5, 67.5, 72.5]), { settingsUnit: 'lb' })).toMatchObject({
    unit: 'kg',
    unitFrom: 'guessed',
  })
  expect(read(withLoads([60, 80]), { settingsUnit: 'lb' })).toMatchObject({ unit: 'lb', unitFrom: 'settings' })
})

test('a movement that was assisted keeps its help positive; a negative load elsewhere is told and left out', () => {
  const book = read(lines(STRONG, row({ movement: 'Pull Up (Assisted)', load: -20 }), row({ movement: 'Pull Up', load: -20 })), {
    unit: 'kg',
  })
  expect(setsOf(book)).toMatchObject([{ movement: 'Pull Up (Assisted)', loadKg: 20 }])
  expect(book.notUnderstood).toMatchObject([{ line: 3, code: 'negative' }])
})

test('zero reps beside a load are an attempt that failed; a row of zeros is nothing', () => {
  const book = read(
    lines(
      STRONG,
      '2025-05-01 17:05:06,Max,1h,Deadlift (Barbell),1,200,0,0,0,,,',
      '2025-05-01 17:05:06,Max,1h,Deadlift (Barbell),2,0,0,0,0,,,',
    ),
    { unit: 'kg' },
  )
  expect(setsOf(book)).toEqual([{ movement: 'Deadlift (Barbell)', kind: 'working', toFailure: false, loadKg: 200, reps: 0 }])
  expect(book.skippedRows).toBe(1)
})

test('body weight is a load of zero, not a load that was not said', () => {
  const book = read(lines(STRONG, '2025-05-01 17:05:06,Pull,1h,Pull Up,1,0,8,0,0,,,'), { unit: 'kg' })
  expect(setsOf(book)).toEqual([{ movement: 'Pull Up', kind: 'working', toFailure: false, loadKg: 0, reps: 8 }])
})

test('values no lifter could have lifted are told with their line, and the sets around them are kept', () => {
  const book = read(
    lines(
      STRONG,
      row({ order: 1, load: '100', reps: '5' }),
      row({ order: 2, load: '1e308', reps: '5' }),
      row({ order: 3, load: '1501', reps: '5' }),
      row({ order: 4, load: '100', reps: '501' }),
      row({ order: 5, load: 'NaN', reps: '5' }),
      row({ order: 6, load: '100', reps: '5.5' }),
      row({ order: 7, load: '100', reps: '5', rpe: '11' }),
    ),
    { unit: 'kg' },
  )
  expect(setsOf(book).map(({ loadKg, needsConfirmation = false }) => [loadKg, needsConfirmation])).toEqual([
    [100, false],
    [undefined, true],
    [undefined, true],
    [100, false],
  ])
  expect(book.notUnderstood.map(({ line, code }) => [line, code])).toEqual([
    [3, 'implausible_load'],
    [4, 'implausible_load'],
    [5, 'implausible_reps'],
    [6, 'not_a_number'],
    [7, 'fraction_of_a_rep'],
    [8, 'implausible_rpe'],
  ])
})

test('a workout before 1990, in the future or on 30 February is told line by line', () => {
  const dates = ['1989-12-31 10:00:00', '2026-03-04 10:00:00', '2025-02-30 10:00:00', 'yesterday', '2026-03-02 10:00:00']
  const book = read(lines(STRONG, ...dates.map((date) => row({ date }))), { unit: 'kg' })
  expect(countSets(book)).toBe(1)
  expect(book.notUnderstood.map(({ line, code }) => [line, code])).toEqual([
    [2, 'implausible_date'],
    [3, 'implausible_date'],
    [4, 'bad_date'],
    [5, 'bad_date'],
  ])
})

test('notes and timers are skipped in a language we do not know, sets of an unknown kind are kept and told', () => {
  const book = read(lines(STRONG, row({ order: 'Pausentimer', load: 0, reps: '0', seconds: '90' }), row({ order: 'X' })), { unit: 'kg' })
  expect(book.skippedRows).toBe(1)
  expect(setsOf(book)).toEqual([{ ...oneSet, loadKg: 100 }])
  expect(book.notUnderstood).toMatchObject([{ line: 3, code: 'unknown_set_kind' }])
})

test('half past five in the afternoon, with the narrow space that phones write before PM', () => {
  const book = read(lines(STRONG, '2025-05-01 5:30:00\u202fPM,Legs,1h,Squat (Barbell),1,100,5,0,0,,,'), {
    unit: 'kg',
    timeZone: 'America/New_York',
  })
  expect(book.workouts[0]?.startedAt).toBe(at('2025-05-01T21:30:00Z'))
})

test('rows of one workout are one workout wherever they stand', () => {
  const book = read(
    lines(
      STRONG,
      row({ date: '2025-05-01 10:00:00', workout: 'A', movement: 'Squat' }),
      row({ date: '2025-05-01 18:00:00', workout: 'B', movement: 'Bench' }),
      row({ date: '2025-05-01 10:00:00', workout: 'A', movement: 'Lunge' }),
    ),
    {
      unit: 'kg',
    },
  )
  expect(book.workouts.map(({ name, exercises }) => [name, exercises.map(({ name }) => name)])).toEqual([
    ['A', ['Squat', 'Lunge']],
    ['B', ['Bench']],
  ])
})

test('a column named __proto__ is a column like any other (B72)', () => {
  const book = read(lines(`__proto__,constructor,${STRONG}`, 'a,b,2025-05-01 17:05:06,Legs,1h,Squat (Barbell),1,100,5,0,0,,,'), {
    unit: 'kg',
  })
  expect(setsOf(book)).toEqual([{ ...oneSet, loadKg: 100 }])
  expect(({} as Record<string, unknown>)['a']).toBe(undefined)
})

test('a cell that a spreadsheet would run is text (B69)', () => {
  const book = read(lines(STRONG, "2025-05-01 17:05:06,=1+1,1h,@SUM(A1),1,100,5,0,0,+cmd|' /C calc'!A0,,"), { unit: 'kg' })
  expect(book.workouts[0]?.name).toBe('=1+1')
  expect(setsOf(book)).toMatchObject([{ movement: '@SUM(A1)', note: "+cmd|' /C calc'!A0" }])
})
