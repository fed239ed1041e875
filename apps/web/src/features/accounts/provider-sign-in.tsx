import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { canUseProviders, leaveFor, serverQuery } from '../../lib/providers.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { words } from './words.ts'

/** A button for each provider that this server asks; nothing where there is none. */
export function ProviderSignIn({
  purpose,
  inviteCode,
  disabled = false,
}: {
  readonly purpose: 'sign_in' | 'sign_up'
  readonly inviteCode?: string | undefined
  readonly disabled?: boolean
}) {
  const server = useQuery(serverQuery)
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState<string>()
  const providers = canUseProviders() ? (server.data?.providers ?? []) : []

  async function leave(provider: string) {
    setBusy(provider)
    setFault(undefined)
    try {
      const body = { provider, purpose, ...(inviteCode !== undefined && { inviteCode }) }
      leaveFor((await call('POST /v1/auth/providers/begin', { body })).address, purpose)
    } catch (error) {
      setFault(faultText(error))
      setBusy(undefined)
    }
  }

  const say = purpose === 'sign_in' ? words.byProvider : words.newByProvider
  return (
    <>
      {providers.map(({ id, name }) => (
        <Button key={id} busy={busy === id} disabled={disabled || busy !== undefined} onClick={() => void leave(id)}>
          {say(name)}
        </Button>
      ))}
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
    </>
  )
}
