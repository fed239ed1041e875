import type { Muscle } from '@gymgenius/domain'
import { muscleNames } from '../movement-words.ts'
import { BodyFigure, heatOf, musclesOf } from './body-figure.tsx'
import { type BodyView, deepMuscles, views } from './shapes.ts'
import { words } from './words.ts'

/**
 * How much of something falls to each muscle, from 0 to 1, on the front and the back of the body. The table below is the
 * legend, and says the same to who cannot see the picture: strongest first.
 */
export function BodyHeatMap({
  shares,
  caption,
  column,
  textOf,
}: {
  readonly shares: ReadonlyMap<Muscle, number>
  /** What the picture shows: "Muscles of Bench Press". */
  readonly caption: string
  /** What the words beside a muscle are about: "Role". */
  readonly column: string
  readonly textOf: (share: number, muscle: Muscle) => string
}) {
  const rows = [...shares].filter(([, share]) => share > 0).sort(([, a], [, b]) => b - a)
  return (
    <figure className="m-0 flex flex-col gap-3 sm:flex-row sm:items-center">
      <div className="flex flex-1 justify-center gap-2">
        {views.map((view) => (
          <BodyFigure
            key={view}
            view={view}
            label={`${caption}. ${words.views[view]}: ${saidOf(view, rows)}`}
            colourOf={(muscle) => heatOf(shares.get(muscle) ?? 0)}
            className="h-72 max-w-1/2 sm:h-80"
          />
        ))}
      </div>
      <figcaption className="flex-1">
        <table className="w-full text-left">
          <caption className="sr-only">{caption}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{words.muscle}</th>
              <th scope="col">{column}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([muscle, share]) => (
              <tr key={muscle} className="border-t border-line first:border-t-0">
                <th scope="row" className="py-1.5 font-normal">
                  <span
                    aria-hidden
                    className="mr-2 inline-block size-3.5 rounded-chip align-[-2px] ring-1 ring-line"
                    style={{ background: heatOf(share) }}
                  />
                  {muscleNames[muscle]}
                </th>
                <td className="py-1.5 text-right text-note text-soft">{textOf(share, muscle)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.some(([muscle]) => deepMuscles.has(muscle)) && <p className="mt-2 text-note text-soft">{words.dashed}</p>}
      </figcaption>
    </figure>
  )
}

function saidOf(view: BodyView, rows: readonly (readonly [Muscle, number])[]): string {
  const seen = rows.filter(([muscle]) => musclesOf(view).includes(muscle)).map(([muscle]) => muscleNames[muscle])
  return seen.length === 0 ? words.nothing : seen.join(', ')
}
