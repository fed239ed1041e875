import type { Movement } from '@gymgenius/contracts'
import { ArrowLeftRight, Ellipsis, History } from 'lucide-react'
import { useState } from 'react'
import type { Draft } from '../../lib/view/schema.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { withSetAdded, withSkip, withTimed } from './draft.ts'
import { words } from './words.ts'

export function MovementHeader({
  movement,
  draft,
  onDraft,
  onSwap,
  onHistory,
}: {
  readonly movement: Movement
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly onSwap: () => void
  readonly onHistory: () => void
}) {
  const [isOpen, setOpen] = useState(false)
  const place = draft.activeItem
  const item = draft.items[place]
  const isTimed = item?.sets.some(({ durationSeconds }) => durationSeconds !== undefined) === true
  const choose = (next: Draft) => {
    onDraft(next)
    setOpen(false)
  }
  return (
    <div className="flex items-center">
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-title font-bold">{movement.name}</h2>
        {item?.note !== undefined && <p className="truncate text-note text-soft">{item.note}</p>}
      </div>
      <IconButton label={words.history} onClick={onHistory}>
        <History aria-hidden size={20} />
      </IconButton>
      <IconButton label={words.swapMovement} onClick={onSwap}>
        <ArrowLeftRight aria-hidden size={20} />
      </IconButton>
      <IconButton label={words.options} onClick={() => setOpen(true)}>
        <Ellipsis aria-hidden size={20} />
      </IconButton>
      <Sheet title={movement.name} open={isOpen} onClose={() => setOpen(false)}>
        <div className="flex flex-col gap-2">
          <Button onClick={() => choose(withSetAdded(draft, place))}>{words.addSet}</Button>
          <Button onClick={() => choose(withSetAdded(draft, place, 'warm_up'))}>{words.addWarmUp}</Button>
          <Button onClick={() => choose(withSetAdded(draft, place, 'drop'))}>{words.addDrop}</Button>
          <Button onClick={() => choose(withTimed(draft, place, !isTimed))}>{isTimed ? words.logReps : words.logTime}</Button>
          <Button onClick={() => choose(withSkip(draft, place, item?.isSkipped !== true))}>
            {item?.isSkipped === true ? words.unskip : words.skip}
          </Button>
        </div>
      </Sheet>
    </div>
  )
}
