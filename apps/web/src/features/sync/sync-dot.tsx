import { Cloud, CloudAlert, CloudCheck, CloudUpload } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useInFlight } from '../../lib/in-flight.ts'
import { withWords } from '../../lib/language.ts'
import { useLogbookStatus, type LogbookStatus } from '../../lib/logbook.ts'
import { useDraftsOnTheirWay } from '../../lib/view/drafts.ts'
import { useRefusedRules, useWaitingRules } from '../../lib/rules.ts'
import { classes } from '../../ui/classes.ts'
import { restText, words } from './words.ts'

const SyncSheet = lazy(withWords(async () => ({ default: (await import('./sync-sheet.tsx')).SyncSheet })))

/** Whether what was logged has reached the server, at a glance; the sheet behind it says more. */
export function SyncDot() {
  const status = useLogbookStatus()
  const [isOpen, setOpen] = useState(false)
  const saidOfRules = useWaitingRules().length
  const inFlight = useInFlight().length
  // What is still on its way to the disk has not reached the server either.
  const unsynced = Math.max(status.unsynced, inFlight) + saidOfRules
  const refused = status.refused + useRefusedRules().length
  const { text, colour, Icon, count } = looksOf({ ...status, unsynced, refused })
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label={text}
        title={text}
        data-unsynced={unsynced}
        data-in-flight={inFlight + useDraftsOnTheirWay()}
        className={classes('inline-flex h-11 min-w-11 items-center justify-center gap-1 rounded-chip text-note tabular', colour)}
      >
        <Icon aria-hidden size={20} />
        {count !== undefined && <span aria-hidden>{count}</span>}
      </button>
      <Suspense fallback={null}>{isOpen && <SyncSheet onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

function looksOf(status: LogbookStatus) {
  const { unsynced, refused, phase } = status
  if (refused > 0) return { text: words.refused(refused), colour: 'text-danger', Icon: CloudAlert, count: refused }
  if (unsynced > 0) return { text: words.unsynced(unsynced), colour: 'text-caution', Icon: CloudUpload, count: unsynced }
  if (phase === 'signed_out') return { text: words.signedOut, colour: 'text-caution', Icon: CloudAlert, count: undefined }
  const text = restText(status)
  return text === words.synced
    ? { text, colour: 'text-done', Icon: CloudCheck, count: undefined }
    : { text, colour: 'text-soft', Icon: Cloud, count: undefined }
}
