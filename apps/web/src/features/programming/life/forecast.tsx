import type { ReactNode } from 'react'
import { useWholeLoadText } from '../../../ui/load.tsx'
import { changeWords as words } from './change-words.ts'
import type { WhatIf } from './types.ts'

type Lift = WhatIf['forecast'][number]
type Band = Lift['nowKg']

/** What each lift comes to when the program is through, with and without the change; a line for the range, a dot for the middle. */
export function Forecast({ lifts }: { readonly lifts: readonly Lift[] }) {
  if (lifts.length === 0) return <p className="text-note text-soft">{words.forecastNone}</p>
  return (
    <section>
      <h3 className="mb-1 font-semibold">{words.forecast}</h3>
      <ul className="flex flex-col gap-3">
        {lifts.map((lift) => (
          <LiftRow key={lift.movementId} lift={lift} />
        ))}
      </ul>
      <p className="mt-2 text-note text-soft">{words.forecastHint}</p>
    </section>
  )
}

function LiftRow({ lift: { movement, nowKg, withoutKg, withKg } }: { readonly lift: Lift }) {
  const bands = [nowKg, withoutKg, withKg]
  const [low, high] = [Math.min(...bands.map((band) => band.low)), Math.max(...bands.map((band) => band.high))]
  const place = (kilograms: number) => `${((kilograms - low) / Math.max(high - low, 1e-6)) * 100}%`
  return (
    <li className="text-note">
      <p className="font-medium">{movement}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3">
        <BandRow label={words.now} band={nowKg} place={place} />
        <BandRow label={words.without} band={withoutKg} place={place} />
        <BandRow label={words.with} band={withKg} place={place} isNew />
      </dl>
    </li>
  )
}

function BandRow({
  label,
  band,
  place,
  isNew = false,
}: {
  readonly label: ReactNode
  readonly band: Band
  readonly place: (kilograms: number) => string
  readonly isNew?: boolean
}) {
  const text = useWholeLoadText()
  return (
    <>
      <dt className="text-soft">{label}</dt>
      <dd>
        <span className="tabular">{words.band(text(band.middle), text(band.low), text(band.high))}</span>
        <span aria-hidden className="relative mx-1.5 mb-1 block h-3">
          <span
            className={`absolute top-1 h-1 rounded-chip ${isNew ? 'bg-accent/60' : 'bg-control'}`}
            style={{ left: place(band.low), right: `calc(100% - ${place(band.high)})` }}
          />
          <span
            className={`absolute top-0 -ml-1.5 size-3 rounded-chip ${isNew ? 'bg-accent' : 'bg-control'}`}
            style={{ left: place(band.middle) }}
          />
        </span>
      </dd>
    </>
  )
}
