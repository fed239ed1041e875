import { Problem, type RequestFault } from '@gymgenius/contracts'

/** No body of ours nests past six; a text of brackets alone would cost the parser its stack. */
export const MAX_DEPTH = 32

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }) // a mark is left in, and JSON.parse refuses it

/** Reads one JSON text, and refuses what `JSON.parse` would quietly mend: broken UTF-8, a key named twice, a poisoned prototype. */
export function readJson(bytes: Uint8Array): unknown {
  const text = decode(bytes)
  const members = countMembers(text)
  const value = parse(text)
  if (countKept(value) < members) throw new Problem('request.duplicate_key')
  return value
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw new Problem('request.invalid_encoding', {}, { cause })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Problem('request.malformed_json', {}, { cause })
  }
}

const QUOTE = 34
const COLON = 58
const BACKSLASH = 92

/**
 * How many members the objects of a JSON text have, written out: in valid JSON each colon outside a string is one.
 * Where more are written than the parser kept, a key came twice. Stops at the first bracket that is too deep.
 */
function countMembers(text: string): number {
  let members = 0
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === QUOTE) i = endOfString(text, i)
    else if (char === COLON) members++
    else if (char === 91 || char === 123) {
      if (++depth > MAX_DEPTH) throw new Problem('request.too_deep', { maximum: MAX_DEPTH })
    } else if (char === 93 || char === 125) depth--
  }
  return members
}

function endOfString(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && text.charCodeAt(i) !== QUOTE) i += text.charCodeAt(i) === BACKSLASH ? 2 : 1
  return i
}

function countKept(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countKept(item), 0)
  let kept = 0
  for (const [key, member] of Object.entries(value)) {
    if (key === '__proto__' || (key === 'constructor' && isObject(member) && Object.hasOwn(member, 'prototype'))) {
      throw new Problem('request.malformed_json', { key })
    }
    kept += 1 + countKept(member)
  }
  return kept
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Every string of a value, keys included, that Postgres could not keep: one with a NUL or half a surrogate pair. */
export function characterFaults(value: unknown, at: string): RequestFault[] {
  if (typeof value === 'string') return isKeepable(value) ? [] : [invalidCharacters(at)]
  if (!isObject(value)) return []
  if (Array.isArray(value)) return value.flatMap((item, i) => characterFaults(item, `${at}/${i}`))
  return Object.entries(value).flatMap(([key, member]) =>
    isKeepable(key) ? characterFaults(member, pointer(at, key)) : [invalidCharacters(at)],
  )
}

const isKeepable = (text: string) => text.isWellFormed() && !text.includes('\0')

const invalidCharacters = (at: string): RequestFault => ({
  pointer: at,
  code: 'invalid_characters',
  message: 'Contains NUL or half of a surrogate pair',
})

/** One step further down a JSON pointer (RFC 6901). */
export const pointer = (at: string, part: PropertyKey) => `${at}/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`
