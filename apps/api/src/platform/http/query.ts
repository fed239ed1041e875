import { Problem } from '@gymgenius/contracts'

const malformed = Symbol('malformed')

/** Reads a query string without guessing: a key given twice becomes a list, which no schema of ours accepts. */
export function readQuery(text: string): Record<string, unknown> {
  const query: Record<PropertyKey, unknown> = Object.create(null) as Record<PropertyKey, unknown>
  try {
    for (const pair of text.split('&')) {
      if (pair === '') continue
      const cut = pair.indexOf('=')
      const key = decode(cut === -1 ? pair : pair.slice(0, cut))
      const value = cut === -1 ? '' : decode(pair.slice(cut + 1))
      query[key] = key in query ? [query[key], value].flat() : value
    }
  } catch {
    query[malformed] = true // the router would take a throw for its own; `refuseBadQuery` throws later
  }
  return query as Record<string, unknown>
}

const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '))

export function refuseBadQuery(query: unknown): void {
  if (typeof query === 'object' && query !== null && malformed in query) throw new Problem('request.bad_url', { part: 'query' })
}
