import { useNavigate } from '../../lib/router.tsx'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { faultText } from '../../lib/api.ts'
import { settleToLeave, syncNow, useLogbookStatus } from '../../lib/logbook.ts'
import { syncRules, useRefusedRules, useWaitingRules } from '../../lib/rules.ts'
import { currentSession, signOut } from '../../lib/session.ts'
import { Unreachable } from '../../lib/unreachable.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { sheetWords as words } from './sheet-words.ts'

/**
 * Leaves this phone, and leaves nothing on it that the server has. With changes that have not reached the server it asks first; then
 * all stays here. `onLeave` ends what goes on beside the log.
 */
export function SignOut({ onLeave }: { readonly onLeave: () => void }) {
  const { journal, unsynced, refused } = useLogbookStatus()
  const [isAsking, setAsking] = useState(false)
  const navigate = useNavigate()
  const toast = useToast()
  const waiting = unsynced + refused + useWaitingRules().length + useRefusedRules().length

  async function leave() {
    const account = currentSession().account?.id
    const loading = import('../../lib/forget-lifter.ts').catch(() => undefined) // while the server can be reached
    onLeave()
    if (journal !== undefined) await settleToLeave().catch(() => undefined)
    try {
      await signOut()
    } catch (error) {
      if (!(error instanceof Unreachable)) toast({ text: faultText(error) })
    }
    // What is left for a fault goes the next time.
    if (account !== undefined) void loading.then((loaded) => loaded?.forgetLifter(account)).catch(() => undefined)
    await navigate({ to: '/', replace: true }) // nobody else is to come back to these settings
    await navigate({ to: '/sign-in', replace: true })
  }

  return (
    <>
      <Button look="danger" icon={<LogOut aria-hidden size={20} />} onClick={() => (waiting > 0 ? setAsking(true) : void leave())}>
        {words.signOut}
      </Button>
      <Sheet title={words.signOutTitle} open={isAsking} onClose={() => setAsking(false)}>
        <p className="mb-4 text-soft">{words.signOutText(waiting)}</p>
        <div className="flex flex-col gap-2">
          <Button
            look="primary"
            big
            onClick={() =>
              void syncNow()
                .then(syncRules)
                .catch(() => undefined)
            }
          >
            {words.syncNow}
          </Button>
          <Button look="danger" onClick={() => void leave()}>
            {words.signOutAnyway}
          </Button>
          <Button look="quiet" onClick={() => setAsking(false)}>
            {words.stay}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
