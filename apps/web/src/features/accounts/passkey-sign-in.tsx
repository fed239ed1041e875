import { useState } from 'react'
import { faultText } from '../../lib/api.ts'
import { canUsePasskeys, isCancelled } from '../../lib/passkeys.ts'
import { signInByPasskey } from '../../lib/sign-in.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { words } from './words.ts'

/** Signs in without a word, where this browser can. */
export function PasskeySignIn({ onIn }: { readonly onIn: () => Promise<void> }) {
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  if (!canUsePasskeys()) return null

  async function enter() {
    setBusy(true)
    setFault(undefined)
    try {
      await signInByPasskey()
      await onIn()
    } catch (error) {
      if (!isCancelled(error)) setFault(faultText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button busy={isBusy} onClick={() => void enter()}>
        {words.byPasskey}
      </Button>
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
    </>
  )
}
