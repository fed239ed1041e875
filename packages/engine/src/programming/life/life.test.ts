import {
  type LivedPlan,
  type LocalDay,
  localDayOf,
  type MovementId,
  type Muscle,
  type ProgramDay,
  type ProgramItem,
  sessionSections,
} from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { programDaySeconds } from '../../session-time/index.ts'
import { fitToMinutes, mergeSessions, type MovementOf, outlookOf, type Progress, scheduleOf } from './index.ts'

const muscleOf: Record<string, Muscle> = { squat: 'quadriceps', press: 'chest', row: 'lats', curl: 'biceps', pushdown: 'triceps' }
const movementOf: MovementOf = (id) => ({
  pattern: ['squat', 'press', 'row'].includes(id) ? 'squat' : 'isolation',
  laterality: 'bilateral',
  loadKind: 'external',
  setupSeconds: 60,
  transitionSeconds: 30,
  muscles: [{ muscle: muscleOf[id] ?? 'abdominals', role: 'prime_mover', share: 1 }],
})

const item = (id: string, sets = 3, rest = 120): ProgramItem => ({
  movementId: id as MovementId,
  movement: id,
  pattern: 'squat',
  muscles: [muscleOf[id] ?? 'abdominals'],
  sets: Array.from({ length: sets }, () => ({ reps: 6, repHigh: 8, rir: 2 })),
  restSeconds: rest,
  reason: '',
  reasons: [],
})

const day = (session: number): ProgramDay => ({
  session,
  type: 'strength',
  focus: 'full_body',
  name: 'Full body',
  minutes: 75,
  sections: {
    warm_up: [item('march', 1, 0), item('circle', 1, 0)],
    main: [item('squat', 4, 180), item('press', 4, 180)],
    accessory: [item('curl', 3, 90), item('pushdown', 3, 90)],
    finisher: [],
    cool_down: [item('stretch', 1, 0)],
  },
})

const planOf = (weeks: number, perWeek: number): LivedPlan => {
  const all = Array.from({ length: weeks }, (_, w) => ({
    week: w + 1,
    block: 'accumulation' as const,
    days: Array.from({ length: perWeek }, (_, d) => day(w * perWeek + d + 1)),
  }))
  return { weeks: all, order: all.flatMap(({ days }) => days.map(({ session }) => session)), skipped: [], pinned: [], rests: [] }
}

const monday = localDayOf('2026-03-02')
const begun: Progress = { startedOn: monday, done: [], microcycleDays: 7 }
const daysOf = (plan: LivedPlan, progress: Progress, today: LocalDay = monday) =>
  scheduleOf(plan, progress, today).map(({ day }) => (day === undefined ? undefined : day - monday))

test('three sessions a week lie on Monday, Wednesday and Friday as long as nothing happens', () => {
  expect(daysOf(planOf(2, 3), begun)).toEqual([0, 2, 4, 7, 9, 11])
})

test('a missed day moves the rest on and loses nothing; how late the next one is, is told', () => {
  const progress: Progress = { ...begun, done: [{ session: 1, day: monday }] }
  const schedule = scheduleOf(planOf(2, 3), progress, (monday + 5) as LocalDay)
  expect(schedule.map(({ day }) => day! - monday)).toEqual([0, 5, 7, 10, 12, 14])
  expect(schedule[1]).toMatchObject({ status: 'next', daysLate: 3 })
})

test('with weekdays each session waits for the next of them', () => {
  const tuesdayAndSaturday = { ...begun, weekdays: [1, 5] }
  expect(daysOf(planOf(2, 2), tuesdayAndSaturday)).toEqual([1, 5, 8, 12])
  const late = { ...tuesdayAndSaturday, done: [{ session: 1, day: (monday + 1) as LocalDay }] }
  expect(daysOf(planOf(2, 2), late, (monday + 6) as LocalDay)).toEqual([1, 8, 12, 15])
})

test('a rest day pushes what follows, a pin sets a day, and a session left out takes none', () => {
  const plan = planOf(2, 3)
  expect(daysOf({ ...plan, rests: [{ session: 2, days: 1 }] }, begun)).toEqual([0, 3, 5, 8, 10, 12])
  expect(daysOf({ ...plan, pinned: [{ session: 2, day: '2026-03-05' }] }, begun)).toEqual([0, 3, 5, 8, 10, 12])
  expect(daysOf({ ...plan, skipped: [2] }, begun)).toEqual([0, undefined, 2, 5, 7, 9])
})

test('sessions that change places take each other’s days, and nobody else’s day moves', () => {
  expect(daysOf({ ...planOf(2, 3), order: [2, 3, 1, 4, 5, 6] }, begun)).toEqual([0, 2, 4, 7, 9, 11])
  expect(daysOf({ ...planOf(2, 3), order: [4, 1, 2, 3, 5, 6] }, begun)).toEqual([0, 2, 4, 7, 9, 11])
})

test('what comes earlier in the order is next, whatever its number', () => {
  const plan = { ...planOf(1, 3), order: [3, 1, 2] }
  expect(scheduleOf(plan, begun, monday).map(({ session, status }) => [session, status])).toEqual([
    [3, 'next'],
    [1, 'planned'],
    [2, 'planned'],
  ])
})

const sets = (of: ProgramDay) =>
  Object.values(of.sections)
    .flat()
    .reduce((sum, item) => sum + item.sets.length, 0)
const seconds = (of: ProgramDay) => programDaySeconds(of.sections, movementOf)

test('thirty-five minutes keep what the session is built around, and tell what went', () => {
  const { day: fitted, cuts, seconds: takes } = fitToMinutes(day(1), 35, movementOf)
  expect(takes).toBeLessThanOrEqual(35 * 60 * 1.05)
  expect(takes).toBe(seconds(fitted))
  expect(fitted.sections.main.map(({ movement }) => movement)).toEqual(['squat', 'press'])
  expect(fitted.sections.warm_up.length).toBeGreaterThan(0)
  const gone = cuts.reduce((sum, cut) => sum + (cut.cut === 'alternated' ? 0 : cut.sets), 0)
  expect(gone).toBe(sets(day(1)) - sets(fitted))
})

const longWayThere = (id: MovementId) => ({ ...movementOf(id)!, setupSeconds: id === 'squat' || id === 'press' ? 240 : 10 })

test('what a session is built around keeps two sets of each while an accessory stands, however cheap its minutes are', () => {
  for (let minutes = 10; minutes < 60; minutes++) {
    const { main, accessory } = fitToMinutes(day(1), minutes, longWayThere).day.sections
    if (accessory.length > 0) expect(main.map(({ sets: { length } }) => length >= 2)).toEqual([true, true])
  }
})

test('a little less time costs no set where two accessories can be alternated', () => {
  const whole = seconds(day(1)) / 60
  const { cuts, day: fitted } = fitToMinutes(day(1), Math.floor(whole / 1.05) - 1, movementOf)
  expect(cuts).toEqual([{ cut: 'alternated', section: 'accessory', movement: 'curl', with: 'pushdown' }])
  expect(fitted.sections.accessory.every(({ superset }) => superset === fitted.sections.accessory[0]!.superset)).toBe(true)
})

test('less time never gives more sets, enough time changes nothing, and no time still gives a session', () => {
  const counts = Array.from({ length: 120 }, (_, i) => {
    const { sections } = fitToMinutes(day(1), 5 + i, movementOf).day
    expect(sections.main.length).toBeGreaterThan(0)
    return sessionSections.reduce((sum, section) => sum + sections[section].reduce((sets, item) => sets + item.sets.length, 0), 0)
  })
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect(fitToMinutes(day(1), 240, movementOf)).toMatchObject({ cuts: [], day: { sections: day(1).sections } })
})

test('two sessions become one with each movement once, in the time of one', () => {
  const other = { ...day(2), name: 'Pull', sections: { ...day(2).sections, main: [item('row', 4, 180), item('squat', 5, 180)] } }
  const { day: merged, seconds: takes } = mergeSessions(day(1), other, 75, movementOf)
  expect(merged.session).toBe(1)
  expect(takes).toBeLessThanOrEqual(75 * 60 * 1.05)
  const names = Object.values(merged.sections)
    .flat()
    .map(({ movementId }) => movementId)
  expect(new Set(names).size).toBe(names.length)
  expect(merged.sections.main.map(({ movement }) => movement)).toEqual(['squat', 'press', 'row'])
})

const squatter = { level: Math.log(100), variance: 0.0004, experience: 'intermediate', mav: 14 } as const
const weeksOf = (weeks: number, sets: number) => Array.from({ length: weeks }, () => sets)

test('a forecast says more for more work, flattens past what is useful, and loses what is not trained', () => {
  const middles = [4, 8, 14, 28].map((sets) => outlookOf({ ...squatter, weeklySets: weeksOf(10, sets) }).later.middle)
  expect(middles).toEqual(middles.toSorted((a, b) => a - b))
  expect(middles[3]).toBe(middles[2])
  expect(outlookOf({ ...squatter, weeklySets: weeksOf(6, 0) }).later.middle).toBeLessThan(100)
  expect(outlookOf({ ...squatter, weeklySets: weeksOf(2, 0) }).later.middle).toBe(100)
})

test('the range of a forecast is wider than that of what is known now, and widens with the weeks', () => {
  const widths = [0, 4, 8, 12].map((weeks) => {
    const { later } = outlookOf({ ...squatter, weeklySets: weeksOf(weeks, 10) })
    return later.high / later.low
  })
  expect(widths).toEqual([...new Set(widths)].toSorted((a, b) => a - b))
  expect(outlookOf({ ...squatter, weeklySets: [] }).later).toEqual(outlookOf({ ...squatter, weeklySets: [] }).now)
})
