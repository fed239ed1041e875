import type { MovementId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { Card } from '../../ui/card.tsx'
import { type ForecastRecord, forecastRecordQuery } from './forecast-record.ts'
import { words } from './words.ts'

/** Whether what was foretold of this movement's sets came true. */
export function ForecastRecordCard({ movementId }: { readonly movementId: MovementId }) {
  const record = useQuery(forecastRecordQuery(movementId)).data
  if (record === undefined) return null
  return <Card title={words.forecasts}>{record === null ? <Plain>{words.forecastsNotFetched}</Plain> : <Record record={record} />}</Card>
}

function Record({ record: { sets, inside50, inside80, inside95, meanMiss } }: { readonly record: ForecastRecord }) {
  if (inside50 === null || inside80 === null || inside95 === null || meanMiss === null) return <Plain>{words.noForecasts}</Plain>
  const ranges = [
    [words.rangeOf(50), inside50],
    [words.rangeOf(80), inside80],
    [words.rangeOf(95), inside95],
  ] as const
  return (
    <>
      <p>{words.forecastFinding(sets, percent(inside80), meanMiss.toFixed(1))}</p>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {ranges.map(([name, share]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="text-right font-semibold tabular">{percent(share)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-note text-soft">{words.forecastNote}</p>
    </>
  )
}

const Plain = ({ children }: { readonly children: string }) => <p className="text-soft">{children}</p>

const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`
