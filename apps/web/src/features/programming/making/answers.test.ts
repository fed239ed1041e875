import { expect, test } from 'vitest'
import { answersOf, hindrancesOf, type Known, profileWith, requestOf, weeksUntil } from './answers.ts'
import { changed } from './draft.ts'

const today = '2026-11-22'
const nobody: Known = {
  profile: {},
  rules: { movements: [], favourites: [], constraints: [] },
  gyms: [],
  now: Date.parse('2026-11-22T12:00:00Z'),
}
const pain = (joint: 'knee' | 'hip', severity: 'mild' | 'severe', until: string) =>
  ({ id: 'a', joint, severity, from: '2026-11-01T00:00:00Z', until, excludedMovementIds: [], cappedMovementIds: [] }) as never
const ask = (draft: Parameters<typeof requestOf>[0], known = nobody) => requestOf(draft, known, 'an id', 1, today)

test('who answers nothing asks for three hours a week of strength and muscle, for a beginner, with everything there', () => {
  expect(ask({})).toMatchObject({
    goals: [
      { goal: 'strength', weight: 5 },
      { goal: 'hypertrophy', weight: 5 },
    ],
    daysPerWeek: 3,
    minutes: 60,
    weeks: 12,
    experience: 'novice',
    gym: 'full',
  })
})

test('a program that nobody named is named for all that it is mainly for, the dearest first', () => {
  expect(ask({}).name).toBe('Strength and muscle, 12 weeks')
  expect(ask({ purse: { mobility: 3, fat_loss: 4, strength: 3 }, weeks: 1 }).name).toBe('Fat loss, mobility, and strength, 1 week')
  expect(ask({ purse: { hypertrophy: 3, strength: 7 } }).name).toBe('Strength, 12 weeks')
  expect(ask({ name: ' Winter ' }).name).toBe('Winter')
})

test('what hurts and what is never done is left to the server as long as nobody touches it: it knows the newest', () => {
  const known: Known = {
    ...nobody,
    rules: {
      movements: [{ movementId: 'dips' as never, rule: 'hard_no' }],
      favourites: [],
      constraints: [pain('knee', 'severe', '2026-12-01T00:00:00Z')],
    },
  }
  expect(answersOf({}, known)).toMatchObject({ injuries: [{ joint: 'knee', severity: 'severe' }], never: ['dips'] })
  expect(ask({}, known)).not.toHaveProperty('injuries')
  expect(ask({}, known)).not.toHaveProperty('rules')
  expect(ask({ injuries: [] }, known).injuries).toEqual([])
})

test('a movement left out of one program takes no other rule away', () => {
  const rules: Known['rules'] = {
    movements: [
      { movementId: 'dips' as never, rule: 'hard_no' },
      { movementId: 'squat' as never, rule: 'hard_yes' },
      { movementId: 'row' as never, rule: 'preferred' },
    ],
    favourites: [],
    constraints: [],
  }
  expect(ask({ never: ['dips', 'row'] }, { ...nobody, rules }).rules).toEqual([
    { movementId: 'squat', rule: 'hard_yes' },
    { movementId: 'dips', rule: 'hard_no' },
    { movementId: 'row', rule: 'hard_no' },
  ])
})

test('a pain that is over hurts no more, and of two in a joint the worse is told', () => {
  const rules = {
    ...nobody.rules,
    constraints: [
      pain('hip', 'severe', '2026-11-20T00:00:00Z'),
      pain('knee', 'mild', '2026-12-01T00:00:00Z'),
      pain('knee', 'severe', '2026-12-01T00:00:00Z'),
    ],
  }
  expect(answersOf({}, { ...nobody, rules }).injuries).toEqual([{ joint: 'knee', severity: 'severe' }])
})

test('a gym that was deleted meanwhile is not asked for', () => {
  const home = { id: '01960000-0000-7000-8000-000000000001', name: 'Home' }
  expect(answersOf({ place: home.id }, { ...nobody, gyms: [home] }).place).toBe(home.id)
  expect(answersOf({ place: home.id }, nobody).place).toBe('full')
})

test('a test in so many weeks leaves room for just as many', () => {
  expect(weeksUntil('2027-01-02', today)).toBe(6) // 42 days, today among them
  expect(weeksUntil('2027-01-01', today)).toBe(5)
  expect(hindrancesOf(answersOf({ peakOn: '2027-01-02', weeks: 6 }, nobody), today)).toEqual([])
  expect(hindrancesOf(answersOf({ peakOn: '2027-01-01', weeks: 6 }, nobody), today)).toEqual(['test_too_near'])
  expect(hindrancesOf(answersOf({ peakOn: '2026-11-22' }, nobody), today)).toEqual(['test_passed'])
})

test('weekdays are as many as training days, or none; dollars are ten', () => {
  expect(hindrancesOf(answersOf({ weekdays: [0, 2], daysPerWeek: 3 }, nobody), today)).toEqual(['few_weekdays'])
  expect(hindrancesOf(answersOf({ purse: { speed: 9 } }, nobody), today)).toEqual(['dollars_left'])
  expect(ask({ weekdays: [0, 2, 4] })).toMatchObject({ weekdays: [0, 2, 4], startsOn: today })
  expect(ask({ weekdays: [0, 2, 4], peakOn: '2027-06-01' })).not.toHaveProperty('startsOn') // the day of the test says when it begins
})

test('what is remembered for the next time takes nothing else away', () => {
  const known: Known = { ...nobody, profile: { birthYear: 1990, skills: ['muscle-up'], experience: 'advanced' } }
  expect(profileWith(known, { daysPerWeek: 4 })).toMatchObject({
    birthYear: 1990,
    skills: ['muscle-up'],
    experience: 'advanced',
    schedule: { daysPerWeek: 4, minutes: 60 },
  })
})

test('who changes an answer asks for another program; the fault of another question stays', () => {
  const refused = { id: 'made', minutes: 60, faults: { minutes: 'Too long', weeks: 'Too many' } }
  expect(changed(refused, { minutes: 45 })).toEqual({ minutes: 45, faults: { weeks: 'Too many' } })
  expect(changed(refused, { faults: {} })).toEqual({ id: 'made', minutes: 60, faults: {} })
})
