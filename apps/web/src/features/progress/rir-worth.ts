import type { Api } from '@gymgenius/contracts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { currentSession } from '../../lib/session.ts'

export type RirWorth = Api['GET /v1/effort']['reply']

/** What this lifter's RIR is worth; without a network what was last heard of it, null where that is nothing. */
export const rirWorthQuery = () =>
  queryOptions({
    queryKey: ['effort', currentSession().account?.id],
    queryFn: async (): Promise<RirWorth | null> => {
      try {
        return remember(await call('GET /v1/effort', {}))
      } catch {
        return remembered()
      }
    },
    placeholderData: () => remembered() ?? undefined,
    staleTime: 60_000,
    enabled: currentSession().account !== undefined,
  })

const key = () => `gymgenius.effort.${currentSession().account?.id ?? ''}`

function remembered(): RirWorth | null {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? 'null') as RirWorth | null
  } catch {
    return null
  }
}

function remember(worth: RirWorth): RirWorth {
  localStorage.setItem(key(), JSON.stringify(worth))
  return worth
}
