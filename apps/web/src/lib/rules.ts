import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { call } from './api.ts'
import { queries } from './queries.ts'
import { heard, keepSaid, refusedRules, subscribeSaid, waitingRules } from './said-rules.ts'
import { currentSession, useSession } from './session.ts'
import type { MyRules } from './verdict.ts'
import { type SaidRule, withSaid } from './with-said.ts'

const none: MyRules = { movements: [], favourites: [], constraints: [] }
/** While something waits to be told, the server is tried again so often. */
const RETRY_MS = 20_000

/** What the lifter wants, likes and where it hurts; as it was last known where there is no network. */
export const rulesQuery = () =>
  queryOptions({
    queryKey: ['rules', currentSession().account?.id],
    queryFn: async ({ signal }) => {
      await tellWaiting()
      const rules = await call('GET /v1/rules', {})
      signal.throwIfAborted() // something was said since it was asked
      return remember(rules)
    },
    placeholderData: remembered,
    staleTime: 60_000,
    refetchInterval: () => waitingRules().length > 0 && RETRY_MS,
    enabled: currentSession().account !== undefined,
  })

/** The rules as the lifter last said them here; the server may not have heard the latest yet. */
export function useRules(): MyRules {
  useSession() // whose rules they are can change
  const told = useQuery(rulesQuery()).data ?? remembered()
  const waiting = useWaitingRules()
  return useMemo(() => withSaid(told, waiting), [told, waiting])
}

/** The same, for who is no component. */
export const rulesNow = () => withSaid(queries.getQueryData<MyRules>(rulesQuery().queryKey) ?? remembered(), waitingRules())

/** What was said of rules, hearts and pains and has not reached the server; while there is any, the server is tried whatever screen is open. */
export function useWaitingRules() {
  const waiting = useSyncExternalStore(subscribeSaid, waitingRules)
  useQuery({ ...rulesQuery(), enabled: waiting.length > 0 && currentSession().account !== undefined })
  return waiting
}

/**
 * Says something of rules, hearts or pains. It holds on this phone at once, and goes to the server now or when there is a network
 * again. Rejects only where the server was reached and refused it: then it does not hold.
 */
export async function sayRule(said: SaidRule): Promise<void> {
  keepSaid(said)
  void queries.cancelQueries({ queryKey: rulesQuery().queryKey }) // it may have been asked before this was said
  await tellWaiting(said)
}

/** What the server would not have of it, while nobody looked. */
export const useRefusedRules = () => useSyncExternalStore(subscribeSaid, refusedRules)

/** Says once more what was refused; refused again, it stands there again. */
export function sayRuleAgain(said: SaidRule): Promise<void> {
  keepSaid({ ...said, refused: undefined })
  return tellWaiting()
}

/** Lets go what was refused. */
export const forgetRule = heard

/** Tells what waits, now. */
export const syncRules = () => tellWaiting()

async function tellWaiting(mine?: SaidRule): Promise<void> {
  if (waitingRules().length === 0) return
  const { tellRules } = await import('./tell-rules.ts')
  await tellRules(mine, (said) => queries.setQueryData(rulesQuery().queryKey, remember(withSaid(remembered(), [said]))))
}

/** Asks the server how the rules are now, after something else has changed them. */
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

addEventListener('online', () => void tellWaiting().catch(() => undefined))
