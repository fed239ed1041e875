import { classes } from '../../../ui/classes.ts'
import { furniture, type Known } from './answers.ts'
import { makingWords as words } from './words.ts'

/** One's own gyms first, then what stands in for them. */
export function PlaceChoice({
  gyms,
  place,
  onChange,
}: {
  readonly gyms: Known['gyms']
  readonly place: string
  readonly onChange: (place: string) => void
}) {
  const others = (Object.keys(furniture) as (keyof typeof furniture)[]).map((id) => ({
    id,
    name: words.places[id],
    hint: words.placeHints[id],
  }))
  const places = [...gyms.map(({ id, name }) => ({ id, name, hint: words.ownGym })), ...others]
  return (
    <div role="radiogroup" aria-label={words.steps.place} className="flex flex-col gap-2">
      {places.map(({ id, name, hint }) => (
        <label
          key={id}
          className={classes(
            'relative flex min-h-14 flex-col justify-center rounded-card px-3 py-2 has-focus-visible:outline-3 has-focus-visible:outline-accent',
            id === place ? 'bg-raised ring-2 ring-accent' : 'ring-1 ring-line',
          )}
        >
          <input
            type="radio"
            name="place"
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={id === place}
            onChange={() => onChange(id)}
          />
          <span className="font-medium">{name}</span>
          <span className="text-note text-soft">{hint}</span>
        </label>
      ))}
    </div>
  )
}
