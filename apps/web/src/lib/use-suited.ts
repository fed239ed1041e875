import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNow } from './now.ts'
import { useRules } from './rules.ts'
import { type Suited, suitedBy } from './suited.ts'
import { gymsQuery } from './view/read.ts'

/** For the gym of this id, else the one the lifter is in; with `anywhere`, whatever stands in it. */
export function useSuited(gymId?: string, anywhere = false): Suited {
  const rules = useRules()
  const now = useNow()
  const gyms = useQuery(gymsQuery()).data
  const gym = anywhere ? undefined : (gyms?.find(({ id }) => id === gymId) ?? gyms?.[0])
  return useMemo(() => suitedBy(rules, now, gym), [rules, now, gym])
}
