import type { TrainerGrant } from '@gymgenius/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { CodeLine } from '../../lib/code-line.tsx'
import { dateText, dayText } from '../../lib/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Asked } from './asked.tsx'
import { ChangeGrant, GiveGrant } from './grant-forms.tsx'
import { words } from './words.ts'

const SHOWN_ENDED = 3

/** Who sees what, and whether they looked. */
export function GrantsCard() {
  const queries = useQueryClient()
  const grants = useQuery({ queryKey: ['grants'], queryFn: () => call('GET /v1/grants', {}) })
  const [isGiving, setGiving] = useState(false)
  const [changing, setChanging] = useState<TrainerGrant>()
  const renew = () => queries.invalidateQueries({ queryKey: ['grants'] })

  function done() {
    setGiving(false)
    setChanging(undefined)
    void renew()
    void queries.invalidateQueries({ queryKey: ['consents'] })
  }

  return (
    <Card title={words.sharing}>
      <Asked query={grants}>
        {({ items }) => {
          const ended = items.filter(({ state }) => state === 'ended').slice(0, SHOWN_ENDED)
          const living = items.filter(({ state }) => state !== 'ended')
          return (
            <>
              {living.length === 0 && <p className="mb-2 text-note text-soft">{words.sharingNobody}</p>}
              <ul className="divide-y divide-line">
                {[...living, ...ended].map((grant) => (
                  <GrantRow key={grant.id} grant={grant} now={grants.dataUpdatedAt} onChange={() => setChanging(grant)} onEnded={renew} />
                ))}
              </ul>
            </>
          )
        }}
      </Asked>
      <Button className="mt-3 w-full" onClick={() => setGiving(true)}>
        {words.give}
      </Button>
      <Sheet title={words.give} open={isGiving} onClose={done}>
        <GiveGrant />
      </Sheet>
      <Sheet title={words.changeTitle} open={changing !== undefined} onClose={done}>
        {changing !== undefined && <ChangeGrant grant={changing} onDone={done} />}
      </Sheet>
    </Card>
  )
}

function GrantRow({
  grant,
  now,
  onChange,
  onEnded,
}: {
  readonly grant: TrainerGrant
  readonly now: number
  readonly onChange: () => void
  readonly onEnded: () => Promise<void>
}) {
  const toast = useToast()
  const who = grant.trainerEmail ?? words.openGrant
  const day = (iso: string) => dayText(Date.parse(iso), now)

  async function end() {
    try {
      await call('DELETE /v1/grants/{id}', { params: { id: grant.id } })
      await onEnded()
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }

  return (
    <li className="py-3">
      <p className="font-medium break-all">{who}</p>
      <p className="text-note text-soft">{grant.kinds.map((kind) => words.kinds[kind]).join(' · ')}</p>
      <p className="text-note text-soft">
        {[
          grant.state === 'ended' ? words.ended : undefined,
          grant.seenFrom === undefined ? undefined : words.since(dateText(Date.parse(grant.seenFrom))),
          grant.endsAt === undefined ? undefined : words.to(dateText(Date.parse(grant.endsAt))),
          grant.looks === 0 ? words.neverLooked : words.looks(grant.looks),
          grant.lastLookedAt === undefined ? undefined : words.lastLook(day(grant.lastLookedAt)),
        ]
          .filter((part) => part !== undefined)
          .join(', ')}
      </p>
      {grant.code !== undefined && <CodeLine label={words.code} code={grant.code} />}
      {grant.state !== 'ended' && (
        <div className="mt-2 flex gap-2">
          <Button onClick={onChange}>{words.change}</Button>
          <Button look="danger" aria-label={words.endNow(who)} onClick={() => void end()}>
            {words.end}
          </Button>
        </div>
      )}
    </li>
  )
}
