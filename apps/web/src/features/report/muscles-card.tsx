import { type Muscle, type MuscleGroup, muscleGroupNames as groupKeys } from '@gymgenius/domain'
import type { TrainingWeek } from '@gymgenius/engine/report'
import { useState } from 'react'
import { BodyFigure, heatOf, musclesOf } from '../../ui/body/body-figure.tsx'
import { type BodyView, views } from '../../ui/body/shapes.ts'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/field.tsx'
import { muscleGroupNames, muscleNames } from '../../ui/movement-words.ts'
import { setsText } from './texts.ts'
import { perWeek } from './volume.ts'
import { words } from './words.ts'

/** Weeks drawn as bars. */
const BARS = 26
/** Muscles named where the picture is told in words. */
const NAMED = 5

const spans = ['4', '12', 'all'] as const
type Span = (typeof spans)[number]

/** What the weeks trained: on the body, and by group of muscles. */
export function MusclesCard({ weeks }: { readonly weeks: readonly TrainingWeek[] }) {
  const [span, setSpan] = useState<Span>('12')
  const looked = span === 'all' ? Infinity : Number(span)
  const muscles = perWeek(weeks, looked, ({ muscles }) => muscles)
  const groups = perWeek(weeks, looked, ({ groups }) => groups)
  const rows = groupKeys
    .flatMap((group) => (groups.has(group) ? [{ group, sets: groups.get(group)! }] : []))
    .sort((a, b) => b.sets - a.sets)
  const [top] = rows
  if (top === undefined) return null
  return (
    <Card title={words.musclesTitle(muscleGroupNames[top.group].toLowerCase(), setsText(top.sets))}>
      <Choice
        label={words.musclesSpan}
        hideLabel
        value={span}
        options={spans.map((value) => ({ value, text: words.spans[value] }))}
        onChange={setSpan}
      />
      <Body muscles={muscles} />
      <table className="w-full text-left">
        <caption className="sr-only">{words.musclesNote}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.groupBars}</th>
            <th scope="col">{words.setsAWeek}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, sets }) => (
            <tr key={group} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-2 text-note font-normal">
                {muscleGroupNames[group]}
              </th>
              <td className="w-32 py-1.5 sm:w-64">
                <Bars weeks={weeks} group={group} most={mostOf(weeks)} />
              </td>
              <td className="w-12 py-1.5 text-right font-semibold tabular">{setsText(sets)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-note text-soft">{words.musclesNote}</p>
    </Card>
  )
}

function Body({ muscles }: { readonly muscles: ReadonlyMap<Muscle, number> }) {
  const most = Math.max(...muscles.values())
  const named = (view: BodyView) =>
    [...muscles]
      .filter(([muscle]) => musclesOf(view).includes(muscle))
      .sort(([, a], [, b]) => b - a)
      .slice(0, NAMED)
      .map(([muscle]) => muscleNames[muscle])
      .join(', ')
  return (
    <div className="my-4 flex justify-center gap-2">
      {views.map((view) => (
        <BodyFigure
          key={view}
          view={view}
          label={words.musclesPicture(words.views[view], named(view))}
          colourOf={(muscle) => heatOf((muscles.get(muscle) ?? 0) / most)}
          className="h-80 max-w-1/2 sm:h-96"
        />
      ))}
    </div>
  )
}

const mostOf = (weeks: readonly TrainingWeek[]) => Math.max(...weeks.slice(-BARS).flatMap(({ groups }) => Object.values(groups)))

/** The last weeks of a group, a bar each; weeks without training are gaps. */
function Bars({ weeks, group, most }: { readonly weeks: readonly TrainingWeek[]; readonly group: MuscleGroup; readonly most: number }) {
  const last = weeks.at(-1)!.monday
  return (
    <svg aria-hidden viewBox={`0 0 ${BARS} 8`} preserveAspectRatio="none" className="block h-6 w-full">
      {weeks.slice(-BARS).map(({ monday, groups }) => {
        const height = (8 * (groups[group] ?? 0)) / most
        const place = BARS - 1 - (last - monday) / 7
        return place < 0 ? null : <rect key={monday} x={place + 0.1} y={8 - height} width={0.8} height={height} className="fill-accent" />
      })}
    </svg>
  )
}
