import type { Movement } from '@gymgenius/contracts'
import { limits } from '@gymgenius/domain'
import type { Draft } from '../../lib/view/schema.ts'
import { Link } from '../../lib/router.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice, Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { withSetAdded } from './draft.ts'
import { measureOf, withMeasure, withNote, withRamp, withSkip } from './draft-edits.ts'
import { optionsWords } from './options-words.ts'
import { sheetWords as words } from './sheet-words.ts'

const measures = ['reps', 'time', 'distance'] as const

/** What else can be done with the movement on the screen. */
export function MovementOptionsSheet({
  movement,
  draft,
  onDraft,
  onInterval,
  onClose,
}: {
  readonly movement: Movement
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly onInterval: () => void
  readonly onClose: () => void
}) {
  const place = draft.activeItem
  const item = draft.items[place]
  const isSkipped = item?.isSkipped === true
  const choose = (next: Draft) => {
    onDraft(next)
    onClose()
  }
  return (
    <Sheet title={movement.name} open onClose={onClose}>
      <div className="flex flex-col gap-2">
        <Button onClick={() => choose(withSetAdded(draft, place))}>{words.addSet}</Button>
        <Button onClick={() => choose(withSetAdded(draft, place, 'warm_up'))}>{words.addWarmUp}</Button>
        <Button onClick={() => choose(withRamp(draft, place))}>{optionsWords.ramp}</Button>
        <Button onClick={onInterval}>{optionsWords.interval}</Button>
        <Button onClick={() => choose(withSkip(draft, place, !isSkipped))}>{isSkipped ? words.unskip : words.skip}</Button>
        <Link
          to="/library/$movementId"
          params={{ movementId: movement.id }}
          className="flex min-h-11 items-center justify-center rounded-card bg-raised px-4 font-medium active:brightness-95"
        >
          {words.aboutIt}
        </Link>
        {item !== undefined && (
          <>
            <Choice
              label={optionsWords.countedBy}
              value={measureOf(item)}
              onChange={(measure) => choose(withMeasure(draft, place, measure))}
              options={measures.map((value) => ({ value, text: optionsWords.measures[value] }))}
            />
            <Field
              label={optionsWords.note}
              hint={optionsWords.noteHint}
              maxLength={limits.noteGraphemes}
              defaultValue={item.note ?? ''}
              onBlur={(event) => event.target.value !== (item.note ?? '') && onDraft(withNote(draft, place, event.target.value))}
            />
          </>
        )}
      </div>
    </Sheet>
  )
}
