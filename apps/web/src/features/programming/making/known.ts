import { useQuery } from '@tanstack/react-query'
import { call } from '../../../lib/api.ts'
import { useNow } from '../../../lib/now.ts'
import { useRules } from '../../../lib/rules.ts'
import { gymsQuery } from '../../../lib/view/read.ts'
import { PROFILE } from '../keys.ts'
import type { Known } from './answers.ts'

const nothing = {}

/** What is known of the lifter; undefined until it has come, so that no answer changes under the thumb. */
export function useKnown(): Known | undefined {
  const rules = useRules()
  const now = useNow()
  const gyms = useQuery(gymsQuery())
  const profile = useQuery({ queryKey: PROFILE, queryFn: () => call('GET /v1/profile', {}), staleTime: 60_000 })
  if (profile.isPending || gyms.isPending) return undefined
  return { profile: profile.data ?? nothing, rules, gyms: gyms.data ?? [], now }
}
