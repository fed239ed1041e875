import type { Movement, PerformedSet, PlannedSet } from '@gymgenius/contracts'
import { isChain, type SetKind } from '@gymgenius/domain'
import { useNow } from '../../lib/now.ts'
import type { Draft } from '../../lib/view/schema.ts'
import { IntervalSheet } from './circuits/interval-sheet.tsx'
import { changeSet, deleteSet } from './actions.ts'
import { withPlanned, withSetRemoved } from './draft-edits.ts'
import { EditSetSheet } from './edit-set-sheet.tsx'
import { HistorySheet } from './history-sheet.tsx'
import { KindSheet } from './kind-sheet.tsx'
import { MovementOptionsSheet } from './movement-options-sheet.tsx'
import type { SetRow } from './rows.ts'
import type { ActiveMovementState } from './use-active-movement.ts'
import type { WorkoutUnderWay } from './use-workout.ts'
import { WhySheet } from './why-sheet.tsx'

export type Panel = 'why' | 'history' | 'options' | 'interval' | { readonly edit: PerformedSet } | { readonly number: SetRow }

/** The panel that is open over a movement. */
export function MovementPanels({
  panel,
  active,
  current,
  movement,
  onDraft,
  act,
  onPanel,
}: {
  readonly panel: Panel
  readonly active: ActiveMovementState
  readonly current: WorkoutUnderWay
  readonly movement: Movement
  readonly onDraft: (draft: Draft) => void
  readonly act: (work: Promise<unknown>) => void
  readonly onPanel: (panel: Panel | undefined) => void
}) {
  const now = useNow()
  const { draft, workout } = current
  const close = () => onPanel(undefined)

  function become(row: SetRow, kind: SetKind) {
    if (row.state === 'coming') return plan(row.place, { ...row.planned, kind })
    // The set done last can go on at once as what it has become.
    const isLast = current.sets.at(-1)?.id === row.set.id
    if (isChain(kind) && isLast && row.set.reps !== undefined) onDraft({ ...draft, openSet: row.set.id })
    act(changeSet(row.set.id, { kind }))
  }

  function plan(place: number, planned: PlannedSet) {
    onDraft(withPlanned(draft, draft.activeItem, place, planned))
    close()
  }

  return (
    <>
      {panel === 'why' && <WhySheet prescription={active.target?.prescription} onClose={close} />}
      {panel === 'options' && (
        <MovementOptionsSheet movement={movement} draft={draft} onDraft={onDraft} onInterval={() => onPanel('interval')} onClose={close} />
      )}
      {panel === 'interval' && (
        <IntervalSheet
          movement={movement}
          draft={draft}
          sets={current.sets}
          last={active.ground.sets.findLast(({ kind }) => kind !== 'warm_up')}
          onDraft={onDraft}
          onClose={close}
        />
      )}
      {panel === 'history' && (
        <HistorySheet
          movement={movement}
          sets={active.ground.sets.filter(({ workoutId }) => workoutId !== workout.id)}
          now={now}
          onClose={close}
        />
      )}
      {typeof panel === 'object' && 'number' in panel && (
        <KindSheet
          row={panel.number}
          movement={movement}
          note={panel.number.key === active.row?.key ? active.entry.note : undefined}
          canNote={panel.number.key === active.row?.key}
          onClose={close}
          onKind={(kind) => become(panel.number, kind)}
          onPlan={(planned, note) => {
            if (panel.number.state === 'coming') plan(panel.number.place, planned)
            if (panel.number.key === active.row?.key) active.note(note)
          }}
          onRemove={() => {
            if (panel.number.state === 'coming') onDraft(withSetRemoved(draft, draft.activeItem, panel.number.place))
            close()
          }}
        />
      )}
      {typeof panel === 'object' && 'edit' in panel && (
        <EditSetSheet
          set={panel.edit}
          movement={movement}
          scale={active.scale}
          onClose={close}
          onSave={(fields) => act(changeSet(panel.edit.id, fields))}
          onUncheck={() => act(active.uncheck(panel.edit))}
          onDelete={() => act(deleteSet(panel.edit.id))}
        />
      )}
    </>
  )
}
