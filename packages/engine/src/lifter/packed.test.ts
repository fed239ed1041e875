import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packed, type Plain, unpacked } from './packed.ts'

const anyNumber = fc.oneof(
  fc.constantFrom(0, -0, 159, 160, 207.75, 208, 3071.75, 3072, 65_535, 65_536, 1_772_474_400_000, 1_772_474_640_000, 5e-324, -1e308),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.integer({ min: 0, max: 10_000 }).map((x) => x / 4),
)
const longText = fc
  .array(fc.constantFrom('(', '(', '((((', 'R', 'cf', 'ÿ', '\0', '✓'), { minLength: 100, maxLength: 600 })
  .map((parts) => parts.join(''))
const leaf = fc.oneof(anyNumber, anyNumber, fc.string(), longText, fc.boolean(), fc.constant(null))
const { value: plain } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.array(anyNumber, { maxLength: 300 }),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
    leaf,
  ),
}))

test('whatever plain value is packed comes back number for number, its names in their order', () => {
  fc.assert(
    fc.property(fc.array(plain as fc.Arbitrary<Plain>), (value) => {
      const back = unpacked(packed(value))
      expect(back).toStrictEqual(value)
      expect(JSON.stringify(back)).toBe(JSON.stringify(value))
    }),
  )
})

test('values of one shape share it, and numbers of training take a byte or two each', () => {
  const [shape, bytes] = packed({ loads: [60, 62.5, 65], at: [1_772_474_400_000, 1_772_474_640_000] })
  expect(packed({ loads: [102.5, 20], at: [] })[0]).toBe(shape)
  expect(bytes.length).toBe(1 + 4 + 1 + 9 + 3)
  expect(packed({ said: Array.from({ length: 40 }, () => 128), key: 'a' })[1].length).toBeLessThan(8)
})
