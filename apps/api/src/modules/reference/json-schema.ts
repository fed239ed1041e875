import * as contracts from '@gymgenius/contracts'
import { z } from 'zod'

export interface JsonSchema {
  readonly [keyword: string]: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}

/** The nouns of the contracts: what they export with a capital, under that name. */
const nouns = z.registry<{ id: string }>()
for (const [name, value] of Object.entries(contracts)) {
  if (/^[A-Z]/.test(name) && value instanceof z.ZodType) nouns.add(value, { id: name })
}

/** Prints schemas as JSON Schema 2020-12; nouns are printed once and referred to. */
export function schemaPrinter(prefix: string) {
  const definitions = new Map<string, JsonSchema>()

  /** `input` is what a caller may send, `output` what they are sent. */
  function print(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const printed = z.toJSONSchema(schema, { io, unrepresentable: 'any', metadata: nouns, override: tidy }) as JsonSchema
    const { $schema: _, $defs = {}, ...own } = pointAt(printed, prefix) as JsonSchema & { $defs?: Record<string, JsonSchema> }
    for (const [name, definition] of Object.entries($defs)) keep(name, definition)
    return own
  }

  function keep(name: string, definition: JsonSchema) {
    const earlier = definitions.get(name)
    if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(definition)) {
      throw new Error(`${name} reads otherwise as input than as output: give the two their own names`)
    }
    definitions.set(name, definition)
  }

  return { print, named: () => Object.fromEntries([...definitions].sort(([a], [b]) => a.localeCompare(b))) }
}

/** Descriptions and formats are said in the contract; that an integer is a safe one goes without saying. */
function tidy({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }) {
  Object.assign(jsonSchema, z.globalRegistry.get(zodSchema))
  delete jsonSchema['$schema']
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

function pointAt(value: unknown, prefix: string): unknown {
  if (Array.isArray(value)) return value.map((item) => pointAt(item, prefix))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? item.replace('#/$defs/', prefix) : pointAt(item, prefix),
    ]),
  )
}
