import type { LocalDay, MovementId, ProgramItem, ProgramSet, ProgramWeek, ProgressionRule } from '@gymgenius/domain'
import { kg, seconds } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { carried, type DoneSession } from './carry.ts'

const squat = 'squat' as MovementId
const fives: ProgramSet = { reps: 8, repHigh: 10, rir: 2 }

function item(more: Partial<ProgramItem> = {}): ProgramItem {
  const sets = [fives, fives, fives]
  return { movementId: squat, movement: 'Squat', pattern: 'squat', muscles: [], sets, restSeconds: 120, reason: '', reasons: [], ...more }
}

/** Weeks of two sessions each, with this movement as the main lift of both. */
const weeksOf = (items: readonly (readonly ProgramItem[])[], blocks: readonly ProgramWeek['block'][] = []): ProgramWeek[] =>
  items.map((both, w) => ({
    week: w + 1,
    block: blocks[w] ?? 'accumulation',
    days: both.map((one, d) => ({
      session: w * 2 + d + 1,
      type: 'strength',
      focus: 'full_body',
      name: `Day ${d + 1}`,
      minutes: 60,
      sections: { warm_up: [], main: [one], accessory: [], finisher: [], cool_down: [] },
    })),
  }))

const did = (session: number, reps: readonly number[], loadKg: number, day = session * 3): DoneSession => ({
  session,
  day: day as LocalDay,
  sets: reps.map((each) => ({ movementId: squat, reps: each, loadKg, rir: 2 })),
})

function after(weeks: readonly ProgramWeek[], done: readonly DoneSession[], more: { today?: number; isSpared?: () => boolean } = {}) {
  const order = weeks.flatMap(({ days }) => days.map(({ session }) => session))
  const days = carried({
    plan: { weeks, order, skipped: [] },
    done,
    isDone: (session) => done.some((one) => one.session === session),
    today: (more.today ?? Math.max(0, ...done.map(({ day }) => day))) as LocalDay,
    loadsOf: () => ({ min: kg(20), step: kg(2.5) }),
    loadKindOf: () => 'external',
    isSpared: more.isSpared,
  })
  return new Map(days.map((day) => [day.session, day.sections.main[0]!]))
}
const loads = (of: ReadonlyMap<number, ProgramItem>, session: number) => of.get(session)?.sets.map(({ loadKg }) => loadKg)

const double = item({ progression: 'double' })
const threeWeeks = weeksOf([
  [double, double],
  [double, double],
  [double, double],
])

test('who reaches the top of the range in every set gets the next load in all sessions to come', () => {
  const next = after(threeWeeks, [did(1, [10, 10, 10], 60)])
  expect([...next.keys()]).toEqual([2, 3, 4, 5, 6])
  expect(loads(next, 2)).toEqual([62.5, 62.5, 62.5])
  expect(loads(next, 6)).toEqual([62.5, 62.5, 62.5])
  expect(next.get(2)!.reasons[0]).toMatchObject({ code: 'load_up', facts: { fromKg: 60, toKg: 62.5 } })
})

test('who falls short once keeps the load, and who does twice gets a tenth less', () => {
  const once = [did(1, [9, 9, 9], 60), did(2, [8, 7, 6], 60)]
  expect(loads(after(threeWeeks, once), 3)).toEqual([60, 60, 60])
  const twice = after(threeWeeks, [...once, did(3, [7, 7, 6], 60)])
  expect(loads(twice, 4)).toEqual([55, 55, 55])
  expect(twice.get(4)!.reasons[0]).toMatchObject({ code: 'reset' })
})

test('what is reckoned from the sets counts once, as corrected, or not at all', () => {
  expect(after(threeWeeks, [])).toEqual(new Map())
  const twice = after(threeWeeks, [did(1, [10, 10, 10], 60), did(2, [10, 10, 10], 62.5)])
  expect(loads(twice, 3)![0]).toBe(65)
  const corrected = after(threeWeeks, [did(1, [10, 10, 10], 60), did(2, [10, 10, 8], 62.5)])
  expect(loads(corrected, 3)![0]).toBe(62.5)
})

test('who lifted more than was planned goes on from there', () => {
  expect(loads(after(threeWeeks, [did(1, [9, 9, 9], 60), did(2, [10, 10, 10], 70)]), 3)![0]).toBe(72.5)
})

test('after three weeks away, and of what hurts, the load is found on the day', () => {
  const done = [did(1, [10, 10, 10], 60)]
  expect(after(threeWeeks, done, { today: 3 + 21 }).size).toBe(5)
  expect(after(threeWeeks, done, { today: 3 + 22 }).size).toBe(0)
  expect(after(threeWeeks, done, { isSpared: () => true }).size).toBe(0)
  const back = after(threeWeeks, [...done, did(2, [10, 10, 10], 50, 40)])
  expect(loads(back, 3)![0]).toBe(52.5)
})

test('a deload is nobody’s test: it asks for no load, and what is done in it says nothing', () => {
  const weeks = weeksOf(
    [
      [double, double],
      [double, double],
      [double, double],
    ],
    ['accumulation', 'deload', 'accumulation'],
  )
  const next = after(weeks, [did(1, [10, 10, 10], 60), did(3, [6, 6], 50)])
  expect(next.has(4)).toBe(false)
  expect(loads(next, 5)![0]).toBe(62.5)
})

test('loads of fives are no loads for twelves', () => {
  const twelves = item({ progression: 'double', sets: [{ reps: 12, repHigh: 15, rir: 2 }] })
  const next = after(
    weeksOf([
      [double, twelves],
      [double, twelves],
    ]),
    [did(1, [10, 10, 10], 60)],
  )
  expect([...next.keys()]).toEqual([3])
})

const week = (rir: number) => item({ progression: 'rir_ramp', sets: [1, 2, 3].map(() => ({ ...fives, rir })) })

test('a week of the ramp that fell short keeps its effort', () => {
  const next = after(
    weeksOf([
      [week(3), week(3)],
      [week(2), week(1)],
    ]),
    [did(1, [9, 9, 9], 60), did(2, [9, 8, 7], 60)],
  )
  expect(next.get(3)!.sets.map(({ rir }) => rir)).toEqual([3, 3, 3])
  expect(next.has(4)).toBe(false)
})

test('a hold that was kept is told no repetition more', () => {
  const hold = item({ progression: 'single', sets: [{ reps: 1, repHigh: 1, rir: 2, durationSeconds: seconds(30) }] })
  const kept = { session: 1, day: 3 as LocalDay, sets: [{ movementId: squat, reps: 0, durationSeconds: 40 }] }
  expect(after(weeksOf([[hold, hold]]), [kept]).size).toBe(0)
})

const rule = { style: 'percent', ofMaximum: 90, addKg: 5 } as const satisfies ProgressionRule
/** Two lines a round; the plan takes it for granted that each round is done. */
const table = (round: number, line: number): ProgramItem => {
  const maximumKg = 100 + 5 * round
  const percent = 80 + 10 * line
  const loadKg = kg(Math.round((maximumKg * percent) / 250) * 2.5)
  return item({
    progression: 'percent',
    rule,
    table: { line, lines: 2, maximumKg },
    sets: [{ reps: 5, repHigh: 5, rir: 1, percent, loadKg }],
  })
}
const rounds = weeksOf([0, 1, 2].map((round) => [table(round, 0), table(round, 1)])).map((week) => ({
  ...week,
  days: week.days.map((day) => ({ ...day, name: 'Squat' })),
}))

test('as long as a table of percentages is done its loads are those of the plan', () => {
  expect(after(rounds, [did(1, [5], 80), did(2, [5], 90)])).toEqual(new Map())
})

test('a round that fell short lowers the training maximum of all that is to come', () => {
  const next = after(rounds, [did(1, [5], 80), did(2, [3], 90)])
  expect(loads(next, 3)).toEqual([72.5]) // 80 % of 90
  expect(loads(next, 4)).toEqual([80])
  expect(loads(next, 5)![0]).toBeLessThan(80)
  expect(next.get(3)!.reasons[0]).toMatchObject({ code: 'max_reset', facts: { fromKg: 100, toKg: 90 } })
})
