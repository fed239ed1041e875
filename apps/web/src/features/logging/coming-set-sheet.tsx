import type { SetKind } from '@gymgenius/domain'
import { Button } from '../../ui/button.tsx'
import { KindChoice } from '../../ui/kind-choice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { SetRow } from './rows.ts'
import { sheetWords as words } from './sheet-words.ts'

type Coming = Extract<SetRow, { state: 'coming' }>

/** Changes what a set still to come is, or takes it out of the plan. */
export function ComingSetSheet({
  row,
  onClose,
  onKind,
  onRemove,
}: {
  readonly row: Coming
  readonly onClose: () => void
  readonly onKind: (kind: SetKind) => void
  readonly onRemove: () => void
}) {
  return (
    <Sheet title={words.set(row.label)} open onClose={onClose}>
      <div className="flex flex-col gap-4">
        <KindChoice value={row.planned.kind} onChange={onKind} />
        <Button look="danger" onClick={onRemove}>
          {words.removeSet}
        </Button>
      </div>
    </Sheet>
  )
}
