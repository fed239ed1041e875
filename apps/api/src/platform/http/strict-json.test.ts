import fc from 'fast-check'
import { expect, test } from 'vitest'
import { characterFaults, MAX_DEPTH, readJson } from './strict-json.ts'

const read = (text: string) => readJson(new TextEncoder().encode(text))
const json = fc.jsonValue({ maxDepth: 6 }).filter((value) => !JSON.stringify(value).includes('"__proto__":'))
const name = fc
  .oneof(fc.string(), fc.constantFrom(':', '{', '"', '\\', '\\"', '}:{', '\u2028', '🏋️'))
  .filter((text) => text !== '__proto__')

test('what was written is what is read, however it is spaced', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 1, '\t', ' \n\r\t'), (value, space) => {
      expect(read(JSON.stringify(value, undefined, space))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('a name that comes twice is refused, wherever it is, however it is spelt and whatever it holds', () => {
  const around = fc.constantFrom(
    (text: string) => text,
    (text: string) => `[1, ${text}]`,
    (text: string) => `{"outer": {"inner": [${text}]}, "more": "a:b"}`,
  )
  fc.assert(
    fc.property(name, json, json, fc.dictionary(name, json), fc.boolean(), around, (twice, first, second, others, escaped, wrap) => {
      const spelt = escaped ? `"${[...twice].flatMap((char) => char.split('').map(escape)).join('')}"` : JSON.stringify(twice)
      const rest = Object.entries(others).map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`)
      const text = wrap(`{${JSON.stringify(twice)}:${JSON.stringify(first)}${rest.join('')},${spelt}:${JSON.stringify(second)}}`)
      expect(() => read(text)).toThrow('names the same key twice')
    }),
  )
})

const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

test('any text is either read as JSON.parse reads it, or refused as a problem', () => {
  const pieces = fc.array(fc.constantFrom('{', '}', '[', ']', ':', ',', '"', '\\', 'a', '1', ' ', 'null', '"a":', '{}'), { maxLength: 30 })
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('')
      const outcome = attempt(() => read(text))
      if ('value' in outcome) expect(outcome.value).toEqual(JSON.parse(text))
      else expect(outcome.code).toMatch(/^request\.(malformed_json|duplicate_key)$/)
    }),
    { numRuns: 2000 },
  )
})

function attempt(work: () => unknown): { value: unknown } | { code: string } {
  try {
    return { value: work() }
  } catch (error) {
    return { code: (error as { code: string }).code }
  }
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test('depth is counted in brackets that are open, not in brackets that there are', () => {
  expect(() => read(nested(MAX_DEPTH + 1))).toThrow('nested too deeply')
  expect(
    read(
      `[${Array(1000)
        .fill(nested(MAX_DEPTH - 1))
        .join(',')}]`,
    ),
  ).toHaveLength(1000)
})

test('bytes that are not UTF-8 are refused, and those that are come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      const quoted = new Uint8Array([34, ...bytes.filter((byte) => byte >= 32 && byte !== 34 && byte !== 92), 34])
      const text = Buffer.from(quoted).toString('utf8')
      if (Buffer.from(text, 'utf8').equals(quoted)) expect(readJson(quoted)).toBe(text.slice(1, -1))
      else expect(() => readJson(quoted)).toThrow('not valid UTF-8')
    }),
  )
})

test('every string that could not be kept is found, and where it is', () => {
  const clean = fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('\\u0000'))
  fc.assert(
    fc.property(clean, (value) => {
      expect(characterFaults(value, '')).toEqual([])
    }),
  )
  expect(characterFaults({ a: ['ok', { 'b/c~': 'x\0' }], 'k\ud800': 1, fine: '🏋️' }, '/body')).toEqual([
    { pointer: '/body/a/1/b~1c~0', code: 'invalid_characters', message: expect.any(String) as string },
    { pointer: '/body', code: 'invalid_characters', message: expect.any(String) as string },
  ])
})
