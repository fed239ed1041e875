import { useQuery } from '@tanstack/react-query'
import { CalendarRange, Plus } from 'lucide-react'
import { call } from '../../lib/api.ts'
import { Link, useNavigate } from '../../lib/router.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PROGRAMS } from './keys.ts'
import { moreWords } from './more-of-program-words.ts'
import { words } from './words.ts'

/** Programs of weeks, newest first. */
export function ProgramsScreen() {
  const navigate = useNavigate()
  const programs = useQuery({ queryKey: PROGRAMS, queryFn: () => call('GET /v1/programs', { query: {} }) })
  const items = programs.data?.items ?? []
  const make = () => void navigate({ to: '/programs/new' })

  return (
    <Page
      title={words.title}
      aside={
        <IconButton label={words.make} onClick={make}>
          <Plus aria-hidden size={24} />
        </IconButton>
      }
    >
      {programs.isError && <Notice tone="caution">{words.offline}</Notice>}
      {programs.data?.items.length === 0 && (
        <EmptyState
          picture={<CalendarRange aria-hidden size={40} />}
          title={words.empty}
          action={
            <Button look="primary" big onClick={make}>
              {words.make}
            </Button>
          }
        >
          {words.emptyText}
        </EmptyState>
      )}
      {items.length > 0 && (
        <Card>
          <ul className="divide-y divide-line">
            {items.map((program) => (
              <li key={program.id}>
                <Link
                  to="/programs/$programId"
                  params={{ programId: program.id }}
                  className="flex min-h-16 flex-col justify-center active:bg-raised"
                >
                  <span className="truncate font-medium">{program.name}</span>
                  <span className="text-note text-soft">
                    {program.status === 'ready'
                      ? `${words.states[program.state] ?? ''} · ${words.weeks(program.weekCount)} · ${words.done(program.sessionsDone, program.sessions)}`
                      : words.isMaking}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={moreWords.ways}>
        <ul className="divide-y divide-line">
          <li>
            <Link to="/programs/schemes" className="flex min-h-12 items-center active:bg-raised">
              {moreWords.schemes}
            </Link>
          </li>
          <li>
            <Link to="/programs/text" className="flex min-h-12 items-center active:bg-raised">
              {moreWords.fromText}
            </Link>
          </li>
          <li>
            <Link to="/programs/by-hand" className="flex min-h-12 items-center active:bg-raised">
              {moreWords.byHand}
            </Link>
          </li>
          <li>
            <Link to="/goals" className="flex min-h-12 items-center active:bg-raised">
              {moreWords.goals}
            </Link>
          </li>
        </ul>
      </Card>
    </Page>
  )
}
