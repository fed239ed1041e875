import { expect, test } from 'vitest'
import { aSet, bench } from '../../testing/training.ts'
import { replayed } from './make-report.ts'
import { pictureOf } from './picture.ts'
import { mostMoved, workoutsAWeek } from './pattern-findings.ts'
import { perWeek } from './volume.ts'

const DAY = 24 * 60
const asked = { timeZone: 'UTC', bodyMassOf: () => 81.5 as never }
const sets = Array.from({ length: 60 }, (_, i) =>
  aSet({ minute: Math.floor(i / 3) * 2 * DAY + (i % 3) * 3, workoutId: `w${Math.floor(i / 3)}` as never, note: 'felt heavy' }),
)
const card = replayed(sets, [bench], asked, () => undefined)
const said = {
  nameOf: () => bench.name,
  loadText: (load: number) => `${Math.round(load)} kg`,
  hasLoads: true,
  name: '',
  bodyWeight: '',
  note: '',
}

test('a picture tells nobody’s name, weight or note until it is told to', () => {
  const silent = JSON.stringify(pictureOf(card, said))
  for (const secret of ['81.5', 'felt heavy', 'Anna', bench.id]) expect(silent).not.toContain(secret)
  const open = pictureOf(card, { ...said, name: 'Anna', bodyWeight: '81.5 kg', note: 'Three years' })
  expect(open.said).toBe('Anna · 81.5 kg')
  expect(open.note).toBe('Three years')
  expect(open.spoken).toContain('Anna')
  expect(pictureOf(card, { ...said, hasLoads: false }).lifts).toEqual([])
})

test('under a hundred foretold sets the picture claims no score', () => {
  expect(card.score.sets).toBe(40)
  expect(pictureOf(card, said)).toMatchObject({ held: '', ranges: [], miss: '' })
})

test('a report does not depend on the order in which sets came to the phone, and leaves out what nobody confirmed', () => {
  const doubtful = aSet({ minute: 5 * DAY, loadKg: 900 as never, needsConfirmation: true })
  expect(replayed([doubtful, ...sets.toReversed()], [bench], asked, () => undefined)).toEqual(card)
})

test('how far a report is grows from nothing', () => {
  const shares: number[] = []
  replayed(
    Array.from({ length: 500 }, (_, i) => aSet({ minute: i, reps: 0 as never })),
    [bench],
    asked,
    (share) => shares.push(share),
  )
  expect(shares).toEqual([0, 0.8])
})

const week = (monday: number, chest: number) => ({ monday: monday as never, sets: chest, muscles: { chest }, groups: { chest } })

test('sets a week are counted over the calendar, weeks without training included', () => {
  const weeks = [week(4, 30), week(18, 10), week(39, 6)]
  expect(perWeek(weeks, 4, ({ muscles }) => muscles)).toEqual(new Map([['chest', (10 + 6) / 4]]))
  expect(perWeek(weeks, Infinity, ({ groups }) => groups)).toEqual(new Map([['chest', 46 / 6]]))
  expect(perWeek([], 4, ({ groups }) => groups)).toEqual(new Map())
})

const pattern = (weeks: readonly (readonly [number, number])[], index?: number) => ({
  pattern: 'squat' as const,
  lastDay: 40 as never,
  weeks: weeks.map(([monday, workouts]) => ({ monday: monday as never, workouts, sets: 3 * workouts })),
  strength: index === undefined ? [] : [{ monday: 39 as never, index }],
})

test('how often a pattern is trained counts the weeks without it', () => {
  expect(
    workoutsAWeek(
      pattern([
        [4, 9],
        [18, 2],
        [32, 2],
        [39, 1],
      ]),
      39 as never,
    ),
  ).toBe((2 + 2 + 1) / 4)
  expect(workoutsAWeek(pattern([[4, 9]]), 39 as never)).toBe(0)
})

test('the pattern named first is the one that moved furthest, up or down', () => {
  expect(mostMoved([pattern([], 108), pattern([], 85), pattern([])])).toEqual({ pattern: 'squat', index: 85 })
  expect(mostMoved([pattern([])])).toBeUndefined()
})
