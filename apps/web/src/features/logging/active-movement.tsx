import type { Movement } from '@gymgenius/contracts'
import { type ReactNode, Suspense, useState } from 'react'
import { useNow } from '../../lib/now.ts'
import type { Draft, DraftItem } from '../../lib/view/schema.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { changeSet } from './actions.ts'
import { BottomBar } from './bottom-bar.tsx'
import { CurrentSet } from './current-set.tsx'
import { withActive, withSetAdded } from './draft.ts'
import { MovementHeader } from './movement-header.tsx'
import type { Panel } from './movement-panels.tsx'
import { isFinished } from './rows.ts'
import { SetRows } from './set-rows.tsx'
import { MovementPanels, OpenSet } from './sheets.ts'
import { loadsOf } from './target.ts'
import { type ActiveMovementState, useActiveMovement } from './use-active-movement.ts'
import type { WorkoutUnderWay } from './use-workout.ts'
import { words } from './words.ts'

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
  const [panel, setPanel] = useState<Panel>()
  const active = useActiveMovement(current, item, movement, onDraft)
  if (active === undefined) return <Skeleton lines={4} />

  const { draft, sets } = current
  const { rows, row, target, standing, ground } = active
  const next = draft.items.findIndex((each, place) => place !== draft.activeItem && !isFinished(each, sets))
  const open = sets.find((set) => set.id === draft.openSet && set.movementId === movement.id)
  /** The failure is on the screen as a notice, and the row says it too. */
  const act = (work: Promise<unknown>) => {
    work.catch(() => undefined)
    setPanel(undefined)
  }

  const layout = (card: ReactNode, bar: ReactNode) => (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto pb-3">
        <MovementHeader movement={movement} draft={draft} onSwap={onSwap} onHistory={() => setPanel('history')} />
        <div className="grid gap-3 md:grid-cols-2 landscape:max-md:grid-cols-2">
          {card}
          <div className="flex flex-col gap-2">
            {rows.length > 0 && (
              <SetRows
                rows={rows}
                currentKey={open === undefined ? row?.key : open.id}
                outcomes={draft.outcomes ?? {}}
                saving={current.saving}
                notSaved={current.notSaved}
                isPerSide={movement.laterality === 'unilateral'}
                targetOf={active.targetOf}
                previousOf={active.previousOf}
                onDone={(set) => setPanel({ edit: set })}
                onNumber={(of) => setPanel({ number: of })}
              />
            )}
            <div className="flex justify-between gap-2">
              <Button look="quiet" className="text-note!" onClick={() => onDraft(withSetAdded(draft, draft.activeItem))}>
                {words.addSet}
              </Button>
              <Button look="quiet" data-key="o" className="text-note!" onClick={() => setPanel('options')}>
                {words.options}
              </Button>
            </div>
          </div>
        </div>
      </div>
      {bar}
    </>
  )

  return (
    <>
      {open !== undefined ? (
        <Suspense fallback={layout(<Skeleton lines={4} />, null)}>
          <OpenSet
            key={open.id}
            set={open}
            movement={movement}
            loads={loadsOf(ground)}
            onParts={(parts) => act(changeSet(open.id, { parts }))}
            onOver={active.goOn}
          >
            {layout}
          </OpenSet>
        </Suspense>
      ) : (
        layout(
          <Card active={active} movement={movement} onWhy={() => setPanel('why')} />,
          <BottomBar
            workoutId={current.workout.id}
            row={row}
            target={target}
            standing={active.entry.startedAt === undefined || standing === undefined ? standing : { ...standing, seconds: undefined }}
            isPerSide={active.isPerSide}
            canLog={active.canLog}
            nextTarget={active.textOfNext}
            nextMovement={next < 0 ? undefined : (current.movements.get(draft.items[next]!.movementId)?.name ?? words.unknownMovement)}
            onLog={() => act(active.log())}
            onNext={() => onDraft(withActive(draft, next))}
            onFinish={onFinish}
          />,
        )
      )}
      {panel !== undefined && (
        <Suspense fallback={null}>
          <MovementPanels panel={panel} onPanel={setPanel} {...{ active, current, movement, onDraft, act }} />
        </Suspense>
      )}
    </>
  )
}

/** The set to do now; while its target is worked out, its place; and what to say when none is left. */
function Card({
  active,
  movement,
  onWhy,
}: {
  readonly active: ActiveMovementState
  readonly movement: Movement
  readonly onWhy: () => void
}) {
  const now = useNow()
  const { rows, row, target, standing, ground } = active
  if (row === undefined) return <p className="rounded-card bg-surface p-6 text-center text-soft ring-1 ring-line">{words.allDone}</p>
  if (target === undefined || standing === undefined) return <Skeleton lines={4} />
  return (
    <CurrentSet
      movement={movement}
      label={row.label}
      target={target}
      standing={standing}
      entry={active.entry}
      onEntry={active.change}
      scale={active.scale}
      isPerSide={active.isPerSide}
      loads={loadsOf(ground)}
      gym={ground.gym}
      among={{
        loads: rows.map((each) => Number((each.state === 'done' ? each.set.loadKg : active.targetOf(each)?.load) ?? 0)),
        index: rows.indexOf(row),
      }}
      loadSteps={ground.loadSteps}
      previous={active.previousOf(row)}
      onWhy={onWhy}
      now={now}
    />
  )
}
