import type { Movement } from '@gymgenius/contracts'
import { ArrowLeftRight, History } from 'lucide-react'
import type { Draft } from '../../lib/view/schema.ts'
import { IconButton } from '../../ui/button.tsx'
import { words } from './words.ts'

export function MovementHeader({
  movement,
  draft,
  onSwap,
  onHistory,
}: {
  readonly movement: Movement
  readonly draft: Draft
  readonly onSwap: () => void
  readonly onHistory: () => void
}) {
  const item = draft.items[draft.activeItem]
  return (
    <div className="flex min-h-12 items-center">
      <div className="min-w-0 flex-1">
        <h2 className="line-clamp-2 text-title leading-tight font-bold">{movement.name}</h2>
        {item?.note !== undefined && <p className="truncate text-note text-soft">{item.note}</p>}
      </div>
      <IconButton label={words.history} onClick={onHistory}>
        <History aria-hidden size={20} />
      </IconButton>
      <IconButton label={words.swapMovement} onClick={onSwap}>
        <ArrowLeftRight aria-hidden size={20} />
      </IconButton>
    </div>
  )
}
