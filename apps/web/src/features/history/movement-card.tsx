import type { PerformedSet } from '@gymgenius/contracts'
import type { MovementId } from '@gymgenius/domain'
import { Link } from '../../lib/router.tsx'
import { ChartLine, Plus } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { setLetters } from '../../ui/set-letters.ts'
import { SetText } from '../../ui/set-text.tsx'
import { words } from './words.ts'

/** The sets of one movement of a past workout; tap one to mend it. */
export function MovementCard({
  name,
  mark,
  movementId,
  sets,
  onEdit,
  onAdd,
}: {
  readonly name: string
  /** Of a superset: which, and which place in it. */
  readonly mark: string | undefined
  readonly movementId: MovementId
  readonly sets: readonly PerformedSet[]
  readonly onEdit: (set: PerformedSet) => void
  readonly onAdd: () => void
}) {
  return (
    <Card
      title={
        <Link to="/library/$movementId" params={{ movementId }} className="inline-flex min-h-8 items-center">
          {mark !== undefined && <span className="mr-2 text-accent tabular">{mark}</span>}
          {name}
        </Link>
      }
      aside={
        <Link
          to="/progress/$movementId"
          params={{ movementId }}
          aria-label={words.progressOf(name)}
          className="inline-flex size-11 items-center justify-center rounded-chip text-soft"
        >
          <ChartLine aria-hidden size={20} />
        </Link>
      }
    >
      <ol className="divide-y divide-line">
        {sets.map((set, index) => (
          <li key={set.id}>
            <button
              type="button"
              onClick={() => onEdit(set)}
              className="flex min-h-12 w-full items-center gap-3 text-left active:bg-raised"
            >
              <span className="sr-only">{words.editSetOf(index + 1, name)} </span>
              <span aria-hidden className="w-6 shrink-0 text-center text-note text-soft tabular">
                {setLetters[set.kind] ?? workingNumber(sets, index)}
              </span>
              <span className="min-w-0 flex-1">
                <SetText set={set} />
                {set.note !== undefined && <span className="block truncate text-note text-soft">{set.note}</span>}
              </span>
            </button>
            {set.needsConfirmation === true && (
              <p className="pb-2 pl-9 text-note text-caution">{set.loadKg === undefined ? words.loadUnsure : words.whenUnsure}</p>
            )}
          </li>
        ))}
      </ol>
      <Button look="quiet" icon={<Plus aria-hidden size={18} />} onClick={onAdd}>
        {words.addSet}
      </Button>
    </Card>
  )
}

/** Among those that have no letter. */
const workingNumber = (sets: readonly PerformedSet[], index: number) =>
  sets.slice(0, index + 1).filter(({ kind }) => setLetters[kind] === undefined).length
