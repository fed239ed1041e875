import type { Movement } from '@gymgenius/contracts'
import { Problem } from '@gymgenius/contracts/problem'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call, type ReplyOf } from '../../lib/api.ts'

/** How long a lifter stops typing before the server is asked. */
const PAUSE_MS = 350
/** Longer than that, and the names have to do. */
const PATIENCE_MS = 8000
/** Some are found by name already or do not fit the filters, so more are asked for than are shown. */
const ASKED_FOR = '40'
const MOST = 10

export type Hit = ReplyOf<'GET /v1/movements/search'>['items'][number]

export interface Meant {
  readonly hits: readonly Hit[]
  /** `away` where nobody could be reached, `slow` where nobody answered in time; `silent` where there is nothing to ask, or the server could not say. */
  readonly state: 'silent' | 'asking' | 'answered' | 'away' | 'slow'
}

/** The server was asked, and took longer than anyone looks at a list. */
class TooSlow extends Error {
  override readonly name = 'TooSlow'
}

/** The text as a question about movements; undefined below two words, which are a name as far as anyone knows. */
export function sentenceIn(text: string): string | undefined {
  const parts = text.split(/\s+/).filter((part) => part !== '')
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).length < 2 ? undefined : parts.join(' ')
}

/** What the server finds by meaning once typing has paused; a question that is typed on is given up. */
export function useMeant(text: string): Meant {
  const sentence = sentenceIn(text)
  const settled = useSettled(sentence)
  const isSettled = sentence !== undefined && settled === sentence
  const { data, error } = useQuery({
    queryKey: ['meant', isSettled ? sentence : undefined],
    queryFn: async ({ signal }) =>
      call('GET /v1/movements/search', {
        query: { q: sentence!, limit: ASKED_FOR, rules: 'mark' },
        signal: endedBy(signal, PATIENCE_MS),
      }),
    enabled: isSettled,
    staleTime: 60_000,
    retry: false,
  })
  if (sentence === undefined) return { hits: [], state: 'silent' }
  if (data !== undefined) return { hits: data.items, state: 'answered' }
  if (error === null) return { hits: [], state: 'asking' }
  return { hits: [], state: error instanceof Problem ? 'silent' : error instanceof TooSlow ? 'slow' : 'away' }
}

/** Ends with the signal or after so long: what `AbortSignal.any` does, for browsers that lack it. */
function endedBy(signal: AbortSignal, afterMs: number): AbortSignal {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(new TooSlow()), afterMs)
  const end = () => {
    clearTimeout(timer)
    ending.abort(signal.reason)
  }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return ending.signal
}

/** The best of the hits that this phone knows, that fit the filters and that no name has found. */
export function beyondNames(hits: readonly Hit[], named: readonly Movement[], fit: readonly Movement[]): readonly Hit[] {
  const there = new Set(named.map(({ id }) => id))
  const fitting = new Set(fit.map(({ id }) => id))
  return hits.filter(({ movement: { id } }) => fitting.has(id) && !there.has(id)).slice(0, MOST)
}

/** The value, once it has stayed the same for a pause; the first one at once, for who comes back to it. */
function useSettled(value: string | undefined): string | undefined {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const pause = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [value])
  return settled
}
