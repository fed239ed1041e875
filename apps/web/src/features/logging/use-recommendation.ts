import type { RecommendationId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { useIsSettled } from '../../lib/logbook.ts'
import type { SetRow } from './rows.ts'
import type { Ground, SetTarget } from './target.ts'

const MINUTES = 60_000

/**
 * Asks the server to keep the recommendation that is on the screen, for the record. It changes nothing here: its id goes
 * with the set when it agrees with what the lifter saw. The server must know the sets before, so it waits for the sync.
 */
export function useRecommendationId(
  ground: Ground | undefined,
  row: Extract<SetRow, { state: 'coming' }> | undefined,
  target: SetTarget | undefined,
): RecommendationId | undefined {
  const isSettled = useIsSettled()
  const isWanted = target?.prescription !== undefined && row !== undefined && ground !== undefined
  const { planned, setNumber } = row ?? {}
  const body = isWanted && {
    movementId: ground.movement.id,
    setNumber: row.setNumber,
    workoutId: ground.workoutId,
    ...(row.planned.repLow !== undefined && { repLow: row.planned.repLow }),
    ...(row.planned.repHigh !== undefined && { repHigh: row.planned.repHigh }),
    ...(row.planned.rir !== undefined && { rir: row.planned.rir }),
  }
  const answer = useQuery({
    queryKey: ['recommendation', ground?.workoutId, ground?.movement.id, ground?.sets.length, setNumber, planned],
    queryFn: () => call('POST /v1/recommendations', { body: body as Exclude<typeof body, false> }),
    enabled: isWanted && isSettled,
    staleTime: Infinity, // asking again would be a new recommendation
    gcTime: 5 * MINUTES,
    retry: false,
  }).data
  return answer !== undefined && answer.loadKg === target?.prescription?.load ? answer.id : undefined
}
