import type { PerformedSet } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import { queryOptions } from '@tanstack/react-query'
import { local, theView, VIEW } from './read.ts'

export interface Trained {
  readonly movementId: MovementId
  /** Of its newest set. */
  readonly lastAt: string
}

/** The movements that have sets, the latest first. Jumps along the index from movement to movement: sets are not read. */
export const trainedMovementsQuery = () =>
  queryOptions({
    queryKey: [VIEW, 'trained'],
    queryFn: async (): Promise<readonly Trained[]> => {
      const found: Trained[] = []
      const index = (await theView()).transaction('sets').store.index('byMovement')
      let cursor = await index.openKeyCursor(null, 'prev')
      while (cursor !== null) {
        const [movementId, lastAt] = cursor.key
        found.push({ movementId: movementId as MovementId, lastAt })
        cursor = await index.openKeyCursor(IDBKeyRange.upperBound([movementId, ''], true), 'prev')
      }
      return found.sort((a, b) => b.lastAt.localeCompare(a.lastAt))
    },
    ...local,
  })

/** Every set of one movement, oldest first. */
export const allMovementSetsQuery = (id: MovementId) =>
  queryOptions({
    queryKey: [VIEW, 'allSets', id],
    queryFn: async (): Promise<readonly PerformedSet[]> =>
      (await theView()).getAllFromIndex('sets', 'byMovement', IDBKeyRange.bound([id, ''], [id, '\uffff'])),
    ...local,
  })
