import { expect, test } from 'vitest'
import { at, lines, read, setsOf } from './testing.ts'

const working = { kind: 'working', toFailure: false } as const

test('FitNotes on Android: a day is a workout, the unit stands on each row, a plank has a time', () => {
  const book = read(
    lines(
      'Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment',
      '2025-05-01,Barbell Squat,Legs,20.0,kgs,8,,,,',
      '2025-05-01,Lat Pulldown,Back,77.16,lbs,10,,,,slow',
      '2025-05-01,Barbell Squat,Legs,60.0,kgs,5,,,,"deep, paused"',
      '2025-05-02,Plank,Core,,,,,,0:01:30,',
      '2025-05-02,Running (Treadmill),Cardio,,,,2.0,km,0:12:00,',
      '2025-05-02,Cycling,Cardio,,,,0.0,m,0:00:00,',
      '2025-05-02,Running (Outdoor),Cardio,,,,3,parsec,30:00,',
    ),
  )
  expect(book).toMatchObject({ format: 'fitnotes', unit: 'kg', unitFrom: 'file', skippedRows: 1 })
  expect(book.notUnderstood).toMatchObject([{ line: 8, code: 'unknown_unit' }])
  expect(book.workouts.map(({ startedAt }) => startedAt)).toEqual([at('2025-05-01T00:00:00Z'), at('2025-05-02T00:00:00Z')])
  expect(setsOf(book)).toEqual([
    { movement: 'Barbell Squat', ...working, loadKg: 20, reps: 8 },
    { movement: 'Lat Pulldown', ...working, loadKg: expect.closeTo(35, 2), reps: 10, note: 'slow' },
    { movement: 'Barbell Squat', ...working, loadKg: 60, reps: 5, note: 'deep, paused' },
    { movement: 'Plank', ...working, durationSeconds: 90 },
    { movement: 'Running (Treadmill)', ...working, durationSeconds: 720, distanceMeters: 2000 },
    { movement: 'Running (Outdoor)', ...working, durationSeconds: 1800 },
  ])
})

test.for([
  [
    'the unit in the header',
    'Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time',
    '2025-05-01,Bench Press,Chest,135.0,5,,,',
    61.23,
  ],
  [
    'kilograms in the header',
    'Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time',
    '2025-05-01,Bench Press,Chest,61.25,5,,,',
    61.25,
  ],
  [
    'iOS, pounds filled',
    'Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind',
    '2025-05-01,Bench Press,Chest,,135,5,,,,,wr',
    61.23,
  ],
  [
    'iOS, kilograms filled',
    'Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind',
    '2025-05-01,Bench Press,Chest,61.25,,5,,,,,wr',
    61.25,
  ],
  [
    'semicolons and a decimal comma',
    'Date;Exercise;Category;Weight (kgs);Reps;Distance;Distance Unit;Time',
    '2025-05-01;Bench Press;Chest;61,25;5;;;',
    61.25,
  ],
] as const)('the dialect of FitNotes: %s', ([, header, row, kilograms]) => {
  const book = read(lines(header, row))
  expect(book).toMatchObject({ format: 'fitnotes', unitFrom: 'file', notUnderstoodCount: 0 })
  expect(setsOf(book)).toEqual([{ movement: 'Bench Press', ...working, loadKg: expect.closeTo(kilograms, 1), reps: 5 }])
})

test('a comma in a name that FitNotes did not quote does not move the weight into the reps', () => {
  const book = read(
    lines(
      'Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time',
      '2025-05-01,Overhead Press (Each Side, Dumbbells),Shoulders,8.0,kgs,5,,',
      '2025-05-01,Row, seated, close,Back,40.0,kgs,9,,,',
    ),
  )
  expect(setsOf(book)).toEqual([
    { movement: 'Overhead Press (Each Side, Dumbbells)', ...working, loadKg: 8, reps: 5 },
    { movement: 'Row, seated, close', ...working, loadKg: 40, reps: 9 },
  ])
  expect(book.notUnderstood).toEqual([])
})

test('Fitbod: the time is UTC, the weight that of one dumbbell, what began within half an hour is one visit', () => {
  const book = read(
    lines(
      'Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier',
      '2025-05-03 17:05:06 +0000,Dumbbell Row, 8,34.01946820767298,0.0,0.0,0.0,0.0,false,, 2.0',
      '2025-05-01 17:25:06 +0000,Cycling, 0,0.0,600.0,4000.0,0.0,0.0,false,easy, then hard, 0.0',
      '2025-05-01 17:05:06 +0000,Barbell Squat, 5,60.0,0.0,0.0,0.0,0.0,true,, 1.0',
      '2025-05-01 17:05:06 +0000,Stretching, 0,0.0,0.0,0.0,0.0,0.0,false,, 0.0',
      ',,,,,,,,,,',
    ),
    { timeZone: 'America/New_York' },
  )
  expect(book).toMatchObject({ format: 'fitbod', unit: 'kg', unitFrom: 'file', skippedRows: 1, notUnderstoodCount: 0 })
  expect(book.workouts.map(({ startedAt, exercises }) => [startedAt, exercises.length])).toEqual([
    [at('2025-05-01T17:05:06Z'), 2],
    [at('2025-05-03T17:05:06Z'), 1],
  ])
  expect(setsOf(book)).toEqual([
    { movement: 'Barbell Squat', ...working, kind: 'warm_up', loadKg: 60, reps: 5 },
    { movement: 'Cycling', ...working, durationSeconds: 600, distanceMeters: 4000, note: 'easy' },
    { movement: 'Dumbbell Row', ...working, loadKg: expect.closeTo(34.02, 2), reps: 8 },
  ])
})

test('an old Fitbod export has rows of several equal sets, and its unit is what the lifter says', () => {
  const book = read(
    lines('Date,Exercise,Sets,Reps,Weight,isWarmup,Note', '2019-02-13,Chin Up,3,5,0,,', '2019-02-13,Bench Press,1,8,60,TRUE,'),
    {
      unit: 'kg',
    },
  )
  expect(book).toMatchObject({ format: 'fitbod', unitFrom: 'request' })
  expect(setsOf(book).map(({ movement, part }) => [movement, part])).toEqual([
    ['Chin Up', undefined],
    ['Chin Up', 2],
    ['Chin Up', 3],
    ['Bench Press', undefined],
  ])
})

const LIFTOSAUR =
  'Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,Required RPE,Completed RPE,' +
  'Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,' +
  'Target Muscles,Synergist Muscles,Notes'

test('Liftosaur: what was done counts and not what was planned, in the unit of its row, at the time it was done', () => {
  const start = '2025-05-01T17:05:06.789Z'
  const book = read(
    lines(
      LIFTOSAUR,
      `${start},GZCLP,Day 1,"Squat, Barbell",1,5,5,0,,,0,40,kg,40,kg,0,2025-05-01T17:06:00.000Z,Quadriceps,"Glutes,Hamstrings",easy`,
      `${start},GZCLP,Day 1,"Squat, Barbell",0,5,4,1,8,9.5,1,100,kg,102.5,kg,0,2025-05-01T17:12:51.750Z,Quadriceps,,easy`,
      `${start},GZCLP,Day 1,"Squat, Barbell",0,5,,0,8,,0,100,kg,,,0,,Quadriceps,,easy`,
      `${start},GZCLP,Day 1,Pull Up,0,5,6,0,,,0,,,,,0,,Lats,,`,
      `${start},GZCLP,Day 1,Bench Press,0,5,5,0,,,0,135,lb,135,lb,0,,Chest,,`,
    ),
  )
  expect(book).toMatchObject({ format: 'liftosaur', unit: 'kg', unitFrom: 'file', skippedRows: 1, notUnderstoodCount: 0 })
  expect(book.workouts).toMatchObject([{ name: 'Day 1', startedAt: at(start), exercises: [{ note: 'easy' }, {}, {}] }])
  expect(setsOf(book)).toEqual([
    { movement: 'Squat, Barbell', ...working, kind: 'warm_up', loadKg: 40, reps: 5, performedAt: at('2025-05-01T17:06:00Z') },
    {
      movement: 'Squat, Barbell',
      ...working,
      loadKg: 102.5,
      reps: 4,
      rir: 0.5,
      effortScale: 'rpe',
      performedAt: at('2025-05-01T17:12:51.750Z'),
    },
    { movement: 'Pull Up', ...working, reps: 6 },
    { movement: 'Bench Press', ...working, loadKg: expect.closeTo(61.23, 2), reps: 5 },
  ])
})

const GYMBOOK =
  'Data,Programma,Orario,Esercizio,Zona,Gruppi muscolari (Primari),Gruppi muscolari (Secondari),' +
  'Set / Set di riscaldamento / Set di defaticamento,Ripetizioni / Tempo,Peso / Distanza,Appunti,Saltato'

test('GymBook: each set has its clock time, and one that was skipped is none', () => {
  const book = read(
    lines(
      GYMBOOK,
      '13/01/25,Gambe,19:30,Squat,Gambe,Quadricipite,"Glutei, Polpacci",Set di riscaldamento,20 ripetizioni,"20,00 kg",,No',
      '13/01/25,Gambe,19:35,Squat,Gambe,Quadricipite,Glutei,Set,8 ripetizioni,"82,50 kg",piano,No',
      '13/01/25,Gambe,19:35,Squat,Gambe,Quadricipite,Glutei,Set,7 ripetizioni,"82,50 kg",,No',
      '13/01/25,Gambe,19:40,Squat,Gambe,Quadricipite,Glutei,Set,8 ripetizioni,"82,50 kg",,Si',
      '13/01/25,Gambe,19:45,Planks,Addome,Addominali,,Set,60 secondi,"0,00 kg",,No',
      '13/01/25,Gambe,19:50,Cyclette,Cardio,,,Set di defaticamento,10 minuti,"5,00 km",,No',
    ),
  )
  expect(book).toMatchObject({ format: 'gymbook', unit: 'kg', unitFrom: 'file', skippedRows: 1, notUnderstoodCount: 0 })
  expect(book.workouts).toMatchObject([{ name: 'Gambe', startedAt: at('2025-01-13T19:30:00Z') }])
  expect(setsOf(book)).toEqual([
    { movement: 'Squat', ...working, kind: 'warm_up', loadKg: 20, reps: 20, performedAt: at('2025-01-13T19:30:00Z') },
    { movement: 'Squat', ...working, loadKg: 82.5, reps: 8, note: 'piano', performedAt: at('2025-01-13T19:35:00Z') },
    { movement: 'Squat', ...working, loadKg: 82.5, reps: 7, performedAt: at('2025-01-13T19:35:01Z') },
    { movement: 'Planks', ...working, durationSeconds: 60, performedAt: at('2025-01-13T19:45:00Z') },
    { movement: 'Cyclette', ...working, durationSeconds: 600, distanceMeters: 5000, performedAt: at('2025-01-13T19:50:00Z') },
  ])
})

test('GymBook in German is GymBook: its table has the same shape in every language', () => {
  const book = read(
    lines(
      'Datum,Plan,Zeit,Übung,Region,Muskelgruppen (Primär),Muskelgruppen (Sekundär),Satz / Aufwärmsatz / Abwärmsatz,Wiederholungen / Zeit,Gewicht / Distanz,Notizen,Übersprungen',
      '13.01.25,Beine,19:30,Kniebeuge,Beine,,,Aufwärmsatz,5 Wiederholungen,"20,00 kg",,Nein',
      '13.01.25,Beine,19:35,Kniebeuge,Beine,,,Satz,5 Wiederholungen,"100,00 kg",,Ja',
      '13.01.25,Beine,19:40,Unterarmstütz,Bauch,,,Satz,45 Sekunden,"0,00 kg",,Nein',
    ),
  )
  expect(book).toMatchObject({ format: 'gymbook', skippedRows: 1, notUnderstoodCount: 0 })
  expect(setsOf(book)).toMatchObject([
    { movement: 'Kniebeuge', kind: 'warm_up', loadKg: 20, reps: 5 },
    { movement: 'Unterarmstütz', durationSeconds: 45 },
  ])
})

const STRONGLIFTS =
  '\uFEFFDate (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,Top Set (Reps×LB),e1RM (LB),Reps,Volume (LB),' +
  'Workout Volume (LB),Duration (hours),Start Time (h:mm),End Time (h:mm),Notes,Set 1 (Reps),Set 1 (LB),Set 2 (Reps),Set 2 (LB),Set 3 (Reps),Set 3 (LB)'

test('StrongLifts: sets stand side by side; 0 reps are a failed attempt only where the row says 0 and not a dash', () => {
  const book = read(
    lines(
      STRONGLIFTS,
      '2025/05/01,1,"Workout A","5×5",83.5,"Squat",5/0/-,,5×135,150,5,675,675,1.25,10:02 PM,11:17 PM,"felt good",5,135,0,135,0,135',
      '2025/05/01,1,"Workout A","5×5",83.5,"Deadlift",1×5,,5×225,250,5,1125,1800,1.25,10:02 PM,11:17 PM,"felt good",5,225,,,,',
      '2025/05/01,2,"Workout B","5×5",83.5,"Row",,,,,0,0,0,0.5,11:30 PM,11:59 PM,"",0,95,,,,',
    ),
  )
  expect(book).toMatchObject({ format: 'stronglifts', unit: 'lb', unitFrom: 'file', skippedRows: 1 })
  expect(book.notUnderstood).toMatchObject([{ line: 4, code: 'skipped_or_failed' }])
  expect(book.workouts).toMatchObject([
    { name: 'Workout A', startedAt: at('2025-05-01T22:02:00Z'), durationSeconds: 4500, note: 'felt good' },
  ])
  expect(setsOf(book)).toEqual([
    { movement: 'Squat', ...working, loadKg: expect.closeTo(61.23, 2), reps: 5 },
    { movement: 'Squat', part: 2, ...working, loadKg: expect.closeTo(61.23, 2), reps: 0 },
    { movement: 'Deadlift', ...working, loadKg: expect.closeTo(102.06, 2), reps: 5 },
  ])
})

const JEFIT_LOGS =
  'USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,logTime,interval_logs,auto_generated'
const jefit = (mass: string, ...logs: string[]) =>
  lines(
    '### SETTING ##########',
    '',
    'row_id,USERID,mass',
    `1,1," ${mass}"`,
    '',
    '######################',
    '### ROUTINES #########',
    '_id,name',
    '1,Push',
    '### WORKOUT SESSIONS ###',
    'rowid,_id,total_time,starttime,starttimie,endtime',
    '1,1746119106,3600,1746119106,,1746122706',
    '2,88,1800,,1746205506,',
    '### EXERCISE LOGS ####',
    JEFIT_LOGS,
    ...logs,
    '### EXERCISE SET LOGS ###',
    '_id,userid,exercise_log_id,set_index,weight_lbs,reps',
    '1,1,1,0,132.28,10',
    '2,1,4,0,225,5',
    '3,1,99,0,225,5',
  )

const aLog = (packed: string) => `1,x,1,"${packed}",1,0,2025-05-01,21,"Barbell Bench Press",1,1746119106,1,,`

test('JEFIT: sets packed in one cell, the unit in the settings, the start in seconds, however the column is spelled', () => {
  const book = read(
    jefit(
      'kg',
      '1,"2026-01-01 00:00:00",1,"60x10,64.9998x8,oops",1,86.67,2025-05-01,21,"Barbell Bench Press",1,1746119106,1746119200,,',
      '1,"2026-01-01 00:00:00",1,"0x12",2,0,2025-05-02,90,"Pull Up",2,88,1,,',
      '1,"2026-01-01 00:00:00",1,"100x5",3,116.67,2025-05-05,127,"Barbell Squat",3,2000,2,,',
      '1,"2026-01-01 00:00:00",1,,4,0,2025-05-05,128,"Deadlift",3,2000,2,,',
    ),
  )
  expect(book).toMatchObject({ format: 'jefit', unit: 'kg', unitFrom: 'file', skippedRows: 2 })
  expect(book.notUnderstood).toMatchObject([
    { line: 16, code: 'bad_set' },
    { line: 24, code: 'no_movement' },
  ])
  expect(book.workouts.map(({ startedAt, durationSeconds }) => [startedAt, durationSeconds])).toEqual([
    [at('2025-05-01T17:05:06Z'), 3600],
    [at('2025-05-02T17:05:06Z'), 1800],
    [at('2025-05-05T00:00:00Z'), undefined],
  ])
  expect(setsOf(book)).toEqual([
    { movement: 'Barbell Bench Press', ...working, loadKg: 60, reps: 10 },
    { movement: 'Barbell Bench Press', part: 2, ...working, loadKg: 65, reps: 8 },
    { movement: 'Pull Up', ...working, loadKg: 0, reps: 12 },
    { movement: 'Barbell Squat', ...working, loadKg: 100, reps: 5 },
    { movement: 'Deadlift', ...working, loadKg: expect.closeTo(102.06, 2), reps: 5 },
  ])
})

test('a JEFIT backup that does not name its unit says each set a second time in pounds, and that tells', () => {
  expect(read(jefit('', aLog('60x10')))).toMatchObject({ unit: 'kg', unitFrom: 'file' })
  expect(read(jefit('', aLog('132.28x10')))).toMatchObject({ unit: 'lb', unitFrom: 'file' })
})

test('Alpha Progression: sessions, exercises and their sets, decimal commas, a plus for what was added to the body', () => {
  const book = read(
    lines(
      '"Legs · Day 2 · Week 4 · PPL";"2025-05-01 4:54 h";"1:02 hr"',
      '"1. Hack Squats · Machine · 8 reps";"WU1 · 37,5 kg · 9 reps<br>WU2 · 72,5 kg · 7 reps"',
      '#;KG;REPS;RIR',
      '1;115;8;1',
      '2;102,5;6;0,5',
      '"2. Hanging Leg Raises · Bodyweight · 12 reps · 2 dropsets"',
      '#;KG;REPS;RIR',
      '1;+35;10;0',
      '2;-;-;-',
      '"3. Planks · 60 secs"',
      '#;KG;SECS',
      '1;+0;60',
      '',
      '"Push · Day 1";"2025-05-03 5:04 pm";"45 min"',
      '"1. Bench Press · Barbell · 6 reps"',
      '#;LB;REPS',
      '1;225;5',
    ),
  )
  expect(book).toMatchObject({ format: 'alpha_progression', unit: 'kg', unitFrom: 'file', skippedRows: 1, notUnderstoodCount: 0 })
  expect(book.workouts).toMatchObject([
    { name: 'Legs · Day 2 · Week 4 · PPL', startedAt: at('2025-05-01T04:54:00Z'), durationSeconds: 3720 },
    { name: 'Push · Day 1', startedAt: at('2025-05-03T17:04:00Z'), durationSeconds: 2700 },
  ])
  expect(setsOf(book)).toEqual([
    { movement: 'Hack Squats (Machine)', ...working, kind: 'warm_up', loadKg: 37.5, reps: 9 },
    { movement: 'Hack Squats (Machine)', part: 2, ...working, kind: 'warm_up', loadKg: 72.5, reps: 7 },
    { movement: 'Hack Squats (Machine)', ...working, loadKg: 115, reps: 8, rir: 1, effortScale: 'rir' },
    { movement: 'Hack Squats (Machine)', ...working, loadKg: 102.5, reps: 6, rir: 0.5, effortScale: 'rir' },
    { movement: 'Hanging Leg Raises (Bodyweight)', ...working, loadKg: 35, reps: 10, rir: 0, effortScale: 'rir' },
    { movement: 'Planks', ...working, durationSeconds: 60 },
    { movement: 'Bench Press (Barbell)', ...working, loadKg: expect.closeTo(102.06, 2), reps: 5 },
  ])
})
