import { kg, metres, seconds, type SetKind, setKinds } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlannedSets, ProgressionRule } from '../progression/plan.ts'
import { isRead } from './fault.ts'
import { printRule, readRule } from './rule-text.ts'
import { printSets, readSets } from './sets-text.ts'

const tenths = (least: number, most: number) => fc.integer({ min: least * 10, max: most * 10 }).map((n) => n / 10)
const whole = (min: number, max: number) => fc.integer({ min, max })
const optional = <Name extends string, Value>(name: Name, value: fc.Arbitrary<Value>) =>
  fc.oneof(
    fc.constant({}),
    value.map((one) => ({ [name]: one }) as Record<Name, Value>),
  )

const kinds = setKinds.filter((kind): kind is Exclude<SetKind, 'working' | 'amrap'> => kind !== 'working' && kind !== 'amrap')
const amounts = fc.oneof(
  fc
    .tuple(whole(1, 200), whole(0, 20))
    .chain(([reps, more]) => optional('kind', fc.constantFrom(...kinds)).map((kind) => ({ reps, repHigh: reps + more, ...kind }))),
  whole(1, 200).map((reps) => ({ reps, repHigh: reps, kind: 'amrap' as const })),
  whole(1, 3600).map((time) => ({ reps: 1, repHigh: 1, durationSeconds: seconds(time) })),
  whole(1, 5000).map((length) => ({ reps: 1, repHigh: 1, distanceMeters: metres(length) })),
)
const planned: fc.Arbitrary<PlannedSets> = fc
  .tuple(amounts, whole(1, 20), tenths(0, 10), optional('percent', tenths(0, 120)), optional('loadKg', tenths(0, 400).map(kg)))
  .map(([amount, count, rir, percent, load]) => ({ ...amount, count, rir, ...percent, ...load }))

const written = fc.record({ line: fc.array(planned, { minLength: 1, maxLength: 5 }), restSeconds: whole(0, 1200) })

const addKg = optional('addKg', tenths(0, 20))
const rules: fc.Arbitrary<ProgressionRule> = fc.oneof(
  fc.tuple(fc.constantFrom('single', 'double', 'wave', 'daily_undulating'), addKg).map(([style, rise]) => ({ style, ...rise })),
  fc
    .tuple(addKg, whole(1, 9), whole(1, 99))
    .map(([rise, misses, resetPercent]) => ({ style: 'linear' as const, ...rise, misses, resetPercent })),
  fc
    .tuple(fc.array(whole(0, 9), { minLength: 1, maxLength: 4 }), addKg)
    .map(([pauses, rise]) => ({ style: 'paused' as const, pauses, ...rise })),
  fc.tuple(whole(1, 99), addKg).map(([dropPercent, rise]) => ({ style: 'build_to_drop' as const, dropPercent, ...rise })),
  fc.record({ style: fc.constant('percent' as const), ofMaximum: tenths(50, 100), addKg: tenths(0, 20) }),
  fc
    .tuple(tenths(0, 5), tenths(0, 5), whole(1, 26), optional('setEveryWeeks', whole(1, 26)))
    .map(([from, to, weeks, more]) => ({ style: 'rir_ramp' as const, from, to, weeks, ...more })),
)

test('sets that were printed are read back as they were', () => {
  fc.assert(fc.property(written, (sets) => void expect(readSets(printSets(sets))).toEqual({ value: sets })))
})

test('a rule that was printed is read back as it was', () => {
  fc.assert(fc.property(rules, (rule) => void expect(readRule(printRule(rule))).toEqual({ value: rule })))
})

test('sets are written as lifters write them', () => {
  const sets = readSets('1x5@65%, 1 × 5 @ 75 %, 1 x 5+ @ 85 %, rest 3:00')
  expect(isRead(sets) && printSets(sets.value)).toBe('1 x 5 @ 65 %, 1 x 5 @ 75 %, 1 x 5+ @ 85 %, rest 3:00')
  const topSet = readSets('1 x 3 top @ RIR 1, 2 x 8-10 back-off @ RIR 2, rest 3:30')
  expect(isRead(topSet) && topSet.value.line.map(({ kind }) => kind)).toEqual(['top', 'back_off'])
})

test.each([
  ['', 0, 'how many sets, such as "3 x"'],
  ['3', 1, '"x" between sets and repetitions'],
  ['3 x 8-5, rest 2:00', 6, 'the top of the range, 8 or more, 8 to 500'],
  ['3 x 5 @ RIR 12, rest 2:00', 12, 'the reserve, 0 to 10'],
  ['3 x 5 @ 60, rest 2:00', 10, '"%" or "kg"'],
  ['3 x 5 @ RIR 2', 13, '"," and the rest at the end, such as "rest 2:30"'],
  ['3 x 5, rest 2:75', 12, 'a time in minutes and seconds, such as "2:30"'],
  ['3 x 5, rest 2:00, 2 x 5', 16, 'nothing more after the rest'],
  ['30 x 5, rest 2:00', 0, 'how many sets, such as "3 x", 1 to 20'],
])('what is wrong with "%s" is said with its place', (text, at, expected) => {
  expect(readSets(text)).toEqual({ fault: { at, expected } })
})

test('what is wrong with a rule is said with its place', () => {
  expect(readRule('doubel')).toMatchObject({ fault: { at: 0 } })
  expect(readRule('linear, +2.5')).toEqual({ fault: { at: 12, expected: '"kg"' } })
  expect(readRule('percent of 90 %')).toEqual({ fault: { at: 15, expected: '", +2.5 kg": what each round adds' } })
})

test('no text makes the reader fall over', () => {
  const scraps = fc.array(
    fc.constantFrom('3', ' x ', '5', '-', '+', ' @ ', 'RIR', '%', 'kg', ', ', 'rest ', '2:00', 's', 'm', ' top', '😀', '0', '.'),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        scraps.map((parts) => parts.join('')),
      ),
      (text) => {
        for (const read of [readSets(text), readRule(text)]) expect('value' in read || read.fault.at <= text.length).toBe(true)
      },
    ),
  )
})
