import type { Movement } from '@gymgenius/contracts'
import { usualCounting } from '../../lib/counting.ts'
import { MovementPicker } from '../../lib/movement-picker.tsx'
import type { Draft } from '../../lib/view/schema.ts'
import { withMovement, withSwap } from './draft-picks.ts'
import type { WorkoutUnderWay } from './use-workout.ts'
import { words } from './words.ts'

/** Another movement for this workout, or in the place of the one it is at. */
export function PickSheet({
  current: { draft, workout, movements },
  isSwap,
  onDraft,
  onClose,
}: {
  readonly current: WorkoutUnderWay
  readonly isSwap: boolean
  readonly onDraft: (draft: Draft) => void
  readonly onClose: () => void
}) {
  const item = draft.items[draft.activeItem]
  async function pick(movement: Movement) {
    const counting = await usualCounting(movement)
    onDraft(isSwap ? withSwap(draft, draft.activeItem, movement.id, counting) : withMovement(draft, movement.id, counting))
    onClose()
  }
  return (
    <MovementPicker
      title={isSwap ? words.swapMovement : words.addMovement}
      insteadOf={isSwap && item !== undefined ? movements.get(item.movementId) : undefined}
      toDo={workout}
      onClose={onClose}
      onPick={(movement) => void pick(movement)}
    />
  )
}
