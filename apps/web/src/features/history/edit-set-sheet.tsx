import type { Movement, PerformedSet, Workout } from '@gymgenius/contracts'
import { kg, type MovementId } from '@gymgenius/domain'
import { useState } from 'react'
import type { Counting } from '../../lib/counting.ts'
import { instantOfLocalInput, localInput } from '../../lib/dates.ts'
import { newId } from '../../lib/ids.ts'
import { write, type Change } from '../../lib/logbook.ts'
import { useSettings } from '../../lib/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { changedFields, newFields, type SaidOfSet, type SetValues } from '../../ui/set-fields.ts'
import { SetForm } from '../../ui/set-form.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { placeOf } from './set-place.ts'
import { words } from './words.ts'

/** The set to mend; without one, a new set of that movement, after `after` where it stands among others. */
export interface EditedSet {
  readonly movementId: MovementId
  readonly set?: PerformedSet
  readonly after?: PerformedSet
  /** What a first set of a movement is counted by. */
  readonly counting?: Counting
}

interface Props {
  readonly workout: Workout
  /** All of the workout, in order. */
  readonly sets: readonly PerformedSet[]
  readonly edited: EditedSet | undefined
  readonly movement: Movement | undefined
  readonly onClose: () => void
}

export function EditSetSheet({ edited, movement, onClose, ...rest }: Props) {
  return (
    <Sheet title={movement?.name ?? words.unknownMovement} open={edited !== undefined} onClose={onClose}>
      {edited !== undefined && <EditedSetForm edited={edited} movement={movement} onClose={onClose} {...rest} />}
    </Sheet>
  )
}

function EditedSetForm({
  workout,
  sets,
  edited: { movementId, set, after, counting },
  movement,
  onClose,
}: Props & { readonly edited: EditedSet }) {
  const { effortScale } = useSettings()
  const [fault, setFault] = useState<string>()
  const [when, setWhen] = useState(localInput(Date.parse(workout.startedAt)))
  const asksTime = set?.needsConfirmation === true && set.loadKg !== undefined
  const performedAt = asksTime ? instantOfLocalInput(when) : set?.needsConfirmation === true ? Date.parse(set.performedAt) : Number.NaN // said again, it counts

  const save = (said: SaidOfSet, before: SaidOfSet) =>
    keep(
      set === undefined
        ? {
            entityId: newId<'performed_set'>(),
            kind: 'put',
            fields: {
              ...newFields({ ...said, loadKg: said.loadKg ?? kg(0) }),
              ...placeOf(workout, sets, after),
              ...(after?.superset !== undefined && { superset: after.superset }),
              workoutId: workout.id,
              movementId,
            },
          }
        : {
            entityId: set.id,
            kind: 'patch',
            fields: {
              ...changedFields(before, said),
              ...(!Number.isNaN(performedAt) && { performedAt: new Date(performedAt).toISOString() }),
            },
          },
    )

  async function keep(change: Pick<Change, 'entityId' | 'kind' | 'fields'>) {
    try {
      await write([{ entity: 'set', ...change }])
      onClose()
    } catch {
      setFault(words.notSaved)
    }
  }

  return (
    <SetForm
      set={set ?? likeOf(after ?? counting)}
      loadKind={movement?.loadKind}
      scale={effortScale}
      fault={fault}
      onSave={(said, before) => void save(said, before)}
      acts={
        set !== undefined && (
          <Button look="danger" onClick={() => void keep({ entityId: set.id, kind: 'delete' })}>
            {words.removeSet}
          </Button>
        )
      }
    >
      {asksTime && <Field label={words.whenDone} type="datetime-local" value={when} onChange={(event) => setWhen(event.target.value)} />}
    </SetForm>
  )
}

/** A forgotten set was most likely like the one before it; how hard it was is not guessed. */
const likeOf = (like: Partial<SetValues> | undefined): SetValues => ({
  kind: 'working',
  toFailure: false,
  loadKg: like?.loadKg,
  reps: like?.reps,
  durationSeconds: like?.durationSeconds,
  distanceMeters: like?.distanceMeters,
})
