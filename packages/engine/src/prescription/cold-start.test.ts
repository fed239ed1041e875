import { expect, test } from 'vitest'
import { explain } from '../explanation/explain.ts'
import { aSet, aSnapshot, aTarget } from '../testing/builders.ts'
import { prescribe } from './prescribe.ts'

const free = aTarget({ repLow: null, repHigh: null, rir: null })
const ramp = (minutesAgo: number, loadKg: number, reps: number, rir: number | null) => aSet({ daysAgo: 0, minutesAgo, loadKg, reps, rir })

test('with nothing on record the first set is light, and says that it is a test', () => {
  const advice = prescribe(aSnapshot(), free)
  expect(advice).toMatchObject({ load: 22.5, repLow: 5, repHigh: 5, rir: 5, flags: ['guided_test'] })
  expect(explain(advice, 'kg')).toContain('A first test, set 1 of up to 4')
})

test('the ramp climbs with what it has just seen, and its last set is as many as possible', () => {
  const second = prescribe(aSnapshot({ sets: [ramp(9, 22.5, 5, 8)] }), { ...free, setNumber: 2 })
  const hard = prescribe(aSnapshot({ sets: [ramp(9, 22.5, 5, 4)] }), { ...free, setNumber: 2 })
  expect(second.load).toBeGreaterThan(hard.load)
  const sets = [ramp(9, 22.5, 5, 8), ramp(6, 35, 5, 7), ramp(3, 45, 3, 5)]
  const last = prescribe(aSnapshot({ sets }), { ...free, setNumber: 4 })
  expect(last).toMatchObject({ repLow: 3, repHigh: 10, rir: 1 })
  expect(last.load).toBeGreaterThan(45)
})

test('the test ends with the first real look, and its result is a set like any other', () => {
  const looked = prescribe(aSnapshot({ sets: [ramp(9, 60, 5, 2)] }), { ...aTarget({ setNumber: 2 }) })
  expect(looked.flags).not.toContain('guided_test')
  const nextWeek = prescribe(
    aSnapshot({ sets: [{ ...ramp(9, 60, 5, 2), ...aSet({ daysAgo: 7, loadKg: 60, reps: 6, rir: 2 }) }] }),
    aTarget(),
  )
  expect(nextWeek.flags).toEqual([])
})

test('who types a clearly heavier set than the test asked for goes on to its last set, though no reserve was said', () => {
  const next = prescribe(aSnapshot({ sets: [ramp(9, 100, 5, null)] }), { ...free, setNumber: 2 })
  expect(next).toMatchObject({ repLow: 3, repHigh: 10, rir: 1, flags: ['guided_test'] })
  expect(next.load).toBeGreaterThan(90)
  expect(next.load).toBeLessThanOrEqual(100)
  const asAsked = prescribe(aSnapshot({ sets: [ramp(9, 22.5, 5, null)] }), { ...free, setNumber: 2 })
  expect(asAsked).toMatchObject({ repLow: 5, repHigh: 5 })
})

const after60For8 = (rir: number | null) => prescribe(aSnapshot({ sets: [ramp(9, 60, 8, rir)] }), { ...free, setNumber: 2 })

test('a test says what ends it, and that is what ends it', () => {
  const asAsked = prescribe(aSnapshot({ sets: [ramp(9, 22.5, 5, null)] }), { ...free, setNumber: 2 })
  expect(explain(asAsked, 'kg')).toContain('Any set of which you say that three or fewer were left ends the test.')
  expect(after60For8(4).flags).toContain('guided_test')
  expect(after60For8(3).flags).not.toContain('guided_test')
})

test('a beginner, or anyone in pain, starts with 8–10 and three left instead', () => {
  for (const athlete of [{ isNovice: true }, { hasPain: true }]) {
    expect(prescribe(aSnapshot({ athlete }), free)).toMatchObject({ load: 27.5, repLow: 8, repHigh: 10, rir: 3, flags: ['guided_test'] })
  }
})

test('a curl is not tested to the limit', () => {
  const movement = { pattern: 'isolation', equipment: 'dumbbell' } as const
  expect(prescribe(aSnapshot({ movement, loads: { min: 2, step: 2 } }), free)).toMatchObject({ load: 4, repLow: 8, repHigh: 10, rir: 3 })
})

test('a warm-up alone is no history, but the ramp looks at it', () => {
  const warm = aSet({ daysAgo: 0, minutesAgo: 5, loadKg: 60, reps: 8, rir: 5, kind: 'warm_up' })
  const advice = prescribe(aSnapshot({ sets: [warm] }), free)
  expect(advice.flags).toContain('guided_test')
  expect(advice.load).toBeGreaterThan(22.5)
})

test.each(['body_weight', 'body_weight_plus'] as const)(
  'a first %s set of a beginner asks for a few and says why, whatever the movement',
  (loadKind) => {
    for (const isNovice of [true, false]) {
      const snapshot = aSnapshot({
        sets: [],
        loads: { min: 0, step: 2.5 },
        movement: { loadKind, pattern: 'vertical_pull' },
        athlete: { isNovice },
      })
      const first = prescribe(snapshot, free)
      expect(first).toMatchObject({ load: 0, repLow: 1, repHigh: 5, rir: 3 })
      expect(explain(first, 'kg')).toContain('your own body is all there is to lift')
      expect(explain(first, 'kg')).not.toContain('0 reps in you')
      if (isNovice) expect(prescribe(snapshot, aTarget({ repLow: 8, repHigh: 12 }))).toMatchObject({ repLow: 8, repHigh: 12 })
    }
  },
)
