import { expect, test } from 'vitest'
import { trackedMuscles } from '@gymgenius/domain'
import { calledApart, figuresOf, type Program } from './figures.ts'

const set = (reps: number, rir: number, more: object = {}) => ({ reps, repHigh: reps, rir, ...more })
const item = (...sets: object[]) => ({ movementId: 'a', sets })
const day = (minutes: number, main: object[], rest: object = {}) => ({
  minutes,
  sections: { warm_up: [item(set(20, 5))], main, accessory: [], finisher: [], cool_down: [], ...rest },
})
const volume = (week: number, sets: number) => ({
  week,
  muscles: Object.fromEntries(trackedMuscles.map((muscle) => [muscle, { sets, mev: 4, mav: 10, mrv: 18 }])),
})
const program = (weeks: object[], report?: object) => ({ weeks, report }) as unknown as Program

test('easy weeks are told and do not thin out the weekly sets', () => {
  const weeks = [
    { week: 1, block: 'accumulation', days: [day(60, []), day(40, [])] },
    { week: 2, block: 'deload', days: [day(30, []), day(30, [])] },
  ]
  const report = { volume: [volume(1, 12), volume(2, 5)], kpis: { time: { pass: true }, volume: { pass: false } } }
  expect(figuresOf(program(weeks, report))).toMatchObject({
    weeks: 2,
    sessions: 4,
    sessionsPerWeek: 2,
    minutesPerSession: 40,
    easyWeeks: [2],
    sets: { chest: 12 },
    met: { time: true, volume: false },
  })
})

test('warm-ups, holds and roads are no repetitions: how heavy it is, is told of the others', () => {
  const main = [
    item(set(10, 5, { kind: 'warm_up' }), set(5, 1), set(6, 3)),
    item(set(12, 2), set(13, 2)),
    item(set(1, 2, { durationSeconds: 40 })),
  ]
  const { reps, rir } = figuresOf(program([{ week: 1, block: 'accumulation', days: [day(60, main)] }]))
  expect(reps).toEqual({ heavy: 0.25, middle: 0.5, light: 0.25 })
  expect(rir).toBe(2)
})

test('a program without a repetition or a judge has no figure for it, and none that is made up', () => {
  expect(figuresOf(program([]))).toMatchObject({ minutesPerSession: 0, reps: undefined, rir: undefined, sets: undefined, met: undefined })
})

test('two programs of one name are told apart by their places, others keep their names', () => {
  expect(calledApart(['Strength, 8 weeks', 'Strength, 8 weeks'])).toEqual(['1 · Strength, 8 weeks', '2 · Strength, 8 weeks'])
  expect(calledApart(['Strength, 8 weeks', 'Size'])).toEqual(['Strength, 8 weeks', 'Size'])
})
