import type { DataKind } from '@gymgenius/contracts'
import type { Id } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { dateText } from '../../lib/dates.ts'
import { Problem } from '../../lib/problem.ts'
import { Link, useParams } from '../../lib/router.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLoadText } from '../../ui/load.tsx'
import { jointNames, muscleNames } from '../../ui/movement-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { formatNumber } from '../../ui/numbers.ts'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AthleteFace } from './athlete-face.tsx'
import { useRecordTexts } from './seen-sets.tsx'
import { useMovementName } from './use-movement-name.ts'
import { words } from './words.ts'
import { WorkoutsCard } from './workouts-card.tsx'

type Look = 'records' | 'programs' | 'body-weights' | 'recovery' | 'soreness' | 'injuries'

/** What one athlete lets this trainer see, and nothing else. Asked anew each time, and kept nowhere. */
export function AthleteScreen() {
  const { grantId } = useParams({ from: '/athletes/$grantId' })
  const athletes = useQuery({ queryKey: ['athletes'], queryFn: () => call('GET /v1/trainer/athletes', {}), gcTime: 0, staleTime: 0 })
  if (athletes.isError) {
    return (
      <Page title={words.title}>
        <Notice tone="danger">{faultText(athletes.error)}</Notice>
      </Page>
    )
  }
  if (athletes.data === undefined) return <Skeleton lines={6} />
  const athlete = athletes.data.items.find(({ id }) => id === grantId)
  if (athlete === undefined) return <Gone />
  const { id } = athlete
  const cards: Readonly<Record<DataKind, ReactNode>> = {
    workouts: (
      <>
        <Records id={id} />
        <WorkoutsCard id={id} />
      </>
    ),
    programs: <Programs id={id} />,
    body_weight: <BodyWeights id={id} />,
    recovery: (
      <>
        <Nights id={id} />
        <Sore id={id} />
      </>
    ),
    injuries: <Injuries id={id} />,
  }
  return (
    <Page title={athlete.shownAs} aside={<AthleteFace large athlete={athlete} />}>
      {athlete.kinds.map((kind) => (
        <div key={kind} className="flex flex-col gap-4">
          {cards[kind]}
        </div>
      ))}
    </Page>
  )
}

type Of = { readonly id: Id<'trainer_grant'> }

function useLook<What extends Look>(id: Of['id'], what: What) {
  return useQuery({
    queryKey: ['look', id, what],
    queryFn: () => call(`GET /v1/trainer/athletes/{id}/${what}`, { params: { id }, query: {} } as never),
    gcTime: 0,
    staleTime: 0,
  })
}

function Records({ id }: Of) {
  const recordTexts = useRecordTexts()
  const movementName = useMovementName()
  const { data, error } = useLook(id, 'records')
  return (
    <Rows title={words.records} error={error} rows={data?.items}>
      {({ movementId, movement, ...record }) => {
        const { set, note } = recordTexts(record)
        return (
          <Row key={movementId} name={movementName(movementId, movement)} aside={set}>
            {note}
          </Row>
        )
      }}
    </Rows>
  )
}

function Programs({ id }: Of) {
  const { data, error } = useLook(id, 'programs')
  return (
    <Rows title={words.programs} error={error} rows={data?.items}>
      {(program) => (
        <Row key={program.id} name={program.name} aside={program.weeks === undefined ? '' : words.weeks(program.weeks.length)}>
          {program.weeks?.[0] === undefined ? undefined : words.days(program.weeks[0].days.length)}
        </Row>
      )}
    </Rows>
  )
}

function BodyWeights({ id }: Of) {
  const loadText = useLoadText()
  const { data, error } = useLook(id, 'body-weights')
  return (
    <Rows title={words.bodyWeight} error={error} rows={data?.items}>
      {(entry) => <Row key={entry.id} name={dateText(Date.parse(entry.at))} aside={loadText(entry.weightKg)} />}
    </Rows>
  )
}

function Nights({ id }: Of) {
  const { data, error } = useLook(id, 'recovery')
  return (
    <Rows title={words.recovery} error={error} rows={data?.items}>
      {({ id, at, sleepHours, fatigue }) => (
        <Row key={id} name={dateText(Date.parse(at))} aside={sleepHours === undefined ? '' : words.hours(formatNumber(sleepHours, 1))}>
          {fatigue === undefined ? undefined : words.fatigue(fatigue)}
        </Row>
      )}
    </Rows>
  )
}

function Sore({ id }: Of) {
  const { data, error } = useLook(id, 'soreness')
  return (
    <Rows title={words.soreness} error={error} rows={data?.items}>
      {({ id, at, levels }) => (
        <Row key={id} name={dateText(Date.parse(at))}>
          {Object.entries(levels)
            .map(([muscle, level]) => `${muscleNames[muscle as keyof typeof muscleNames]} ${level}`)
            .join(' · ')}
        </Row>
      )}
    </Rows>
  )
}

function Injuries({ id }: Of) {
  const { data, error } = useLook(id, 'injuries')
  return (
    <Rows title={words.injuries} error={error} rows={data?.items}>
      {({ id, joint, until }) => <Row key={id} name={jointNames[joint]} aside={words.until(dateText(Date.parse(until)))} />}
    </Rows>
  )
}

function Rows<Item>({
  title,
  error,
  rows,
  children,
}: {
  readonly title: string
  readonly error: unknown
  readonly rows: readonly Item[] | undefined
  readonly children: (item: Item) => ReactNode
}) {
  return (
    <Card title={title}>
      {error !== null && <Notice tone="danger">{error instanceof Problem ? words.gone : faultText(error)}</Notice>}
      {rows === undefined && error === null && <Skeleton lines={2} />}
      {rows?.length === 0 && <p className="text-note text-soft">{words.nothing}</p>}
      <ul className="divide-y divide-line">{rows?.map(children)}</ul>
    </Card>
  )
}

function Row({ name, aside, children }: { readonly name: string; readonly aside?: string; readonly children?: ReactNode }) {
  return (
    <li className="py-2">
      <span className="flex justify-between gap-3">
        <span className="min-w-0">{name}</span>
        <span className="shrink-0 tabular">{aside}</span>
      </span>
      {children !== undefined && <span className="block text-note text-soft">{children}</span>}
    </li>
  )
}

function Gone() {
  return (
    <Page title={words.title}>
      <EmptyState
        title={words.gone}
        action={
          <Link to="/athletes" className="inline-flex min-h-11 items-center text-accent underline">
            {words.back}
          </Link>
        }
      >
        {words.goneText}
      </EmptyState>
    </Page>
  )
}
