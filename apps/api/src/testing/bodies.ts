import fc from 'fast-check'
import type { z } from 'zod'
import { type JsonSchema, schemaPrinter } from '../modules/reference/json-schema.ts'

/** Ids that exist, learned as a fuzz goes on: a request about nothing reaches little. */
export interface KnownIds {
  readonly ids: string[]
}

/** What a caller may send, as JSON Schema without references. */
export function plainSchema(schema: z.ZodType): JsonSchema {
  const { print, named } = schemaPrinter('#/')
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const target = (value as { $ref?: string }).$ref
    if (target !== undefined) return walk(named()[target.slice('#/'.length)])
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]))
  }
  return walk(print(schema, 'input')) as JsonSchema
}

/** Values that fit a schema as far as JSON Schema can say it: what a client that read the docs might send. */
export function fitting(schema: JsonSchema, known: KnownIds): fc.Arbitrary<unknown> {
  if (schema['const'] !== undefined) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
  const choices = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => fitting(choice, known)))
  switch (schema['type']) {
    case 'object':
      return objects(schema, known)
    case 'array': {
      const items = schema['items'] as JsonSchema | undefined
      const minLength = bound(schema['minItems'], 0)
      return fc.array(items === undefined ? fc.jsonValue() : fitting(items, known), {
        minLength,
        maxLength: Math.max(minLength, Math.min(4, bound(schema['maxItems'], 4))),
      })
    }
    case 'string':
      return strings(schema, known)
    case 'integer':
      return fc.integer({ min: bound(schema['minimum'], -1e6), max: bound(schema['maximum'], 1e6) })
    case 'number':
      return numbers(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 3 })
  }
}

const bound = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise)

function objects({ properties = {}, required = [], additionalProperties }: JsonSchema, known: KnownIds): fc.Arbitrary<object> {
  const members = Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, fitting(property, known)]))
  if (Object.keys(members).length > 0) {
    // A quarter of what may be left out is there: with all of it at once, fields would contradict each other every time.
    return fc
      .tuple(fc.record(members), fc.array(fc.nat({ max: 3 }), { minLength: 40, maxLength: 40 }))
      .map(([whole, dice]) =>
        Object.fromEntries(Object.entries(whole).filter(([name], i) => required.includes(name) || dice[i % 40] === 0)),
      )
  }
  if (additionalProperties === false) return fc.constant({})
  return fc.dictionary(fc.string({ maxLength: 20 }), fitting((additionalProperties ?? {}) as JsonSchema, known), { maxKeys: 3 })
}

function strings(schema: JsonSchema, known: KnownIds): fc.Arbitrary<string> {
  if (schema['format'] === 'uuid') return ids(known)
  if (schema['format'] === 'date-time') {
    return fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString())
  }
  const pattern = schema['pattern']
  if (typeof pattern === 'string') return fc.oneof(fc.stringMatching(new RegExp(pattern)), fc.string({ maxLength: 10 }))
  return fc.oneof(
    fc.string({ maxLength: 40, unit: 'grapheme' }),
    ids(known),
    fc.constantFrom('ann@example.test', 'Europe/Berlin', 'kg', 'squat'),
  )
}

/** One that exists three times in four, else a fresh one of the year the tests live in. */
export const ids = (known: KnownIds): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.nat().map((n) => known.ids[n % Math.max(known.ids.length, 1)] ?? UNKNOWN_ID) },
    { weight: 1, arbitrary: fc.nat({ max: 0xffffff }).map((n) => `019caf80-0001-7000-9000-${String(n).padStart(12, '0')}`) },
  )

const UNKNOWN_ID = '019caf80-0001-7000-8000-00000000dead'

const numbers = (schema: JsonSchema) => {
  const [min, max] = [bound(schema['minimum'], -1e6), bound(schema['maximum'], 1e6)]
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: Math.ceil(min), max: Math.floor(max) }) },
    { weight: 4, arbitrary: fc.integer({ min: Math.ceil(min * 4), max: Math.floor(max * 4) }).map((quarters) => quarters / 4) },
    { weight: 1, arbitrary: fc.double({ min, max, noNaN: true }) },
  )
}

/** What must never be taken, and what looks as if it must not be: each has broken somebody's server. */
const hostile: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  0.001,
  2 ** 31,
  2 ** 53,
  1e308,
  '',
  ' ',
  '0',
  'null',
  'infinity',
  'now',
  '2026-02-30',
  '2026-02-30T10:00:00Z',
  '10000-01-01T00:00:00Z',
  '1899-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '2026-03-02T18:00:00',
  '2026-03-02T18:00:00.123456789+14:00',
  'a\0b',
  '\ud800',
  '\udc00\ud800',
  '\uFFFF',
  'a\u0301'.repeat(3000),
  '🏋️‍♀️'.repeat(500),
  'x'.repeat(10_000),
  "' or 1=1--",
  '%',
  '%_\\',
  '../../etc/passwd',
  '=HYPERLINK("http://evil.example")',
  '{019caf80-0000-7000-8000-000000000001}',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-7fff-bfff-ffffffffffff',
  '019CAF80-0000-7000-8000-000000000001',
  'Mars/Phobos',
  'stone',
  [],
  [[]],
  [null],
  {},
  { $gt: '' },
  { constructor: {} },
  { toString: 1 },
]

/** A value with one place of it, at any depth, replaced, removed or joined by something hostile. */
export const spoiled = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(value, fc.constantFrom(...hostile), fc.nat(), fc.constantFrom('replace', 'remove', 'join'))
    .map(([whole, evil, where, how]) => spoil(structuredClone(whole), evil, where, how))

function spoil(whole: unknown, evil: unknown, where: number, how: string): unknown {
  if (typeof whole !== 'object' || whole === null) return evil
  const holder = whole as Record<string, unknown>
  const keys = Object.keys(holder)
  if (how === 'join' || keys.length === 0) return { ...holder, [typeof evil === 'string' ? evil : 'isAdmin']: evil }
  const key = keys[where % keys.length]!
  const inner = holder[key]
  if (typeof inner === 'object' && inner !== null && where % 3 > 0) holder[key] = spoil(inner, evil, Math.floor(where / 3), how)
  else if (how === 'remove' && !Array.isArray(whole)) delete holder[key]
  else holder[key] = evil
  return whole
}

/** Texts that are almost JSON. */
export const torn = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat({ max: Math.max(text.length - 1, 0) }),
      fc.constantFrom('', '"', '}', ']', ',', '\\u0000', '\\ud800', '1e309', '-', '\u2028'),
    )
    .map(([at, piece]) => text.slice(0, at) + piece + text.slice(at + 1))
