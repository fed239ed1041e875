import type { LocalDay, MovementId, ProgramDay, ProgramItem, ProgramSet, ProgramWeek } from '@gymgenius/domain'
import { kg } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deloaded, plannedDeloads } from './deload.ts'
import { hardSetsOf } from './lighter-week.ts'
import { taperedTo } from './taper.ts'

const aSetOf = (more: Partial<ProgramSet> = {}): ProgramSet => ({ reps: 5, repHigh: 8, rir: 2, ...more })

function anItem(name: string, sets: readonly ProgramSet[]): ProgramItem {
  return {
    movementId: name as MovementId,
    movement: name,
    pattern: 'squat',
    muscles: ['quadriceps'],
    sets,
    restSeconds: 120,
    reason: 'It is here.',
    reasons: [{ code: 'first_time' }],
  }
}

function aDay(session: number, main: readonly ProgramItem[], accessory: readonly ProgramItem[] = []): ProgramDay {
  const stretch = anItem('stretch', [aSetOf({ reps: 1, repHigh: 1 })])
  const sections = { warm_up: [stretch], main, accessory, finisher: [], cool_down: [stretch] }
  return { session, type: 'strength', focus: 'full_body', name: `Day ${session}`, minutes: 60, sections }
}

const aWeek = (days: readonly ProgramDay[]): ProgramWeek => ({ week: 1, block: 'accumulation', days })

/** Weeks of one to six days, each with one to four movements of one to six sets. */
const weeks = fc
  .array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  .map((days) =>
    aWeek(
      days.map((counts, d) =>
        aDay(
          d + 1,
          counts.map((count, i) =>
            anItem(
              `m${i}`,
              Array.from({ length: count }, () => aSetOf({ loadKg: kg(80) })),
            ),
          ),
        ),
      ),
    ),
  )

test('a deload leaves out 40 to 60 % of the sets, takes at most a tenth off the load, leaves two more, and never empties a day', () => {
  fc.assert(
    fc.property(weeks, (week) => {
      const lighter = deloaded(week)
      const [before, after] = [hardSetsOf(week), hardSetsOf(lighter)]
      // Whole sets: the nearest count to half, unless as many have to stay as there are main movements.
      expect(after).toBeGreaterThanOrEqual(Math.floor(before * 0.4))
      expect(after).toBeLessThanOrEqual(Math.max(Math.ceil(before * 0.6), week.days.flatMap(({ sections }) => sections.main).length))
      for (const day of lighter.days) {
        expect(day.sections.main.length).toBeGreaterThan(0)
        for (const { sets } of day.sections.main) for (const set of sets) expect(set).toMatchObject({ rir: 4, loadKg: 75 })
      }
    }),
  )
})

test('a week whose last movements have a single set each is made lighter before them', () => {
  const [three, one] = [3, 1].map((count) => Array.from({ length: count }, () => aSetOf({ loadKg: kg(80) })))
  const week = aWeek([aDay(1, [anItem('m0', three!)]), aDay(2, [anItem('m0', one!), anItem('m1', one!)])])
  expect(hardSetsOf(deloaded(week))).toBe(3)
})

test('where the week was easy already its deload stays hard enough to count, and what was easier still stays as easy', () => {
  const easy = [1, 2, 3, 4, 6].map((rir) => aSetOf({ rir }))
  const day = aDay(
    1,
    easy.map((set, i) => anItem(`m${i}`, [set, set])),
  )
  const left = deloaded(aWeek([day])).days[0]!.sections.main.map(({ sets }) => sets[0]!.rir)
  expect(left).toEqual([3, 4, 4, 4, 6])
})

test('in a deload nothing is done for as many as possible, and where steps are wide the load stays', () => {
  const week = aWeek([aDay(1, [anItem('press', [aSetOf({ kind: 'amrap', loadKg: kg(12) }), aSetOf({ percent: 90 })])])])
  const [set] = deloaded(week, { loadsOf: () => ({ list: [8, 10, 12, 14].map(kg) }) }).days[0]!.sections.main[0]!.sets
  expect(set).toEqual({ reps: 5, repHigh: 8, rir: 4, loadKg: 12 })
})

test('warm-ups and cool-downs of a deload stay', () => {
  const { sections } = deloaded(aWeek([aDay(1, [anItem('squat', [aSetOf(), aSetOf()])])])).days[0]!
  expect([sections.warm_up, sections.cool_down].map((items) => items[0]!.sets[0]!.rir)).toEqual([2, 2])
})

test('a deload every fourth week of twelve comes twice: after the last week a program ends', () => {
  expect(plannedDeloads(12, 4)).toEqual([4, 8])
})

test('a taper keeps loads and falls in sets towards the day; the two days before it are free', () => {
  const main = [
    anItem(
      'squat',
      Array.from({ length: 10 }, () => aSetOf({ loadKg: kg(150) })),
    ),
  ]
  const days = [1, 2, 3].map((session) => aDay(session, main))
  const weeks = [1, 2, 3, 4].map((week): ProgramWeek => ({ ...aWeek(days), week }))
  const tapered = taperedTo(121 as LocalDay, weeks, 100 as LocalDay)
  expect(tapered.map((week) => [week.block, hardSetsOf(week)])).toEqual([
    ['accumulation', 30],
    ['taper', 18],
    ['taper', 12],
  ])
  expect(tapered[2]!.days[0]!.sections.main[0]!.sets[0]).toMatchObject({ loadKg: 150, rir: 2 })
  expect(hardSetsOf(taperedTo(119 as LocalDay, weeks, 100 as LocalDay)[2]!)).toBeLessThan(12)
})
