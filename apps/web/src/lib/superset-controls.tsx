import { seconds, type Seconds } from '@gymgenius/domain'
import { Link2, Unlink2 } from 'lucide-react'
import { IconButton } from '../ui/button.tsx'
import { Choice } from '../ui/field.tsx'
import { supersetWords as words } from './superset-words.ts'
import { endsSuperset, type Grouped, isLinked, withLink, withoutLink, withRoundRest } from './supersets.ts'

/** Alternates a movement with the next one, or no longer. */
export function LinkButton<Item extends Grouped>({
  items,
  place,
  name,
  onItems,
}: {
  readonly items: readonly Item[]
  readonly place: number
  readonly name: string
  readonly onItems: (items: readonly Item[]) => void
}) {
  const isOn = isLinked(items, place)
  return (
    <IconButton
      label={isOn ? words.unlink(name) : words.link(name)}
      aria-pressed={isOn}
      disabled={place === items.length - 1}
      onClick={() => onItems(isOn ? withoutLink(items, place) : withLink(items, place))}
    >
      {isOn ? <Unlink2 aria-hidden size={20} className="text-accent" /> : <Link2 aria-hidden size={20} />}
    </IconButton>
  )
}

const restText = (rest: number) => (rest % 60 === 0 ? words.minutes(rest / 60) : words.seconds(rest))

/** 0 stands for what the engine advises. */
const rests = [0, 30, 60, 90, 120, 180] as const

/** How long to rest after a round, below the last movement of a superset. */
export function RoundRest<Item extends Grouped>({
  items,
  place,
  onItems,
}: {
  readonly items: readonly Item[]
  readonly place: number
  readonly onItems: (items: readonly Item[]) => void
}) {
  const { superset, roundRestSeconds } = items[place]!
  if (superset === undefined || !endsSuperset(items, place)) return null
  const known: readonly number[] = rests
  const offered = roundRestSeconds === undefined || known.includes(roundRestSeconds) ? known : [...known, roundRestSeconds]
  return (
    <Choice
      label={words.roundRest}
      value={roundRestSeconds ?? 0}
      options={offered.map((value) => ({ value, text: value === 0 ? words.asAdvised : restText(value) }))}
      onChange={(value) => onItems(withRoundRest(items, superset, value === 0 ? undefined : (seconds(value) as Seconds)))}
    />
  )
}
