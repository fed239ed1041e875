import { useInfiniteQuery } from '@tanstack/react-query'
import type { AuditEntry } from '@gymgenius/contracts'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { actText } from '../../lib/act-text.ts'
import { actNames } from '../../lib/act-words.ts'
import { call } from '../../lib/api.ts'
import { dateText, dayText, instantOfLocalInput, timeText } from '../../lib/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AdminPage } from './admin-page.tsx'
import { asked, type AuditFilter, everything } from './audit-filter.ts'
import { AuditFiles } from './audit-files.tsx'
import { NarrowForm } from './narrow-form.tsx'
import { words } from './words.ts'

/** What was done on this server, by whom and to whom, newest first. Nothing of it is kept on the phone. */
export function AuditScreen() {
  const [filter, setFilter] = useState(everything)
  const [isNarrowing, setNarrowing] = useState(false)
  const audit = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      call('GET /v1/audit', { query: { ...asked(filter), limit: '30', ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    gcTime: 0,
    staleTime: 0,
  })
  const entries = audit.data?.pages.flatMap(({ items }) => items)
  const narrow = (
    <Button icon={<SlidersHorizontal aria-hidden size={18} />} onClick={() => setNarrowing(true)}>
      {words.narrow}
    </Button>
  )

  return (
    <AdminPage title={words.audit} aside={narrow} error={audit.error}>
      {filter !== everything && (
        <div className="flex items-center justify-between gap-3">
          <p className="min-w-0 text-note break-words text-soft">{filterText(filter)}</p>
          <Button className="shrink-0" onClick={() => setFilter(everything)}>
            {words.all}
          </Button>
        </div>
      )}
      <Card>
        {audit.isPending && <Skeleton lines={6} />}
        {entries?.length === 0 && <p className="text-note text-soft">{words.nothing}</p>}
        <ul className="divide-y divide-line">
          {entries?.map((entry) => (
            <li key={entry.id} className="py-2">
              <span className="block">{actText(entry)}</span>
              <span className="block text-note break-words text-soft">{whoText(entry)}</span>
              <span className="block text-note text-soft">
                {dayText(Date.parse(entry.at), audit.dataUpdatedAt)}, {timeText(Date.parse(entry.at))}
              </span>
            </li>
          ))}
        </ul>
        {audit.hasNextPage && (
          <Button className="mt-2 w-full" busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </Card>
      {entries !== undefined && <AuditFiles filter={filter} />}
      <Sheet title={words.narrow} open={isNarrowing} onClose={() => setNarrowing(false)}>
        <NarrowForm
          filter={filter}
          onNarrow={(next) => {
            setFilter(next)
            setNarrowing(false)
          }}
        />
      </Sheet>
    </AdminPage>
  )
}

/** "ann@example.test (trainer), about bob@example.test". */
function whoText({ as, by, about }: AuditEntry): string {
  return [
    by === undefined ? words.as[as] : `${name(by)} (${words.as[as]})`,
    about === undefined || about.pseudonym === by?.pseudonym ? undefined : words.about(name(about)),
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}

function filterText({ act, email, from, to }: AuditFilter): string {
  return [act === '' ? '' : actNames[act], email, from === '' ? '' : words.fromDay(day(from)), to === '' ? '' : words.toDay(day(to))]
    .filter((part) => part !== '')
    .join(' · ')
}

const name = ({ email }: { readonly email?: string | undefined }) => email ?? words.gone
const day = (text: string) => dateText(instantOfLocalInput(`${text}T00:00`))
