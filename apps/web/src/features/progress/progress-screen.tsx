import { useQuery } from '@tanstack/react-query'
import { Link } from '../../lib/router.tsx'
import { ChartLine, ChevronRight, ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import { dayText } from '../../lib/dates.ts'
import { findMovements } from '../../lib/movement-search.ts'
import { useLogbookStatus } from '../../lib/logbook.ts'
import { MoreComing } from '../../lib/more-coming.tsx'
import { NothingLogged } from '../../lib/nothing-logged.tsx'
import { movementsQuery } from '../../lib/view/read.ts'
import { trainedMovementsQuery } from '../../lib/view/trained.ts'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { RirWorthCard } from './rir-worth-card.tsx'
import { words } from './words.ts'

/** Every movement this lifter has trained, the latest first. */
export function ProgressScreen() {
  const trained = useQuery(trainedMovementsQuery())
  const movements = useQuery(movementsQuery()).data
  const { isComplete } = useLogbookStatus()
  const [text, setText] = useState('')
  const known = (trained.data ?? []).flatMap(({ movementId, lastAt }) => {
    const movement = movements?.get(movementId)
    return movement === undefined ? [] : [{ movement, lastAt }]
  })
  const found =
    text.trim() === ''
      ? undefined
      : new Set(
          findMovements(
            known.map(({ movement }) => movement),
            text,
            [],
            known.length,
          ).map(({ id }) => id),
        )
  const shown = known.filter(({ movement }) => found?.has(movement.id) ?? true)

  return (
    <Page title={words.title}>
      <MoreComing />
      {trained.data?.length === 0 && isComplete && (
        <NothingLogged picture={<ChartLine aria-hidden size={40} />} title={words.empty}>
          {words.emptyText}
        </NothingLogged>
      )}
      {known.length > 0 && <ReportLink />}
      {known.length > 8 && <Field label={words.search} type="search" value={text} onChange={(event) => setText(event.target.value)} />}
      {shown.length > 0 && (
        <Card>
          <ul className="divide-y divide-line">
            {shown.map(({ movement, lastAt }) => (
              <li key={movement.id}>
                <Link
                  to="/progress/$movementId"
                  params={{ movementId: movement.id }}
                  className="flex min-h-14 items-center justify-between gap-3 py-2 active:bg-raised"
                >
                  <span className="min-w-0">
                    <span className="block truncate font-medium">{movement.name}</span>
                    <span className="block text-note text-soft">{words.last(dayText(Date.parse(lastAt), trained.dataUpdatedAt))}</span>
                  </span>
                  <ChevronRight aria-hidden size={18} className="shrink-0 text-soft" />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {known.length > 0 && <RirWorthCard />}
    </Page>
  )
}

const ReportLink = () => (
  <Link to="/progress/report" className="flex items-center gap-4 rounded-card bg-surface p-4 shadow-card ring-1 ring-line active:bg-raised">
    <ClipboardCheck aria-hidden size={28} className="shrink-0 text-accent" />
    <span className="min-w-0 flex-1">
      <span className="block font-semibold">{words.report}</span>
      <span className="block text-note text-soft">{words.reportText}</span>
    </span>
    <ChevronRight aria-hidden size={18} className="shrink-0 text-soft" />
  </Link>
)
