import type { Json } from './json-values.ts'
import { liftosaurHistory } from './liftosaur-json.ts'
import { RefusedFile } from './logbook.ts'
import { openweight } from './openweight.ts'
import { ownExport } from './own.ts'
import type { Source } from './source.ts'

/** A file that is JSON, by the app whose shape it has; undefined: it is no JSON. Its sets are counted, as it may be one line. */
export function jsonSource(text: string): Source | undefined {
  if (!/^[\s\uFEFF]*[[{]/.test(text)) return undefined
  const file = parsed(text)
  const source = ownExport(file) ?? openweight(file) ?? liftosaurHistory(file)
  if (source === undefined) throw new RefusedFile('imports.unknown_format', { line: 1, header: text.trim().slice(0, 300) })
  return source
}

/** NUL, and half an emoji as an app leaves it that cuts a note at so many units: no database keeps either, and a history outweighs them. */
const UNKEPT = /\\u(?:0000|d[89a-f])/i
const kept = (_: string, value: Json) => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value)

function parsed(text: string): Json {
  try {
    return JSON.parse(text, UNKEPT.test(text) ? kept : undefined) as Json
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1]
    const line = at === undefined ? text.split('\n').length : text.slice(0, Number(at)).split('\n').length
    throw new RefusedFile('imports.malformed_json', { line, reason: 'not_json' })
  }
}
