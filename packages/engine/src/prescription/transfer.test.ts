import { expect, test } from 'vitest'
import { explain } from '../explanation/explain.ts'
import { aPrior, aSet, aSnapshot, aTarget } from '../testing/builders.ts'
import { prescribe } from './prescribe.ts'

const free = aTarget({ repLow: null, repHigh: null, rir: null })
const dumbbells = { movement: { equipment: 'dumbbell' as const }, loads: { min: 2, step: 2 } }
const codes = (p: ReturnType<typeof prescribe>) => p.reasons.map(({ code }) => code)

test('a movement never done is begun at what four in five could, on the word of the others, and no test is asked for', () => {
  const cold = prescribe(aSnapshot(dumbbells), free)
  const told = prescribe(aSnapshot({ ...dumbbells, prior: aPrior({ kgMaximum: 70 }) }), free)
  expect(cold).toMatchObject({ flags: ['guided_test'] })
  expect(told).toMatchObject({ load: 34, repLow: 8, repHigh: 10, rir: 3, flags: ['transfer'] })
  expect(codes(told)).toEqual(['transfer', 'first_time', 'rounding', 'rest'])
  expect(told.reasons[0]).toMatchObject({ movementId: 'row', movements: 5, isAkin: true, e1rmKg: 70 })
  expect(told.interval.high - told.interval.low).toBeGreaterThan(15)
})

const begun = (said: Parameters<typeof aPrior>[0], athlete = {}) =>
  prescribe(aSnapshot({ prior: aPrior({ kgMaximum: 150, ...said }), athlete }), free).exactLoad

test('the less sure the word, the lighter the first set; in pain and for beginners lighter still', () => {
  expect(begun({ sd: 0.55 })).toBeLessThan(begun({ sd: 0.35 }))
  for (const athlete of [{ isNovice: true }, { hasPain: true }])
    expect(begun({ sd: 0.35 }, athlete)).toBeLessThan(begun({ sd: 0.35 }) * 0.85)
})

test('one movement of another kind is too little to go by: a main lift is tested, though not from nothing', () => {
  const prior = aPrior({ kgMaximum: 160, sd: 0.55, relation: 'other', movements: 1, groupDaysAgo: null })
  const tested = prescribe(aSnapshot({ prior }), free)
  expect(tested.flags).toEqual(['guided_test'])
  expect(tested.load).toBeGreaterThan(prescribe(aSnapshot(), free).load)
  expect(prescribe(aSnapshot({ prior: { ...prior, strength: { ...prior.strength!, movements: 3 } } }), free).flags).toEqual(['transfer'])
})

test('the first set replaces the word of the others, and the expected range narrows', () => {
  const first = aSet({ daysAgo: 0, minutesAgo: 4, loadKg: 30, reps: 10, rir: 1 })
  const second = (kgMaximum: number) =>
    prescribe(aSnapshot({ ...dumbbells, prior: aPrior({ kgMaximum }), sets: [first] }), { ...free, setNumber: 2 })
  expect(second(40).exactLoad / second(90).exactLoad).toBeGreaterThan(0.97)
  const before = prescribe(aSnapshot({ ...dumbbells, prior: aPrior({ kgMaximum: 70 }) }), free).interval
  const { interval } = second(70)
  expect(interval.high - interval.low).toBeLessThan((before.high - before.low) / 2)
})

test('after a month of own sets it does not matter what the others said', () => {
  const sets = [24, 20, 16, 12, 8, 4].map((daysAgo) => aSet({ daysAgo, loadKg: 80, reps: 7 }))
  const exact = (kgMaximum: number) => prescribe(aSnapshot({ sets, prior: aPrior({ kgMaximum }) }), aTarget()).exactLoad
  expect(exact(40) / exact(250)).toBeGreaterThan(0.99)
})

test('a warm-up that shows more than was thought makes the first set heavier', () => {
  const snapshot = { prior: aPrior({ kgMaximum: 60 }) }
  const warm = aSet({ daysAgo: 0, minutesAgo: 5, loadKg: 80, reps: 5, rir: 4, kind: 'warm_up' })
  const advice = prescribe(aSnapshot({ ...snapshot, sets: [warm] }), free)
  expect(advice.load).toBeGreaterThan(prescribe(aSnapshot(snapshot), free).load)
  expect(codes(advice)).toContain('today')
})

test('who has trained nothing for half a year begins lighter than who trained yesterday', () => {
  expect(begun({ daysAgo: 150 }) / begun({ daysAgo: 1 })).toBeCloseTo(0.9, 3)
})

test('away from the bench but not from pressing, half of what time away costs is spared', () => {
  const sets = [80, 76, 72, 68].map((daysAgo) => aSet({ daysAgo, loadKg: 100, reps: 7 }))
  const maximum = (groupDaysAgo: number | null) =>
    Number(
      prescribe(aSnapshot({ sets, prior: aPrior({ groupDaysAgo }) }), aTarget()).reasons.find(({ code }) => code === 'layoff')?.['percent'],
    )
  expect([null, 68, 3].map(maximum)).toEqual([13, 13, 10])
})

test('a lifter who fades fast elsewhere is expected to fade here', () => {
  const done = aSet({ daysAgo: 0, minutesAgo: 4, loadKg: 80, reps: 8, rir: 1 })
  const past = aSet({ daysAgo: 5, loadKg: 80, reps: 8, rir: 1 })
  const next = (fatigueRatio: number) =>
    prescribe(aSnapshot({ sets: [past, done], prior: aPrior({ fatigueRatio }) }), aTarget({ setNumber: 2 })).exactLoad
  expect(next(2)).toBeLessThan(next(1))
})

test('the sentence names whose word it is', () => {
  const advice = prescribe(aSnapshot({ ...dumbbells, prior: aPrior({ kgMaximum: 70 }) }), free)
  const text = explain(advice, 'kg', (id) => (id === 'row' ? 'Bench Press (Barbell)' : undefined))
  expect(text).toMatchInlineSnapshot(
    `"34 kg for 8–10 reps, stopping with 3 in reserve. You have not done this before; your Bench Press (Barbell) and 4 other movements suggest a maximum of about 70 kg ± 28, which is worth 49 kg for 9 reps with 3 left. Lifters differ widely here, so it starts where four in five could: 14 kg less. Say how many were left, and the next set follows from it. Rounded down 1 kg to what can be loaded. Rest 3:00."`,
  )
  expect(explain(advice, 'kg')).toContain('You have not done this before; 5 other movements suggest a maximum of about 70 kg')
})

test('where even the lightest is a lot by the word of others, nobody is refused the movement', () => {
  const advice = prescribe(aSnapshot({ prior: aPrior({ kgMaximum: 12 }) }), free)
  expect(advice.load).toBe(20)
  expect(advice.flags).not.toContain('out_of_reach')
})
