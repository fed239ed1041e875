import { useInfiniteQuery } from '@tanstack/react-query'
import { actText } from '../../lib/act-text.ts'
import { call, faultText } from '../../lib/api.ts'
import { dayText, timeText } from '../../lib/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { words } from './words.ts'

/** What was done by and to this account, newest first. */
export function AuditCard() {
  const audit = useInfiniteQuery({
    queryKey: ['my-audit'],
    queryFn: ({ pageParam }) => call('GET /v1/me/audit', { query: { limit: '20', ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  const entries = audit.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Card title={words.audit}>
      {audit.isError && <Notice tone="danger">{faultText(audit.error)}</Notice>}
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.id} className="py-2">
            <span className="block">{actText(entry)}</span>
            <span className="block text-note text-soft">
              {dayText(Date.parse(entry.at), audit.dataUpdatedAt)}, {timeText(Date.parse(entry.at))} · {words.as[entry.as]}
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
  )
}
