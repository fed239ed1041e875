import type { Movement } from '@gymgenius/contracts'
import type { Draft } from '../../lib/view/schema.ts'
import { Link } from '../../lib/router.tsx'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { withSetAdded, withSkip, withTimed } from './draft.ts'
import { sheetWords as words } from './sheet-words.ts'

/** What else can be done with the movement on the screen. */
export function MovementOptionsSheet({
  movement,
  draft,
  onDraft,
  onClose,
}: {
  readonly movement: Movement
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly onClose: () => void
}) {
  const place = draft.activeItem
  const item = draft.items[place]
  const isTimed = item?.sets.some(({ durationSeconds }) => durationSeconds !== undefined) === true
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
        <Button onClick={() => choose(withSetAdded(draft, place, 'drop'))}>{words.addDrop}</Button>
        <Button onClick={() => choose(withTimed(draft, place, !isTimed))}>{isTimed ? words.logReps : words.logTime}</Button>
        <Button onClick={() => choose(withSkip(draft, place, !isSkipped))}>{isSkipped ? words.unskip : words.skip}</Button>
        <Link
          to="/library/$movementId"
          params={{ movementId: movement.id }}
          className="flex min-h-11 items-center justify-center rounded-card bg-raised px-4 font-medium active:brightness-95"
        >
          {words.aboutIt}
        </Link>
      </div>
    </Sheet>
  )
}
