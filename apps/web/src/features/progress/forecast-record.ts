import type { Api } from '@gymgenius/contracts'
import { Problem } from '../../lib/problem.ts'
import type { MovementId } from '@gymgenius/domain'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { Unreachable } from '../../lib/unreachable.ts'
import { theView } from '../../lib/view/read.ts'

export type ForecastRecord = Api['GET /v1/scorecard']['reply']['recent']

/** How the newest forecasts of a movement came out: as the server says, or as it last said; null when it never did. */
export const forecastRecordQuery = (movementId: MovementId) =>
  queryOptions({
    queryKey: ['scorecard', movementId],
    queryFn: async (): Promise<ForecastRecord | null> => {
      const view = await theView()
      const key = `scorecard ${movementId}`
      try {
        const { recent } = await call('GET /v1/scorecard', { query: { movementId } })
        await view.put('meta', recent, key)
        return recent
      } catch (error) {
        if (error instanceof Unreachable || error instanceof Problem)
          return ((await view.get('meta', key)) as ForecastRecord | undefined) ?? null
        throw error
      }
    },
  })
