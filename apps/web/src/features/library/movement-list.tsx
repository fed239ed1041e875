import type { Movement } from '@gymgenius/contracts'
import { ChevronRight } from 'lucide-react'
import { Link } from '../../lib/router.tsx'
import { useRowsDrawn } from '../../lib/rows-drawn.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { EquipmentIcon } from '../../ui/equipment/equipment-icon.tsx'
import { equipmentNames, muscleNames, patternNames } from '../../ui/movement-words.ts'
import { words } from './words.ts'

/** So many rows as are wanted, and more when the end of them comes into sight. */
export function MovementList({
  movements,
  shown,
  onMore,
  noteOf = () => undefined,
}: {
  readonly movements: readonly Movement[]
  readonly shown: number
  readonly onMore: () => void
  /** What rules, pains and likings say of a movement. */
  readonly noteOf?: (movement: Movement) => string | undefined
}) {
  const drawn = useRowsDrawn(shown)
  return (
    <>
      <ul className="divide-y divide-line rounded-card bg-surface px-4 shadow-card ring-1 ring-line">
        {movements.slice(0, drawn).map((movement) => (
          <MovementRow key={movement.id} movement={movement} mark={noteOf(movement)} />
        ))}
      </ul>
      {drawn === shown && movements.length > shown && <More key={shown} onMore={onMore} />}
    </>
  )
}

/** A movement as a line that leads to its page. */
export function MovementRow({
  movement,
  note = trainedWith(movement),
  mark,
  isNoteLong = false,
}: {
  readonly movement: Movement
  readonly note?: string
  /** What the lifter's own rules say of it, before the note. */
  readonly mark?: string | undefined
  /** Shown whole, over several lines where it must. */
  readonly isNoteLong?: boolean
}) {
  return (
    <li>
      <Link
        to="/library/$movementId"
        params={{ movementId: movement.id }}
        className="-mx-4 flex min-h-15 items-center gap-3 px-4 py-2 active:bg-raised"
      >
        <EquipmentIcon of={drawingOf(movement)} size={26} className="shrink-0 text-soft" />
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 font-medium break-words">{movement.name}</span>
          {mark !== undefined && <span className="block text-note font-medium first-letter:uppercase">{mark}</span>}
          <span className={classes('block text-note text-soft first-letter:uppercase', !isNoteLong && 'truncate')}>{note}</span>
        </span>
        <ChevronRight aria-hidden size={18} className="shrink-0 text-soft" />
      </Link>
    </li>
  )
}

/** A stone is not "other": where the kind says nothing, what has to stand there does. */
const drawingOf = ({ equipment, needs }: Movement) => (equipment === 'other' ? (needs?.[0] ?? equipment) : equipment)

/** What it trains most, and with what. */
function trainedWith({ muscles, pattern, equipment }: Movement) {
  const primes = muscles.filter(({ role }) => role === 'prime_mover').map(({ muscle }) => muscleNames[muscle])
  return `${primes.length > 0 ? primes.join(', ') : patternNames[pattern]} · ${equipmentNames[equipment]}`
}

/** Asks for more by itself when it is nearly in sight; a button for those who come by key. */
function More({ onMore }: { readonly onMore: () => void }) {
  const watch = (element: HTMLDivElement | null) => {
    if (element === null) return undefined
    const watching = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && onMore(), {
      rootMargin: '800px',
    })
    watching.observe(element)
    return () => watching.disconnect()
  }
  return (
    <div ref={watch} className="flex justify-center">
      <Button onClick={onMore}>{words.more}</Button>
    </div>
  )
}
