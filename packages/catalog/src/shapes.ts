/** Questions that the checkers ask of a value they do not trust yet. */

export const isOneOf = (known: readonly string[], value: unknown) => typeof value === 'string' && known.includes(value)
export const isName = (value: unknown) => typeof value === 'string' && value.trim() === value && value.length > 0 && value.length <= 100
export const isSlug = (value: unknown) => typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
export const isListOf = (value: unknown, is: (item: unknown) => boolean) => Array.isArray(value) && value.every((item) => is(item))
/** Of known words, none twice. */
export const isSetOf = (known: readonly string[], value: unknown) =>
  isListOf(value, (item) => isOneOf(known, item)) && new Set(value as unknown[]).size === (value as unknown[]).length
export const isWholeIn = (low: number, high: number, value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** One sentence as it is shown: no padding, no markup. */
export const isSentence = (value: unknown) => typeof value === 'string' && /^[A-Z0-9][^<>\n]{9,158}[.!]$/.test(value)

/** The sentences of the claims that do not hold. */
export const faultsOf = (claims: readonly (readonly [boolean, string])[]) => claims.flatMap(([holds, fault]) => (holds ? [] : [fault]))
