import type { MovementId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { Card } from '../../ui/card.tsx'
import { forecastRecordQuery } from './forecast-record.ts'
import { ForecastShares, Plain } from './forecast-shares.tsx'
import { words } from './words.ts'

/** Whether what was foretold of this movement's sets came true. */
export function ForecastRecordCard({ movementId }: { readonly movementId: MovementId }) {
  const record = useQuery(forecastRecordQuery(movementId)).data
  if (record === undefined) return null
  return (
    <Card title={words.forecasts}>{record === null ? <Plain>{words.forecastsNotFetched}</Plain> : <ForecastShares record={record} />}</Card>
  )
}
