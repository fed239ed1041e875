import type { ForecastRecord } from './forecast-record.ts'
import { words } from './words.ts'

/** How often the ranges held, counted as on the report card: a set on the very edge of a range counts in part. */
export function ForecastShares({ record: { sets, pit50, pit80, pit95, meanMiss } }: { readonly record: ForecastRecord }) {
  if (pit50 === null || pit80 === null || pit95 === null || meanMiss === null) return <Plain>{words.noForecasts}</Plain>
  const ranges = [
    [words.rangeOf(50), pit50],
    [words.rangeOf(80), pit80],
    [words.rangeOf(95), pit95],
  ] as const
  return (
    <>
      <p>{words.forecastFinding(sets, percent(pit80), meanMiss.toFixed(1))}</p>
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

export const Plain = ({ children }: { readonly children: string }) => <p className="text-soft">{children}</p>

const percent = (share: number) => `${Math.round(share * 100)}\u00a0%`
