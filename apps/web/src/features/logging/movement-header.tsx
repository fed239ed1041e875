import type { Movement } from '@gymgenius/contracts'
import { ArrowLeftRight, History } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { withWords } from '../../lib/language.ts'
import { useRules } from '../../lib/rules.ts'
import type { Draft } from '../../lib/view/schema.ts'
import { IconButton } from '../../ui/button.tsx'
import { words } from './words.ts'

/** Most lifters have no rule and no pain: theirs is a line that is never fetched. */
const VerdictLine = lazy(withWords(async () => ({ default: (await import('./verdict-line.tsx')).VerdictLine })))

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
  const { constraints, movements } = useRules()
  return (
    <div className="flex min-h-12 flex-wrap items-center left-hand:flex-row-reverse">
      <div className="min-w-0 flex-1">
        <h2 className="line-clamp-2 text-title leading-tight font-bold">{movement.name}</h2>
        {constraints.length + movements.length > 0 && (
          <Suspense>
            <VerdictLine movement={movement} />
          </Suspense>
        )}
        {item?.note !== undefined && <p className="truncate text-note text-soft">{item.note}</p>}
      </div>
      <IconButton data-key="h" label={words.history} onClick={onHistory}>
        <History aria-hidden size={20} />
      </IconButton>
      <IconButton data-key="x" label={words.swapMovement} onClick={onSwap}>
        <ArrowLeftRight aria-hidden size={20} />
      </IconButton>
    </div>
  )
}
