import type { Movement } from '@gymgenius/contracts'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { Link } from '../../lib/router.tsx'
import { LinkButton, RoundRest } from '../../lib/superset-controls.tsx'
import { supersetMark } from '../../lib/supersets.ts'
import type { Draft } from '../../lib/view/schema.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { withMove, withoutItem, withSkip } from './draft-edits.ts'
import { optionsWords } from './options-words.ts'
import { sheetWords as words } from './sheet-words.ts'

/** The movements of this workout: their order, those to skip, and more of them. */
export function PlanSheet({
  draft,
  movements,
  hasSets,
  onClose,
  onDraft,
  onAdd,
}: {
  readonly draft: Draft
  readonly movements: ReadonlyMap<string, Movement>
  /** A movement with sets can be moved and skipped, but not taken out. */
  readonly hasSets: (movementId: string) => boolean
  readonly onClose: () => void
  readonly onDraft: (draft: Draft) => void
  readonly onAdd: () => void
}) {
  return (
    <Sheet title={words.plan} open onClose={onClose}>
      <ol className="mb-4 divide-y divide-line">
        {draft.items.map((item, place) => {
          const name = movements.get(item.movementId)?.name ?? words.unknownMovement
          const isSkipped = item.isSkipped === true
          const mark = supersetMark(draft.items, place)
          return (
            <li key={item.key} className="flex flex-wrap items-center gap-1 py-2">
              <span className="min-w-0 basis-full">
                <span className={classes('block', isSkipped && 'text-soft line-through')}>
                  {mark !== undefined && <span className="mr-2 font-semibold text-accent tabular">{mark}</span>}
                  {name}
                </span>
              </span>
              <Button look="quiet" className="mr-auto -ml-2 px-2! text-note!" onClick={() => onDraft(withSkip(draft, place, !isSkipped))}>
                {isSkipped ? words.unskip : words.skip}
              </Button>
              <LinkButton items={draft.items} place={place} name={name} onItems={(items) => onDraft({ ...draft, items })} />
              <IconButton label={words.moveUp(name)} disabled={place === 0} onClick={() => onDraft(withMove(draft, place, -1))}>
                <ArrowUp aria-hidden size={20} />
              </IconButton>
              <IconButton
                label={words.moveDown(name)}
                disabled={place === draft.items.length - 1}
                onClick={() => onDraft(withMove(draft, place, 1))}
              >
                <ArrowDown aria-hidden size={20} />
              </IconButton>
              {!hasSets(item.movementId) && (
                <IconButton label={`${words.remove}: ${name}`} onClick={() => onDraft(withoutItem(draft, place))}>
                  <Trash2 aria-hidden size={20} />
                </IconButton>
              )}
              {item.superset !== undefined && (
                <div className="basis-full">
                  <RoundRest items={draft.items} place={place} onItems={(items) => onDraft({ ...draft, items })} />
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <Button look="primary" big onClick={onAdd}>
        {words.addMovement}
      </Button>
      <Link to="/library/circuits" className="mt-2 flex min-h-11 items-center justify-center rounded-card text-accent">
        {optionsWords.startACircuit}
      </Link>
    </Sheet>
  )
}
