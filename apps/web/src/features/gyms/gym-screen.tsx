import type { Gym } from '@gymgenius/contracts'
import type { GymItem } from '@gymgenius/domain'
import { loadingOf } from '@gymgenius/engine/loading'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoNow } from '../../lib/clock.ts'
import { write } from '../../lib/logbook.ts'
import { Link, useNavigate, useParams } from '../../lib/router.tsx'
import { gymsQuery } from '../../lib/view/read.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field, Switch } from '../../ui/field.tsx'
import { useLoadText, useUnit } from '../../ui/load.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { BarsCard, StacksCard } from './loaded-cards.tsx'
import { PlatesCard } from './plates-card.tsx'
import { StepsCard } from './steps-card.tsx'
import { ThingsCard } from './things-card.tsx'
import { WeightsCard } from './weights-card.tsx'
import { words } from './words.ts'

/** One gym. Every change is kept at once on this phone, with or without a network. */
export function GymScreen() {
  const { gymId } = useParams({ from: '/gyms/$gymId' })
  const { data } = useQuery(gymsQuery())
  if (data === undefined) return <Skeleton lines={6} />
  const gym = data.find(({ id }) => id === gymId)
  if (gym !== undefined) return <Editor key={gym.id} gym={gym} isCurrent={data[0] === gym} />
  return (
    <Page title={words.title}>
      <EmptyState
        title={words.notFound}
        action={
          <Link to="/gyms" className="inline-flex min-h-11 items-center text-accent underline">
            {words.toGyms}
          </Link>
        }
      >
        {words.notFoundText}
      </EmptyState>
    </Page>
  )
}

function Editor({ gym, isCurrent }: { readonly gym: Gym; readonly isCurrent: boolean }) {
  const unit = useUnit()
  const toast = useToast()
  const navigate = useNavigate()
  const [name, setName] = useState(gym.name)
  /** Ahead of what the phone has kept, so that quick taps add up. */
  const [items, setItems] = useState<readonly GymItem[]>(gym.items)
  const [isDeleting, setDeleting] = useState(false)

  const keep = (fields: Partial<Gym>) =>
    write([{ entity: 'gym', entityId: gym.id, kind: 'patch', fields }]).catch(() => toast({ text: words.notSaved }))
  const onItems = (next: readonly GymItem[]) => {
    setItems(next)
    void keep({ items: next })
  }
  async function remove() {
    await write([{ entity: 'gym', entityId: gym.id, kind: 'delete' }]).catch(() => toast({ text: words.notSaved }))
    await navigate({ to: '/gyms' })
  }
  const editing = { items, unit, onItems }

  return (
    <Page title={gym.name}>
      <Card>
        <Field
          label={words.name}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => {
            if (name.trim() === '') setName(gym.name)
            else if (name !== gym.name) void keep({ name })
          }}
        />
        <div className="mt-3 flex flex-col gap-1">
          {isCurrent ? (
            <p className="flex min-h-12 items-center text-done">{words.here}</p>
          ) : (
            <Button onClick={() => void keep({ chosenAt: isoNow() })}>{words.trainHere}</Button>
          )}
          <Switch label={words.rest} hint={words.restHint} checked={gym.hasTheRest} onChange={(hasTheRest) => void keep({ hasTheRest })} />
        </div>
      </Card>
      <PlatesCard {...editing} />
      <BarsCard {...editing} />
      <BarbellLoads items={items} />
      <WeightsCard title={words.dumbbells} equipment="dumbbell" {...editing} />
      <WeightsCard title={words.kettlebells} equipment="kettlebell" {...editing} />
      <WeightsCard title={words.medicineBalls} equipment="medicine_ball" {...editing} />
      <StacksCard {...editing} />
      <StepsCard items={items} onItems={onItems} />
      <ThingsCard items={items} hasTheRest={gym.hasTheRest} onItems={onItems} />
      <Button look="danger" onClick={() => setDeleting(true)}>
        {words.delete}
      </Button>
      <Sheet title={words.delete} open={isDeleting} onClose={() => setDeleting(false)}>
        <p className="mb-4">{words.deleteText}</p>
        <Button look="danger" big onClick={() => void remove()}>
          {words.deleteYes}
        </Button>
      </Sheet>
    </Page>
  )
}

/** What the plates and bars come to: the proof that they were said right. */
function BarbellLoads({ items }: { readonly items: readonly GymItem[] }) {
  const loadText = useLoadText()
  const loading = loadingOf(items, { id: '' as never, equipment: 'barbell', loadKind: 'external' })
  if (loading === undefined || loading.ways.length === 0) return null
  const { grid } = loading
  return <p className="px-1 text-note text-soft">{words.loads(grid.last + 1, loadText(grid.at(0)), loadText(grid.at(grid.last)))}</p>
}
