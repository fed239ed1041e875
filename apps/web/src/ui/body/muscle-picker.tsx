import { type Muscle, type MuscleGroup, muscleGroups } from '@gymgenius/domain'
import { type KeyboardEvent, useRef, useState } from 'react'
import { classes } from '../classes.ts'
import { Choice } from '../field.tsx'
import { muscleGroupNames, muscleNames } from '../movement-words.ts'
import { BodyFigure, heatOf, musclesOf } from './body-figure.tsx'
import { type BodyView, views } from './shapes.ts'
import { words } from './words.ts'

interface Props {
  readonly chosen: ReadonlySet<Muscle>
  readonly onToggle: (muscle: Muscle) => void
}

/** Muscles to choose from: on the body, where one tabs into the figure and goes on with the arrow keys, and by name. */
export function MusclePicker({ chosen, onToggle }: Props) {
  const [view, setView] = useState<BodyView>('front')
  return (
    <div className="flex flex-col gap-4">
      <Choice
        label={words.side}
        hideLabel
        value={view}
        options={views.map((value) => ({ value, text: words.views[value] }))}
        onChange={setView}
      />
      <p className="text-note text-soft">{chosen.size === 0 ? words.hint : [...chosen].map((muscle) => muscleNames[muscle]).join(', ')}</p>
      <TappableFigure key={view} {...{ view, chosen, onToggle }} />
      <ByName {...{ chosen, onToggle }} />
    </div>
  )
}

/** One stop for the tab key; the arrows go from muscle to muscle. */
function TappableFigure({ view, chosen, onToggle }: Props & { readonly view: BodyView }) {
  const muscles = musclesOf(view)
  const [active, setActive] = useState(muscles[0])
  const group = useRef<HTMLFieldSetElement>(null)

  function goOn(muscle: Muscle, event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (event.key === 'Enter' || event.key === ' ') onToggle(muscle)
    else if (by === undefined) return
    else {
      const next = muscles[(muscles.indexOf(muscle) + by + muscles.length) % muscles.length]!
      group.current?.querySelector<SVGElement>(`[data-muscle=${next}] [role=checkbox]`)?.focus()
    }
    event.preventDefault()
  }

  return (
    <fieldset ref={group} aria-label={words.figure[view]} className="m-0 flex justify-center border-0 p-0">
      <BodyFigure
        view={view}
        colourOf={(muscle) => heatOf(chosen.has(muscle) ? 1 : 0)}
        className="h-[min(62dvh,34rem)] w-full"
        renderRegion={({ muscle, path }) => (
          <g
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input cannot have the shape of a muscle
            role="checkbox"
            aria-checked={chosen.has(muscle)}
            aria-label={muscleNames[muscle]}
            tabIndex={muscle === active ? 0 : -1}
            onFocus={() => setActive(muscle)}
            onClick={() => onToggle(muscle)}
            onKeyDown={(event) => goOn(muscle, event)}
            className="cursor-pointer hover:brightness-115 focus-visible:outline-none [&:focus-visible>path]:stroke-ink [&:focus-visible>path]:stroke-[1.6]"
          >
            <title>{muscleNames[muscle]}</title>
            {path}
          </g>
        )}
      />
    </fieldset>
  )
}

function ByName({ chosen, onToggle }: Props) {
  return (
    <div className="flex flex-col gap-3">
      {(Object.keys(muscleGroups) as MuscleGroup[]).map((name) => (
        <fieldset key={name} className="m-0 border-0 p-0">
          <legend className="mb-1 text-note font-medium">{muscleGroupNames[name]}</legend>
          <div className="flex flex-wrap gap-2">
            {muscleGroups[name].map((muscle) => (
              <button
                key={muscle}
                type="button"
                aria-pressed={chosen.has(muscle)}
                onClick={() => onToggle(muscle)}
                className={classes(
                  'min-h-11 rounded-chip px-3',
                  chosen.has(muscle) ? 'bg-accent font-semibold text-on-accent' : 'bg-raised text-ink',
                )}
              >
                {muscleNames[muscle]}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
