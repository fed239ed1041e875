import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from '../../lib/router.tsx'
import { dayText, timeText } from '../../lib/dates.ts'
import { syncNow, useLogbookStatus } from '../../lib/logbook.ts'
import { useNow } from '../../lib/now.ts'
import { refusedQuery } from '../../lib/view/read.ts'
import { syncRules, useRefusedRules, useWaitingRules } from '../../lib/rules.ts'
import type { RefusedOp } from '../../lib/view/schema.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { MendForm } from './mend-form.tsx'
import { RefusedChange } from './refused-change.tsx'
import { RefusedRule } from './refused-rule.tsx'
import { sheetWords as words } from './sheet-words.ts'
import { restText } from './words.ts'

export function SyncSheet({ onClose }: { readonly onClose: () => void }) {
  const [mending, setMending] = useState<RefusedOp>()
  const back = () => setMending(undefined)
  return mending === undefined ? (
    <Sheet title={words.title} open onClose={onClose}>
      <Standing onMend={setMending} />
    </Sheet>
  ) : (
    <Sheet key={mending.opId} title={words.mendTitle(words.entities[mending.op.entity])} open onClose={back}>
      <MendForm refused={mending} onDone={back} />
    </Sheet>
  )
}

function Standing({ onMend }: { readonly onMend: (refused: RefusedOp) => void }) {
  const status = useLogbookStatus()
  const refused = useQuery(refusedQuery()).data ?? []
  const refusedRules = useRefusedRules()
  const now = useNow()
  const saidOfRules = useWaitingRules().length
  const { phase, lastSyncedAt } = status
  const unsynced = status.unsynced + saidOfRules
  return (
    <div className="flex flex-col gap-3">
      <p className="text-body font-medium">
        {unsynced > 0 ? words.unsynced(unsynced) : status.refused + refusedRules.length > 0 ? words.restSynced : restText(status)}
      </p>
      {unsynced > 0 && <p className="text-soft">{status.journal === 'indexeddb' ? words.safeInBrowser : words.safe}</p>}
      {phase === 'waiting' && <p className="text-soft">{words.away}</p>}
      {phase === 'signed_out' && (
        <p className="text-soft">
          {words.signedOut}{' '}
          <Link to="/sign-in" className="text-accent underline">
            {words.signIn}
          </Link>
        </p>
      )}
      {lastSyncedAt !== undefined && (
        <p className="text-note text-soft">{words.lastSynced(`${dayText(lastSyncedAt, now)}, ${timeText(lastSyncedAt)}`)}</p>
      )}
      {refused.length + refusedRules.length > 0 && (
        <section aria-label={words.refusedTitle} className="flex flex-col gap-2">
          <h3 className="font-semibold text-danger">{words.refusedTitle}</h3>
          <p className="text-note text-soft">{words.refusedText}</p>
          <ul className="flex flex-col gap-2">
            {refused.map((entry) => (
              <RefusedChange key={entry.opId} refused={entry} onMend={() => onMend(entry)} />
            ))}
            {refusedRules.map((said) => (
              <RefusedRule key={`${said.of} ${said.id}`} said={said} />
            ))}
          </ul>
        </section>
      )}
      <Button
        big
        look="primary"
        busy={phase === 'syncing'}
        onClick={() =>
          void syncNow()
            .then(syncRules)
            .catch(() => undefined)
        }
      >
        {words.syncNow}
      </Button>
    </div>
  )
}
