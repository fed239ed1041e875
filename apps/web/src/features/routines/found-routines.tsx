import type { Api } from '@gymgenius/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { dayText } from '../../lib/dates.ts'
import { newId } from '../../lib/ids.ts'
import { syncNow, write } from '../../lib/logbook.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

type Proposal = Api['GET /v1/routines/proposals']['reply']['items'][number]

const KEY = ['routine-proposals']

/** Routines that the history suggests, for the lifter to keep or not. */
export function FoundRoutines({ nextPosition, known }: { readonly nextPosition: number; readonly known: ReadonlySet<string> }) {
  const queries = useQueryClient()
  const toast = useToast()
  const proposals = useQuery({ queryKey: KEY, queryFn: () => call('GET /v1/routines/proposals', {}), retry: false })
  const found = proposals.data?.items.filter(({ name }) => !known.has(name)) ?? []
  if (found.length === 0) return null

  async function keep({ name, items }: Proposal) {
    try {
      await write([{ entity: 'routine', entityId: newId<'routine'>(), kind: 'put', fields: { name, items, position: nextPosition } }])
      toast({ text: words.kept(name) })
      await syncNow()
      await queries.invalidateQueries({ queryKey: KEY })
    } catch {
      toast({ text: words.notSaved })
    }
  }

  return (
    <Card title={words.found}>
      <p className="mb-2 text-note text-soft">{words.foundText}</p>
      <ul className="divide-y divide-line">
        {found.map((proposal) => (
          <li key={proposal.name} className="flex min-h-16 items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="block truncate font-medium">{proposal.name}</span>
              <span className="block text-note text-soft">
                {words.movements(proposal.items.length)} ·{' '}
                {words.performed(proposal.performed, dayText(Date.parse(proposal.lastPerformedAt), proposals.dataUpdatedAt))}
              </span>
            </span>
            <Button onClick={() => void keep(proposal)}>{words.keep}</Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
