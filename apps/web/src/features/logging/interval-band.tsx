import type { Prescription } from '@gymgenius/engine'
import { words } from './words.ts'

/** What to expect, drawn as a range: the band holds most outcomes, the brackets are what is asked for. */
export function IntervalBand({ prescription }: { readonly prescription: Prescription }) {
  const { interval, repLow, repHigh } = prescription
  const from = Math.max(0, Math.min(interval.low, repLow) - 2)
  const to = Math.max(interval.high, repHigh) + 2
  const place = (reps: number) => ((reps - from) / (to - from)) * 100
  const percent = Math.round(interval.probability * 100)
  return (
    <figure className="flex items-center gap-3" aria-label={words.expectedLong(interval.low, interval.high, percent)}>
      <div aria-hidden className="relative h-4 flex-1">
        <div className="absolute inset-x-0 top-1/2 h-px bg-control/50" />
        <div
          className="absolute inset-y-1 rounded-chip bg-accent/45"
          style={{ left: `${place(interval.low - 0.5)}%`, width: `${place(interval.high + 0.5) - place(interval.low - 0.5)}%` }}
        />
        <div
          className="absolute inset-y-0 border-x-2 border-ink"
          style={{ left: `${place(repLow - 0.5)}%`, width: `${place(repHigh + 0.5) - place(repLow - 0.5)}%` }}
        />
      </div>
      <figcaption aria-hidden className="shrink-0 text-small text-soft tabular">
        {words.expected(interval.low, interval.high, percent)}
      </figcaption>
    </figure>
  )
}
