import { expect, test } from 'vitest'
import { microcycleKpis, type ProgramItem, type ProgramReport, sessionKpis } from '@gymgenius/domain'
import type { CheckedProgram, CheckedRequest } from './asked.ts'
import { addOutcomes, checkProgram, outcomeOf } from './index.ts'
import { dayOfType, goodProgram, goodRequest, itemOf, timed, withDay, withItem, withSection } from './testing/good-program.ts'

type Kpi = keyof ProgramReport['kpis']

function missesOf(program: CheckedProgram, request: CheckedRequest = goodRequest): Kpi[] {
  const { kpis } = checkProgram(request, program)
  return [...sessionKpis, ...microcycleKpis].filter((kpi) => !kpis[kpi].pass)
}

const circuit = ['jump', 'throw', 'rotation', 'olympic', 'core_flexion', 'anti_rotation'].map((pattern) =>
  itemOf(`station ${pattern}`, 1, { restSeconds: 20 }),
)

test('a program that keeps every rule passes, and says so of each session and week', () => {
  expect(missesOf(goodProgram)).toEqual([])
  const { sessions, microcycles, kpis } = checkProgram(goodRequest, goodProgram)
  expect([sessions.length, microcycles.length]).toEqual([16, 4])
  expect(kpis.time).toMatchObject({ pass: true, value: 1, why: '16 of 16 sessions.' })
})

test('circuits, rides and stretches are judged by what they are', () => {
  expect(missesOf(withDay(goodProgram, 2, dayOfType('conditioning', circuit))).filter((kpi) => !ofWeeks(kpi))).toEqual([])
  expect(missesOf(withDay(goodProgram, 2, dayOfType('cardio', [itemOf('run', 1)]))).filter((kpi) => !ofWeeks(kpi))).toEqual([])
  const drills = ['drill 0 0', 'drill 0 1', 'drill 2 0', 'drill 2 1'].map((id) => itemOf(id, 1))
  expect(missesOf(withDay(goodProgram, 2, dayOfType('mobility', drills))).filter((kpi) => !ofWeeks(kpi))).toEqual([])
})

/** A session with one set of each main movement. */
const easy = (reasons: ProgramItem['reasons']) =>
  withSection(goodProgram, 1, 'main', (items) => items.map((item) => ({ ...item, sets: item.sets.slice(0, 1), reasons })))

test('a session that was made lighter may be over sooner, and one that is only short may not', () => {
  expect(missesOf(easy([]))).toContain('time')
  expect(missesOf(easy([{ code: 'deload' }]))).not.toContain('time')
})

/** The first week with one set of each movement. */
const lightened = (reasons: ProgramItem['reasons']) => ({
  weeks: goodProgram.weeks.map((week) =>
    week.week !== 1
      ? week
      : {
          ...week,
          days: week.days.map((day) => ({
            ...day,
            sections: {
              ...day.sections,
              main: day.sections.main.map((item) => ({ ...item, sets: item.sets.slice(0, 1), reasons })),
              accessory: day.sections.accessory.map((item) => ({ ...item, sets: item.sets.slice(0, 1), reasons })),
            },
          })),
        },
  ),
})

test('a week that was made lighter sets no measure for the week after it', () => {
  expect(missesOf(lightened([]))).toContain('volume')
  expect(missesOf(lightened([{ code: 'deload' }]))).not.toContain('volume')
})

test('who has a sore knee jumps in no session, however little it hurts', () => {
  const jumps = dayOfType('conditioning', circuit)
  const { kpis } = checkProgram({ ...goodRequest, injuries: [{ joint: 'knee', severity: 'mild' }] }, withDay(goodProgram, 2, jumps))
  expect(kpis.hard_constraints.reasons).toContainEqual({ code: 'joint_loaded', facts: { movement: 'station jump', joint: 'knee' } })
})

const ofWeeks = (kpi: Kpi) => microcycleKpis.some((each) => each === kpi)

const mutations: readonly (readonly [string, CheckedProgram, readonly Kpi[], Partial<CheckedRequest>?])[] = [
  ['no cool-down', withSection(goodProgram, 1, 'cool_down', () => []), ['complete_structure', 'movement_count', 'time']],
  [
    'six warm-ups',
    withSection(goodProgram, 1, 'warm_up', (items) => [
      ...items,
      ...['drill 1 0', 'drill 1 1', 'drill 2 0', 'drill 2 1'].map((id) =>
        itemOf(id, 1, { restSeconds: 0, sets: [{ reps: 1, repHigh: 1, rir: 4 }] }),
      ),
    ]),
    ['complete_structure', 'time'],
  ],
  [
    'accessories and a finisher',
    withSection(goodProgram, 1, 'finisher', () => [itemOf('spare curl', 1, { restSeconds: 0, sets: [{ reps: 1, repHigh: 1, rir: 2 }] })]),
    ['complete_structure'],
    { minutes: goodRequest.minutes * 1.02 },
  ],
  [
    'a finisher of two units',
    withSection(
      withSection(goodProgram, 1, 'accessory', () => []),
      1,
      'finisher',
      () => ['accessory 0 0', 'accessory 0 1'].map((id) => itemOf(id, 4)),
    ),
    ['complete_structure'],
  ],
  [
    'too few movements',
    withSection(
      withSection(goodProgram, 1, 'accessory', () => []),
      1,
      'finisher',
      () => [itemOf('accessory 0 0', 9)],
    ),
    ['movement_count', 'time'],
  ],
  ['a session too long', withItem(goodProgram, 1, 'main', 0, (item) => ({ ...item, restSeconds: 200 })), ['time']],
  ['a session too short', withItem(goodProgram, 1, 'main', 0, (item) => ({ ...item, restSeconds: 10 })), ['time']],
  ['minutes that are not true', withDay(goodProgram, 1, (day) => ({ ...day, minutes: day.minutes - 3 })), ['time']],
  [
    'one pattern in the main block',
    withSection(goodProgram, 1, 'main', () => ['spare row', 'spare fly'].map((id) => itemOf(id, 4))),
    ['pattern_diversity'],
  ],
  ['what the lifter never does', goodProgram, ['hard_constraints'], { rules: { hardNo: [itemOf('main 0 0', 1).movementId] } }],
  [
    'what loads a joint that hurts',
    withItem(goodProgram, 1, 'accessory', 1, () => itemOf('painful', 4)),
    ['hard_constraints'],
    { injuries: [{ joint: 'elbow', severity: 'moderate' }] },
  ],
  [
    'what is kind to a joint, done where the pain is severe',
    withItem(goodProgram, 1, 'accessory', 1, () => itemOf('kind', 4)),
    ['hard_constraints'],
    {
      injuries: [
        { joint: 'elbow', severity: 'severe' },
        { joint: 'elbow', severity: 'mild' },
      ],
    },
  ],
  [
    'a press where the shoulder hurts badly, though it is not known to be unkind to it',
    goodProgram,
    ['hard_constraints'],
    { injuries: [{ joint: 'shoulder', severity: 'severe' }] },
  ],
  [
    'a set near failure where something hurts a little',
    withItem(goodProgram, 1, 'accessory', 1, () =>
      itemOf('painful', 4, { sets: Array.from({ length: 4 }, () => ({ reps: 8, repHigh: 10, rir: 1 })) }),
    ),
    ['hard_constraints'],
    { injuries: [{ joint: 'elbow', severity: 'mild' }] },
  ],
  [
    'what that gym has not',
    withItem(goodProgram, 2, 'accessory', 1, () => itemOf('elsewhere', 4)),
    ['hard_constraints'],
    { gymOfDay: [1, 0] },
  ],
  [
    'a movement that nobody knows',
    withItem(goodProgram, 1, 'accessory', 1, (item) => ({ ...item, movementId: 'nobody' as typeof item.movementId })),
    ['hard_constraints'],
  ],
  [
    'a movement under a false pattern',
    withItem(goodProgram, 1, 'accessory', 1, (item) => ({ ...item, pattern: 'carry' })),
    ['hard_constraints'],
  ],
  ['no sets', withItem(goodProgram, 1, 'accessory', 1, (item) => ({ ...item, sets: [] })), ['time', 'hard_constraints']],
  [
    'a set of no repetitions',
    withItem(goodProgram, 1, 'accessory', 1, (item) => ({ ...item, sets: item.sets.map((set) => ({ ...set, reps: 0 })) })),
    ['hard_constraints'],
  ],
  ['a movement twice in a session', withItem(goodProgram, 1, 'accessory', 1, () => itemOf('accessory 0 0', 4)), ['hard_constraints']],
  [
    'a pattern twice in a main block',
    withSection(goodProgram, 1, 'main', (items) => [
      ...items.map((item) => ({ ...item, sets: item.sets.slice(1) })),
      itemOf('spare press', 2, { restSeconds: 10 }),
    ]),
    ['hard_constraints'],
  ],
  [
    'a main pattern of the day before',
    withItem(
      withDay(goodProgram, 1, (day) => ({ ...day, type: 'strength' })),
      2,
      'main',
      0,
      () => itemOf('leg press', 4),
    ),
    ['hard_constraints'],
  ],
  [
    'a pattern of the last session of this type',
    withItem(
      withDay(goodProgram, 2, (day) => ({ ...day, type: 'strength' })),
      3,
      'main',
      1,
      () => itemOf('lat press', 4),
    ),
    ['pattern_repeats'],
  ],
  [
    'thirteen sets of one muscle in one session',
    withItem(goodProgram, 1, 'main', 0, (item) => ({
      ...item,
      restSeconds: 6,
      sets: Array.from({ length: 13 }, () => ({ reps: 6, repHigh: 6, rir: 2 })),
    })),
    ['hard_constraints'],
  ],
  [
    'the same accessories every day',
    [1, 2, 3, 4].reduce(
      (program, session) =>
        withSection(program, session, 'accessory', (items) => [itemOf('spare curl', 4), itemOf('kind', 4), ...items.slice(2)]),
      goodProgram,
    ),
    ['unique_movements', 'volume'],
  ],
  ['a muscle that is never trained', withItem(goodProgram, 3, 'main', 1, () => itemOf('station jump', 4)), ['muscle_coverage']],
  [
    'half as many sets again',
    withItem(goodProgram, 5, 'main', 0, (item) => ({ ...item, restSeconds: 40, sets: [...item.sets, ...item.sets.slice(0, 3)] })),
    ['volume'],
  ],
  ['more than it recovers from', goodProgram, ['volume'], { landmarks: { chest: { mev: 2, mav: 4, mrv: 7 } } }],
  [
    'more than sport leaves',
    goodProgram,
    ['volume'],
    {
      landmarks: { chest: { mev: 2, mav: 4, mrv: 9 } },
      activities: [{ name: 'boxing', timesPerWeek: 2, minutes: 60, effort: 3, muscles: ['chest'] }],
    },
  ],
  ['a leap from the weeks before', goodProgram, ['volume'], { recentSets: { chest: 4 } }],
  [
    'a deload that takes nothing away',
    {
      weeks: goodProgram.weeks.map((week) =>
        week.block === 'deload' ? { ...goodProgram.weeks[0]!, week: 4, block: 'deload' as const } : week,
      ),
    },
    ['volume'],
  ],
  [
    'a deload as near to failure as ever',
    {
      weeks: goodProgram.weeks.map((week) =>
        week.block === 'deload'
          ? {
              ...week,
              days: week.days.map((day) => ({
                ...day,
                sections: {
                  ...day.sections,
                  main: day.sections.main.map((item) => ({ ...item, sets: item.sets.map((set) => ({ ...set, rir: 0 })) })),
                },
              })),
            }
          : week,
      ),
    },
    ['volume'],
  ],
  [
    'a circuit of five',
    withDay(goodProgram, 2, dayOfType('conditioning', circuit.slice(1))),
    ['complete_structure', 'muscle_coverage', 'volume'],
  ],
  [
    'lifts in a cardio session',
    withDay(goodProgram, 2, dayOfType('cardio', [itemOf('main 1 0', 1)])),
    ['complete_structure', 'muscle_coverage', 'volume'],
  ],
]

for (const [name, program, misses, more = {}] of mutations)
  test(`${name} is caught`, () => {
    expect(missesOf(program, { ...goodRequest, ...more })).toEqual(misses)
  })

test('squats in three sessions of one week are once too often', () => {
  const often = withItem(
    withItem(goodProgram, 4, 'main', 1, () => itemOf('spare squat', 4)),
    3,
    'main',
    1,
    () => itemOf('spare squat', 4),
  )
  expect(missesOf(often)).toContain('pattern_uses')
  expect(missesOf(often, { ...goodRequest, microcycleDays: 10 })).not.toContain('pattern_uses')
})

test('a rule that is openly set aside is no miss, and the report says what was set aside', () => {
  const program = {
    ...withItem(goodProgram, 1, 'main', 0, (item) => ({ ...item, restSeconds: 200 })),
    waivers: [{ rule: 'time' as const, why: 'Singles want long rests.' }],
  }
  expect(missesOf(program)).toEqual([])
  const { sessions, waivers } = checkProgram(goodRequest, program)
  expect(sessions[0]!.kpis.time.why).toMatch(/^Set aside on purpose: Singles want long rests\. \(It takes/)
  expect(waivers).toHaveLength(1)
})

test('a miss is told by a code with its amounts too, once, and the whole program gives its first', () => {
  const late = withItem(goodProgram, 1, 'main', 0, (item) => ({ ...item, restSeconds: 200 }))
  const { sessions, kpis } = checkProgram(goodRequest, late)
  const { minutes } = goodRequest
  const over = Math.round((sessions[0]!.kpis.time.value - minutes) * 100) / 100
  expect(sessions[0]!.kpis.time.why).toBe(`It takes ${over} minutes longer than the ${minutes} there are.`)
  expect(sessions[0]!.kpis.time.reasons).toContainEqual({ code: 'time_over', facts: { over, minutes } })
  expect(kpis.time.reasons).toEqual(sessions[0]!.kpis.time.reasons)
  expect(sessions[1]!.kpis.time).not.toHaveProperty('reasons')
})

test('what protects a body cannot be set aside', () => {
  const everything = ['session_fatigue', 'repeats_in_session', 'consecutive_patterns', 'structure'] as const
  const program = { ...goodProgram, waivers: everything.map((rule) => ({ rule, why: 'Why not.' })) }
  expect(missesOf(program, { ...goodRequest, rules: { hardNo: [itemOf('main 0 0', 1).movementId] } })).toEqual(['hard_constraints'])
})

test('outcomes of many programs add up', () => {
  const good = outcomeOf(checkProgram(goodRequest, goodProgram))
  const late = outcomeOf(
    checkProgram(
      goodRequest,
      withItem(goodProgram, 1, 'main', 0, (item) => ({ ...item, restSeconds: 200 })),
    ),
  )
  const both = addOutcomes(good, late)
  expect([good.wholeSessions, late.wholeSessions, both.wholeSessions]).toEqual([16, 15, 31])
  expect(both.kpis.time).toEqual({ judged: 32, met: 31 })
  expect(both.kpis.volume).toEqual({ judged: 8, met: 8 })
})

test('a program without weeks passes nothing', () => {
  expect(missesOf({ weeks: [] })).toHaveLength(sessionKpis.length + microcycleKpis.length)
  expect(timed(goodProgram.weeks[0]!.days[0]!)).toEqual(goodProgram.weeks[0]!.days[0])
})
