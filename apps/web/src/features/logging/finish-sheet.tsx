import type { RoutineItem } from '@gymgenius/contracts'
import { useState } from 'react'
import { isoNow } from '../../lib/clock.ts'
import { useNameOf } from '../../lib/use-name-of.ts'
import type { DraftItem } from '../../lib/view/schema.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Switch } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { discardWorkout, finishWorkout, saveRoutine, updateRoutine } from './actions.ts'
import { broughtUp } from './brought-up.ts'
import { isFinished } from './rows.ts'
import { SessionEffort } from './session-effort.tsx'
import { SummaryFigures } from './summary-figures.tsx'
import { itemsFrom } from './today.ts'
import { endRest } from './use-rest.ts'
import type { WorkoutUnderWay } from './use-workout.ts'
import { sheetWords as words } from './sheet-words.ts'

/** Looks back on the workout and ends it. What was not done is simply left out. */
export function FinishSheet({
  current,
  onClose,
  onDiscarded,
}: {
  readonly current: WorkoutUnderWay
  readonly onClose: () => void
  readonly onDiscarded: () => void
}) {
  return (
    <Sheet title={words.finishTitle} open onClose={onClose}>
      {current.sets.length === 0 ? (
        <div className="flex flex-col gap-3">
          <p className="text-soft">{words.nothingDone}</p>
          <Button
            look="danger"
            onClick={() => {
              endRest()
              void discardWorkout(current.workout.id).then(onDiscarded, () => undefined)
            }}
          >
            {words.discard}
          </Button>
          <Button look="primary" big onClick={onClose}>
            {words.goOnLogging}
          </Button>
        </div>
      ) : (
        <Closing current={current} onClose={onClose} />
      )}
    </Sheet>
  )
}

function Closing({ current, onClose }: { readonly current: WorkoutUnderWay; readonly onClose: () => void }) {
  const { workout, sets, routine, draft } = current
  const nameOf = useNameOf()
  const [note, setNote] = useState(workout.note ?? '')
  const done = itemsFrom(sets, draft.items.map(asPlanned))
  const { items, changes } = broughtUp(routine?.items ?? [], done, sets)
  const isAsPlanned = routine !== undefined && changes.length === 0
  const [keeps, setKeeps] = useState(false)
  const [rpe, setRpe] = useState(workout.sessionRpe)
  const open = draft.items.filter((item) => !isFinished(item, sets)).length

  async function finish() {
    endRest()
    await finishWorkout(workout.id, isoNow(), note, rpe)
    if (keeps && routine !== undefined) await updateRoutine(routine.id, items)
    if (keeps && routine === undefined) await saveRoutine(nameOf(workout), done)
    onClose()
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        finish().catch(() => undefined) // the notice on the screen says what is not saved
      }}
    >
      <SummaryFigures workout={workout} sets={sets} movements={current.movements} planned={draft.items} />
      <SessionEffort rpe={rpe} onChange={setRpe} />
      {open > 0 && <p className="text-note text-soft">{words.unfinishedMovements(open)}</p>}
      {!isAsPlanned && (
        <Switch
          label={routine === undefined ? words.saveRoutine : words.updateRoutine}
          {...(routine !== undefined && { hint: words.changesOfPlan(changes) })}
          checked={keeps}
          onChange={setKeeps}
        />
      )}
      <Field label={words.note} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      <Button type="submit" look="primary" big>
        {words.finish}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {words.goOnLogging}
      </Button>
    </form>
  )
}

const asPlanned = ({ key: _key, isSkipped: _isSkipped, ...item }: DraftItem): RoutineItem => item
