import { useQuery } from '@tanstack/react-query'
import { timeNow } from '../../lib/clock.ts'
import { Link, useNavigate } from '../../lib/router.tsx'
import { Dumbbell } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useNameOf } from '../../lib/use-name-of.ts'
import { routinesQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { startWorkout } from './actions.ts'
import { PlanCard } from './plan-card.tsx'
import { useSilence } from './silence.ts'
import type { TodayPlan } from './today.ts'
import { useToday } from './use-today.ts'
import { words } from './words.ts'

type Startable = Pick<TodayPlan, 'name' | 'items' | 'routineId'>

export function TodayScreen({
  syncDot,
  gymChoice,
  checkIn,
}: {
  readonly syncDot: ReactNode
  readonly gymChoice: ReactNode
  readonly checkIn: ReactNode
}) {
  useSilence()
  const plan = useToday()
  const navigate = useNavigate()
  const [isStarting, setStarting] = useState(false)

  async function start(what: Startable) {
    setStarting(true)
    try {
      const workoutId = await startWorkout(what)
      await navigate({ to: '/workout/$workoutId', params: { workoutId } })
    } finally {
      setStarting(false)
    }
  }
  const empty = () => start({ name: words.workoutAt(new Date(timeNow()).getHours()), items: [] })

  if (plan === undefined) {
    return (
      <TodayPage syncDot={syncDot}>
        <Skeleton lines={4} />
      </TodayPage>
    )
  }
  if (plan.basis === 'empty') {
    return (
      <TodayPage syncDot={syncDot} action={<BigButton busy={isStarting} onClick={() => void empty()} text={words.startEmpty} />}>
        <EmptyState
          title={words.emptyTitle}
          picture={<Dumbbell aria-hidden size={56} strokeWidth={1.5} />}
          action={
            <Link to="/import" className="inline-flex min-h-11 items-center text-accent underline">
              {words.import}
            </Link>
          }
        >
          {words.emptyText}
        </EmptyState>
        {gymChoice}
      </TodayPage>
    )
  }
  const { workout } = plan
  const goOn = workout && (() => navigate({ to: '/workout/$workoutId', params: { workoutId: workout.id } }))
  return (
    <TodayPage
      syncDot={syncDot}
      action={
        <BigButton
          busy={isStarting}
          onClick={() => void (goOn ?? (() => start(plan)))()}
          text={goOn === undefined ? words.start : words.goOn}
        />
      }
    >
      {goOn === undefined && checkIn}
      {goOn === undefined && gymChoice}
      <PlanCard plan={plan} />
      {goOn === undefined && <OtherStarts onEmpty={empty} onRoutine={start} current={plan.routineId} />}
    </TodayPage>
  )
}

const TodayPage = ({
  syncDot,
  action,
  children,
}: {
  readonly syncDot: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
}) => (
  <Page title={words.today} aside={syncDot} action={action}>
    {children}
  </Page>
)

const BigButton = ({ text, busy, onClick }: { readonly text: string; readonly busy: boolean; readonly onClick: () => void }) => (
  <Button look="primary" big busy={busy} onClick={onClick}>
    {text}
  </Button>
)

function OtherStarts({
  onEmpty,
  onRoutine,
  current,
}: {
  readonly onEmpty: () => Promise<void>
  readonly onRoutine: (what: Startable) => Promise<void>
  readonly current: string | undefined
}) {
  const nameOf = useNameOf()
  const routines = useQuery(routinesQuery()).data?.filter(({ id }) => id !== current) ?? []
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-wrap gap-2">
      {routines.length > 0 && <Button onClick={() => setOpen(true)}>{words.otherRoutine}</Button>}
      <Button onClick={() => void onEmpty()}>{words.startEmpty}</Button>
      <Sheet title={words.otherRoutine} open={isOpen} onClose={() => setOpen(false)}>
        <ul className="flex flex-col gap-2">
          {routines.map(({ id, name, items }) => (
            <li key={id}>
              <Button className="w-full justify-between!" onClick={() => void onRoutine({ name, items, routineId: id })}>
                <span>{nameOf({ name, routineId: id })}</span>
                <span className="text-note text-soft">{words.movements(items.length)}</span>
              </Button>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}
