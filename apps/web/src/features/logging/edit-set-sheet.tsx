import type { Movement, PerformedSet } from '@gymgenius/contracts'
import type { EffortScale } from '@gymgenius/domain'
import { Button } from '../../ui/button.tsx'
import { changedFields, type SetFields } from '../../ui/set-fields.ts'
import { SetForm } from '../../ui/set-form.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { sheetWords as words } from './sheet-words.ts'

export interface EditSetProps {
  readonly set: PerformedSet
  readonly movement: Movement
  readonly scale: EffortScale
  readonly onClose: () => void
  readonly onSave: (fields: SetFields) => void
  readonly onUncheck: () => void
  readonly onDelete: () => void
}

/** Corrects a set that was done, takes it back, or deletes it. */
export function EditSetSheet({ set, movement, scale, onClose, onSave, onUncheck, onDelete }: EditSetProps) {
  return (
    <Sheet title={words.editSet} open onClose={onClose}>
      <SetForm
        set={set}
        loadKind={movement.loadKind}
        scale={scale}
        onSave={(said, before) => onSave(changedFields(before, said))}
        acts={
          <div className="flex flex-wrap justify-between gap-2">
            <Button look="quiet" onClick={onUncheck}>
              {words.uncheck}
            </Button>
            <Button look="danger" onClick={onDelete}>
              {words.deleteSet}
            </Button>
          </div>
        }
      />
    </Sheet>
  )
}
