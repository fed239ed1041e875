import type { Routine } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '../../lib/router.tsx'
import { ArrowDown, ArrowUp, ListChecks, Plus } from 'lucide-react'
import { dayText } from '../../lib/dates.ts'
import { newId } from '../../lib/ids.ts'
import { write } from '../../lib/logbook.ts'
import { useNameOf } from '../../lib/use-name-of.ts'
import { routinesQuery } from '../../lib/view/read.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FoundRoutines } from './found-routines.tsx'
import { words } from './words.ts'

/** Routines in the order Today offers them. */
export function RoutinesScreen() {
  const navigate = useNavigate()
  const toast = useToast()
  const { data, dataUpdatedAt } = useQuery(routinesQuery())
  const nameOf = useNameOf()
  const routines = (data ?? []).map((routine) => ({ ...routine, name: nameOf({ name: routine.name, routineId: routine.id }) }))

  async function keep(changes: Parameters<typeof write>[0]) {
    try {
      await write(changes)
    } catch {
      toast({ text: words.notSaved })
    }
  }
  async function make() {
    const routineId = newId<'routine'>()
    await keep([
      { entity: 'routine', entityId: routineId, kind: 'put', fields: { name: words.newName, position: nextPosition(routines), items: [] } },
    ])
    await navigate({ to: '/routines/$routineId', params: { routineId } })
  }
  const swap = (a: Routine, b: Routine) =>
    keep([
      { entity: 'routine', entityId: a.id, kind: 'patch', fields: { position: b.position } },
      { entity: 'routine', entityId: b.id, kind: 'patch', fields: { position: a.position } },
    ])

  return (
    <Page
      title={words.title}
      aside={
        <span className="flex items-center gap-1">
          <Link to="/programs" className="inline-flex min-h-11 items-center px-3 text-accent">
            {words.programs}
          </Link>
          <IconButton label={words.make} onClick={() => void make()}>
            <Plus aria-hidden size={24} />
          </IconButton>
        </span>
      }
    >
      {data?.length === 0 && (
        <EmptyState
          picture={<ListChecks aria-hidden size={40} />}
          title={words.empty}
          action={
            <Button look="primary" big onClick={() => void make()}>
              {words.make}
            </Button>
          }
        >
          {words.emptyText}
        </EmptyState>
      )}
      {byFolder(routines).map(([folder, inFolder]) => (
        <Card key={folder} {...(folder !== '' && { title: folder })}>
          <ul className="divide-y divide-line">
            {inFolder.map((routine, index) => (
              <li key={routine.id} className="flex min-h-16 items-center gap-1">
                <Link
                  to="/routines/$routineId"
                  params={{ routineId: routine.id }}
                  className="flex min-h-16 min-w-0 flex-1 flex-col justify-center active:bg-raised"
                >
                  <span className="truncate font-medium">{routine.name}</span>
                  <span className="text-note text-soft">
                    {words.movements(routine.items.length)}
                    {routine.lastPerformedAt !== undefined && ` · ${dayText(Date.parse(routine.lastPerformedAt), dataUpdatedAt)}`}
                  </span>
                </Link>
                {index > 0 && (
                  <IconButton label={`${words.up}: ${routine.name}`} onClick={() => void swap(routine, inFolder[index - 1]!)}>
                    <ArrowUp aria-hidden size={20} />
                  </IconButton>
                )}
                {index < inFolder.length - 1 && (
                  <IconButton label={`${words.down}: ${routine.name}`} onClick={() => void swap(routine, inFolder[index + 1]!)}>
                    <ArrowDown aria-hidden size={20} />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <FoundRoutines nextPosition={nextPosition(routines)} known={new Set(routines.map(({ name }) => name))} />
    </Page>
  )
}

const nextPosition = (routines: readonly Routine[]) => routines.reduce((last, routine) => Math.max(last, routine.position), 0) + 1

function byFolder(routines: readonly Routine[]): [string, Routine[]][] {
  const folders = new Map<string, Routine[]>()
  for (const routine of routines) folders.set(routine.folder ?? '', [...(folders.get(routine.folder ?? '') ?? []), routine])
  return [...folders]
}
