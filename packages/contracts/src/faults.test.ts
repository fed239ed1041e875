import { expect, test } from 'vitest'
import { z } from 'zod'
import * as contracts from './index.ts'

/** What zod itself says of a broken bound, and the word that the edge makes of it. Of any other check than these, it keeps no word. */
const WORDS_OF_BOUNDS: Readonly<Record<string, string>> = {
  greater_than: 'out_of_range',
  less_than: 'out_of_range',
  min_length: 'too_short',
  max_length: 'too_long',
}

interface Check {
  readonly check: string
  readonly params?: { readonly code?: string }
}

test('every word that a contract gives to a fault reaches whoever made it', () => {
  const checks = [...schemasIn(contracts)].flatMap((schema) => (schema.def.checks ?? []).map((check) => check['_zod'].def as Check))
  const named = checks.filter(({ params }) => params?.code !== undefined)
  expect(new Set(named.map(({ params }) => params?.code)).size).toBeGreaterThan(10)
  for (const { check, params } of named) {
    if (check !== 'custom') expect(params?.code, `said on a ${check}`).toBe(WORDS_OF_BOUNDS[check])
  }
})

test.each([
  ['hlc', contracts.SyncOp.shape.hlc, 'yesterday', 'invalid_hlc'],
  ['limit', contracts.pageLimit, '-1', 'invalid_query'],
  ['limit', contracts.pageLimit, '201', 'invalid_query'],
])('a %s that is not one is called so', (_, schema, value, code) => {
  expect(schema.safeParse(value).error?.issues).toMatchObject([{ params: { code } }])
})

/** Every schema in a value, however deep. */
function schemasIn(value: unknown, seen = new Set<unknown>()): Set<z.ZodType> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return new Set()
  seen.add(value)
  const inner = value instanceof z.ZodType ? { ...value.def } : value
  const found = new Set(Object.values(inner).flatMap((part) => [...schemasIn(part, seen)]))
  return value instanceof z.ZodType ? found.add(value) : found
}
