import { useNavigate } from '../../lib/router.tsx'
import { Suspense, useState, type ReactNode } from 'react'
import { useWakeLock } from '../../lib/wake-lock.ts'
import type { Draft } from '../../lib/view/schema.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ActiveMovement } from './active-movement.tsx'
import { keepDraft } from './actions.ts'
import { withActive } from './draft.ts'
import { MovementStrip } from './movement-strip.tsx'
import { CircuitRunner, FinishSheet, KeysSheet, PickSheet, PlanSheet, Standing } from './sheets.ts'
import { SlimBar } from './slim-bar.tsx'
import type { WorkoutUnderWay } from './use-workout.ts'
import { words } from './words.ts'

const change = (next: Draft) => void keepDraft(next)

type Panel = 'add' | 'swap' | 'plan' | 'finish' | 'keys'

/** The screen a lifter looks at between sets: one movement, one set, one button. */
export function WorkoutUnderWayScreen({ current, syncDot }: { readonly current: WorkoutUnderWay; readonly syncDot: ReactNode }) {
  useWakeLock()
  const navigate = useNavigate()
  const [panel, setPanel] = useState<Panel>()
  const { draft, sets, movements, workout } = current
  const item = draft.items[draft.activeItem]
  const movement = item === undefined ? undefined : movements.get(item.movementId)

  const close = () => setPanel(undefined)

  return (
    <div className="mx-auto flex min-h-0 w-full max-w-5xl flex-1 flex-col px-3 sm:px-4">
      <SlimBar workout={workout} syncDot={syncDot} onFinish={() => setPanel('finish')} onKeys={() => setPanel('keys')} />
      {item !== undefined && draft.circuit === undefined && (
        <MovementStrip
          draft={draft}
          sets={sets}
          movements={movements}
          onActive={(place) => change(withActive(draft, place))}
          onPlan={() => setPanel('plan')}
          onAdd={() => setPanel('add')}
        />
      )}
      {draft.circuit !== undefined ? (
        <Suspense fallback={null}>
          <CircuitRunner circuit={draft.circuit} current={current} onDraft={change} />
        </Suspense>
      ) : item === undefined || movement === undefined ? (
        <EmptyState
          title={words.firstMovement}
          action={
            <Button look="primary" big onClick={() => setPanel('add')}>
              {words.addMovement}
            </Button>
          }
        >
          {movements.size === 0 ? words.movementsAway : words.firstMovementText}
        </EmptyState>
      ) : (
        <ActiveMovement
          key={item.key}
          current={current}
          item={item}
          movement={movement}
          onDraft={change}
          onSwap={() => setPanel('swap')}
          onFinish={() => setPanel('finish')}
        />
      )}
      <Suspense fallback={null}>
        <Standing />
      </Suspense>
      <Suspense fallback={null}>
        {(panel === 'add' || panel === 'swap') && (
          <PickSheet current={current} isSwap={panel === 'swap'} onDraft={change} onClose={close} />
        )}
        {panel === 'plan' && (
          <PlanSheet
            draft={draft}
            movements={movements}
            hasSets={(id) => sets.some(({ movementId }) => movementId === id)}
            onClose={close}
            onDraft={change}
            onAdd={() => setPanel('add')}
          />
        )}
        {panel === 'keys' && <KeysSheet onClose={close} />}
        {panel === 'finish' && <FinishSheet current={current} onClose={close} onDiscarded={() => void navigate({ to: '/today' })} />}
      </Suspense>
    </div>
  )
}
