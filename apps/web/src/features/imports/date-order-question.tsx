import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { DateOrder } from './use-imports.ts'
import { words } from './words.ts'

/** Where every date of the file could be two days, a guess would move years of training: the lifter is asked. */
export function DateOrderQuestion({
  isBusy,
  onOrder,
  onDiscard,
}: {
  readonly isBusy: boolean
  readonly onOrder: (order: DateOrder) => void
  readonly onDiscard: () => void
}) {
  return (
    <Card title={words.dateOrder}>
      <p className="mb-4 text-soft">{words.dateOrderText}</p>
      <div className="flex flex-col gap-2">
        <Button className="min-h-14" busy={isBusy} onClick={() => onOrder('dmy')}>
          {words.dayFirst}
        </Button>
        <Button className="min-h-14" busy={isBusy} onClick={() => onOrder('mdy')}>
          {words.monthFirst}
        </Button>
        <Button look="quiet" disabled={isBusy} onClick={onDiscard}>
          {words.discard}
        </Button>
      </div>
    </Card>
  )
}
