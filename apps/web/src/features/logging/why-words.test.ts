import { explain, type Prescription } from '@gymgenius/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tellers, whySentences } from './why-words.ts'
import { words } from './words.ts'

const sources = import.meta.glob<string>('../../../../../packages/engine/src/explanation/explain.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const engine = Object.values(sources)[0]!
const codes = [
  ...engine.slice(engine.indexOf('export const tellers'), engine.indexOf('const sentenceFor')).matchAll(/^ {2}(\w+): \(r/gm),
].map(([, code]) => code!)

test('every reason of the engine has a sentence in the words of the app', () => {
  expect(codes.length).toBeGreaterThan(25)
  expect(new Set(Object.keys(tellers))).toEqual(new Set(codes))
})

test('a first test may end with the plan or with the first real look, so nothing promises how many sets it has', () => {
  const step = { code: 'guided_test', protocol: 'ramp', step: 2, of: 4 }
  const advice = { load: 35, repLow: 5, repHigh: 5, rir: 5, interval: { low: 5, high: 5 }, flags: ['guided_test'], reasons: [step] }
  expect(whySentences(advice as unknown as Prescription, 'kg', () => undefined).join(' ')).toContain('A first test, set 2 of up to 4')
  expect(words.guidedTest(false)).toBe('First test: easy, on the way up. Say how many were left.')
})

const half = fc.integer({ min: -60, max: 60 }).map((value) => value / 2)
const count = fc.integer({ min: 0, max: 3 })
const reason = fc.record({
  code: fc.constantFrom(...codes),
  ...Object.fromEntries(
    ['kg', 'e1rmKg', 'sdKg', 'percent', 'bodyKg', 'loadKg', 'nextKg', 'stepKg', 'limitPercent'].map((name) => [name, half]),
  ),
  ...Object.fromEntries(['workouts', 'sets', 'step', 'of', 'days'].map((name) => [name, count])),
  ...Object.fromEntries(['reps', 'rir', 'halfCostsReps', 'setsShare'].map((name) => [name, half.map(Math.abs)])),
  ...Object.fromEntries(['seconds', 'enoughSeconds'].map((name) => [name, fc.integer({ min: 0, max: 600 })])),
  chance: fc.constantFrom(0.8, 0.95),
  movements: fc.integer({ min: 1, max: 3 }),
  protocol: fc.constantFrom('ramp', 'light'),
  because: fc.constantFrom('layoff', 'target', 'strength', 'else'),
  joint: fc.constantFrom('knee', 'lower_back'),
  movementId: fc.constantFrom('known', 'unknown'),
  isAkin: fc.boolean(),
  isHelp: fc.boolean(),
})
const flag = fc.constantFrom('guided_test', 'transfer', 'lightest_load', 'heaviest_load', 'out_of_reach')
const prescription = fc.record({
  load: fc.constantFrom(0, 62.5),
  repLow: fc.integer({ min: 1, max: 8 }),
  repHigh: fc.integer({ min: 8, max: 12 }),
  rir: fc.constantFrom(0, 1, 1.75, 2.5),
  interval: fc.record({ low: fc.integer({ min: 1, max: 8 }), high: fc.integer({ min: 8, max: 14 }) }),
  flags: fc.array(flag, { maxLength: 2 }),
  reasons: fc.array(reason, { maxLength: 3 }),
})
const nameOf = (id: string) => (id === 'known' ? 'Squat' : undefined)

test('in English the phone says of a load what the engine says of it, word by word', () => {
  fc.assert(
    fc.property(prescription, fc.constantFrom('kg', 'lb'), (made, unit) => {
      const told = made as unknown as Prescription
      expect(whySentences(told, unit, nameOf).join(' ')).toBe(explain(told, unit, nameOf))
    }),
    { numRuns: 2000, seed: 5 },
  )
})
