import type { MovementId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { movementsQuery } from '../../lib/view/read.ts'

/** What an athlete's movement is called where the trainer reads it; one that the athlete made is called as they call it. */
export function useMovementName() {
  const movements = useQuery(movementsQuery()).data
  return (id: MovementId, name: string) => movements?.get(id)?.name ?? name
}
