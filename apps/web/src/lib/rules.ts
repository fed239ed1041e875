import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from './api.ts'
import { queries } from './queries.ts'
import { currentSession, useSession } from './session.ts'
import type { MyRules } from './verdict.ts'

const none: MyRules = { movements: [], favourites: [], constraints: [] }

/** What the lifter wants, likes and where it hurts; as it was last known where there is no network. */
export const rulesQuery = () =>
  queryOptions({
    queryKey: ['rules', currentSession().account?.id],
    queryFn: async () => remember(await call('GET /v1/rules', {})),
    placeholderData: remembered,
    staleTime: 60_000,
    enabled: currentSession().account !== undefined,
  })

export function useRules(): MyRules {
  useSession() // whose rules they are can change
  return useQuery(rulesQuery()).data ?? remembered()
}

/** Asks the server how the rules are now, after one was said. */
export async function refreshRules(): Promise<void> {
  queries.setQueryData(rulesQuery().queryKey, remember(await call('GET /v1/rules', {})))
}

const key = () => `gymgenius.rules.${currentSession().account?.id ?? ''}`

let kept: { readonly text: string; readonly rules: MyRules } | undefined

function remembered(): MyRules {
  const text = localStorage.getItem(key())
  if (text === null) return none
  if (kept?.text === text) return kept.rules
  try {
    kept = { text, rules: { ...none, ...(JSON.parse(text) as MyRules) } }
    return kept.rules
  } catch {
    return none
  }
}

function remember(rules: MyRules): MyRules {
  localStorage.setItem(key(), JSON.stringify(rules))
  return rules
}
