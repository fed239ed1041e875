import { useEffect } from 'react'
import { announce } from '../../lib/announce.ts'
import { useRefusedRules } from '../../lib/rules.ts'
import { Link } from '../../lib/router.tsx'
import { startNewVersion, useAppUpdate } from '../../lib/app-update.ts'
import { useInFlight } from '../../lib/in-flight.ts'
import { useLogbookStatus, writeAgain } from '../../lib/logbook.ts'
import { useSession } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { words } from './words.ts'

/** What the lifter must know about this phone whatever screen is open: what is not saved, what is missing, what waits. */
export function Notices() {
  const { journal, refused } = useLogbookStatus()
  const refusedNow = refused + useRefusedRules().length
  const { isEnded } = useSession()
  const hasUpdate = useAppUpdate()
  const hasFailed = useInFlight().some(({ state }) => state === 'failed')

  // What is shown by a colour and a number is said in words, once.
  useEffect(() => {
    if (refusedNow > 0) announce(words.refusedSaid(refusedNow))
  }, [refusedNow])

  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-2 px-4 not-empty:pt-3">
      {hasFailed && (
        <Notice
          tone="danger"
          title={words.notSavedTitle}
          action={<Button onClick={() => void writeAgain().catch(() => undefined)}>{words.tryAgain}</Button>}
        >
          {words.notSaved}
        </Notice>
      )}
      {isEnded && (
        <Notice
          tone="caution"
          action={
            <Link to="/sign-in" className="inline-flex min-h-11 items-center text-accent underline">
              {words.signIn}
            </Link>
          }
        >
          {words.signedOut}
        </Notice>
      )}
      {!isSecureContext && (
        <Notice tone="caution" title={words.plainHttpTitle}>
          {words.plainHttp}
        </Notice>
      )}
      {isSecureContext && journal === 'indexeddb' && (
        <Notice tone="caution" title={words.noJournalTitle}>
          {words.noJournal}
        </Notice>
      )}
      {hasUpdate && <Notice action={<Button onClick={startNewVersion}>{words.takeIt}</Button>}>{words.newVersion}</Notice>}
    </div>
  )
}
