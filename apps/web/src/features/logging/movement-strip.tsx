import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { Check, ListOrdered, Plus } from 'lucide-react'
import { supersetMark } from '../../lib/supersets.ts'
import type { Draft } from '../../lib/view/schema.ts'
import { IconButton } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { isFinished } from './rows.ts'
import { words } from './words.ts'

/** The movements of this workout in a row: which is on, which are done, and the way to each with one press. */
export function MovementStrip({
  draft,
  sets,
  movements,
  onActive,
  onPlan,
  onAdd,
}: {
  readonly draft: Draft
  readonly sets: readonly PerformedSet[]
  readonly movements: ReadonlyMap<string, Movement>
  readonly onActive: (place: number) => void
  readonly onPlan: () => void
  readonly onAdd: () => void
}) {
  return (
    <nav aria-label={words.plan} className="flex flex-wrap items-center gap-1 left-hand:flex-row-reverse">
      <ol className="flex min-w-0 flex-1 gap-2 overflow-x-auto py-1 [scrollbar-width:none]">
        {draft.items.map((item, place) => {
          const isOn = place === draft.activeItem
          const isDone = isFinished(item, sets)
          return (
            <li key={item.key} className="shrink-0">
              <button
                ref={isOn ? bringIntoSight : undefined}
                type="button"
                aria-current={isOn ? 'step' : undefined}
                data-key={{ [-1]: 'p', 1: 'n' }[place - draft.activeItem]}
                onClick={() => onActive(place)}
                className={classes(
                  'inline-flex min-h-11 max-w-44 items-center gap-1 rounded-chip px-3 text-note',
                  isOn ? 'bg-raised font-semibold text-ink ring-2 ring-accent ring-inset' : 'bg-surface text-soft',
                  item.isSkipped === true && 'line-through',
                )}
              >
                {isDone && <Check aria-label={words.done} size={16} className="shrink-0 text-done" />}
                {item.superset !== undefined && (
                  <span className="shrink-0 text-small text-accent tabular">{supersetMark(draft.items, place)}</span>
                )}
                <span className="truncate">{movements.get(item.movementId)?.name ?? words.unknownMovement}</span>
              </button>
            </li>
          )
        })}
      </ol>
      <IconButton data-key="a" label={words.addMovement} onClick={onAdd}>
        <Plus aria-hidden size={22} />
      </IconButton>
      <IconButton data-key="m" label={words.plan} onClick={onPlan}>
        <ListOrdered aria-hidden size={22} />
      </IconButton>
    </nav>
  )
}

/** The chip of the movement on the screen must be seen, however long the row is. */
function bringIntoSight(chip: HTMLElement | null) {
  chip?.scrollIntoView({ block: 'nearest', inline: 'center' })
}
