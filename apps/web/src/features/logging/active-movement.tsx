import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { Suspense, useState } from 'react'
import { useNow } from '../../lib/now.ts'
import type { Draft, DraftItem } from '../../lib/view/schema.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { changeSet, deleteSet } from './actions.ts'
import { BottomBar } from './bottom-bar.tsx'
import { CurrentSet } from './current-set.tsx'
import { withActive, withSetAdded, withSetKind, withSetRemoved } from './draft.ts'
import { MovementHeader } from './movement-header.tsx'
import { isFinished, type SetRow } from './rows.ts'
import { SetRows } from './set-rows.tsx'
import { ComingSetSheet, EditSetSheet, HistorySheet, MovementOptionsSheet, WhySheet } from './sheets.ts'
import { loadsOf } from './target.ts'
import { useActiveMovement } from './use-active-movement.ts'
import type { WorkoutUnderWay } from './use-workout.ts'
import { words } from './words.ts'

type Panel = 'why' | 'history' | 'options' | { readonly edit: PerformedSet } | { readonly coming: Extract<SetRow, { state: 'coming' }> }

export interface ActiveMovementProps {
  readonly current: WorkoutUnderWay
  readonly item: DraftItem
  readonly movement: Movement
  readonly onDraft: (draft: Draft) => void
  readonly onSwap: () => void
  readonly onFinish: () => void
}

/** One movement of the workout: its current set, its other sets, and the button. */
export function ActiveMovement({ current, item, movement, onDraft, onSwap, onFinish }: ActiveMovementProps) {
  const now = useNow()
  const [panel, setPanel] = useState<Panel>()
  const active = useActiveMovement(current, item, movement, onDraft)
  if (active === undefined) return <Skeleton lines={4} />

  const { draft, sets } = current
  const { rows, row, target, standing, ground } = active
  const close = () => setPanel(undefined)
  const next = draft.items.findIndex((each, place) => place !== draft.activeItem && !isFinished(each, sets))
  /** The failure is on the screen as a notice, and the row says it too. */
  const act = (work: Promise<unknown>) => {
    work.catch(() => undefined)
    close()
  }

  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto pb-3">
        <MovementHeader movement={movement} draft={draft} onSwap={onSwap} onHistory={() => setPanel('history')} />
        <div className="grid gap-3 md:grid-cols-2 landscape:max-md:grid-cols-2">
          {row !== undefined && target !== undefined && standing !== undefined ? (
            <CurrentSet
              movement={movement}
              label={row.label}
              target={target}
              standing={standing}
              entry={active.entry}
              onEntry={active.change}
              scale={active.scale}
              loads={loadsOf(ground)}
              gym={ground.gym}
              among={{
                loads: rows.map((each) => Number((each.state === 'done' ? each.set.loadKg : active.targetOf(each)?.load) ?? 0)),
                index: rows.indexOf(row),
              }}
              loadSteps={ground.loadSteps}
              previous={active.previousOf(row)}
              onWhy={() => setPanel('why')}
              now={now}
            />
          ) : row !== undefined ? (
            <Skeleton lines={4} />
          ) : (
            <p className="rounded-card bg-surface p-6 text-center text-soft ring-1 ring-line">{words.allDone}</p>
          )}
          <div className="flex flex-col gap-2">
            {rows.length > 0 && (
              <SetRows
                rows={rows}
                currentKey={row?.key}
                outcomes={draft.outcomes ?? {}}
                saving={current.saving}
                notSaved={current.notSaved}
                targetOf={active.targetOf}
                previousOf={active.previousOf}
                onDone={(set) => setPanel({ edit: set })}
                onComing={(coming) => setPanel({ coming })}
              />
            )}
            <div className="flex justify-between gap-2">
              <Button look="quiet" className="text-note!" onClick={() => onDraft(withSetAdded(draft, draft.activeItem))}>
                {words.addSet}
              </Button>
              <Button look="quiet" className="text-note!" onClick={() => setPanel('options')}>
                {words.options}
              </Button>
            </div>
          </div>
        </div>
      </div>
      <BottomBar
        workoutId={current.workout.id}
        row={row}
        target={target}
        standing={standing}
        canLog={active.canLog}
        nextTarget={active.textOfNext}
        nextMovement={next < 0 ? undefined : (current.movements.get(draft.items[next]!.movementId)?.name ?? words.unknownMovement)}
        onLog={() => act(active.log())}
        onNext={() => onDraft(withActive(draft, next))}
        onFinish={onFinish}
      />
      <Suspense fallback={null}>
        {panel === 'why' && <WhySheet prescription={target?.prescription} onClose={close} />}
        {panel === 'options' && <MovementOptionsSheet movement={movement} draft={draft} onDraft={onDraft} onClose={close} />}
        {panel === 'history' && (
          <HistorySheet
            movement={movement}
            sets={ground.sets.filter(({ workoutId }) => workoutId !== current.workout.id)}
            now={now}
            onClose={close}
          />
        )}
        {typeof panel === 'object' && 'coming' in panel && (
          <ComingSetSheet
            row={panel.coming}
            onClose={close}
            onKind={(kind) => {
              onDraft(withSetKind(draft, draft.activeItem, panel.coming.place, kind))
              close()
            }}
            onRemove={() => {
              onDraft(withSetRemoved(draft, draft.activeItem, panel.coming.place))
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
      </Suspense>
    </>
  )
}
