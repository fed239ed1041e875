import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { LoginSessionId } from '@gymgenius/domain'
import { useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { dayText } from '../../lib/dates.ts'
import { providerLinksQuery } from '../../lib/providers.ts'
import { useSession } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useToast } from '../../ui/toast.tsx'
import { SecondFactorSettings } from './second-factor-settings.tsx'
import { EmailSheet } from './email-sheet.tsx'
import { PasskeySettings } from './passkey-settings.tsx'
import { PasswordSheet } from './password-sheet.tsx'
import { ProviderSettings } from './provider-settings.tsx'
import { providerWords } from './provider-words.ts'
import { words } from './words.ts'

const KEY = ['login-sessions']

export function AccountSettings() {
  const { account } = useSession()
  const queries = useQueryClient()
  const toast = useToast()
  const sessions = useQuery({ queryKey: KEY, queryFn: () => call('GET /v1/auth/sessions', {}) })
  const links = useQuery(providerLinksQuery)
  const [asksPassword, setAsksPassword] = useState(false)
  const [asksEmail, setAsksEmail] = useState(false)

  async function attempt(act: () => Promise<unknown>) {
    try {
      await act()
      await queries.invalidateQueries({ queryKey: KEY })
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }
  const end = (id: LoginSessionId) => attempt(() => call('DELETE /v1/auth/sessions/{id}', { params: { id } }))
  const endOthers = () => attempt(() => call('DELETE /v1/auth/sessions', {}))
  const devices = sessions.data?.items ?? []
  const hasPassword = links.data?.hasPassword !== false

  return (
    <Card title={words.account}>
      <p className="mb-3 text-soft">{account?.email}</p>
      <h3 className="text-note font-medium">{words.devices}</h3>
      <ul className="divide-y divide-line">
        {devices.map((device) => (
          <li key={device.id} className="flex min-h-14 items-center justify-between gap-3 py-1">
            <span className="min-w-0">
              <span className="block truncate">{device.deviceName}</span>
              <span className="block text-note text-soft">
                {device.isCurrent ? words.thisDevice : words.lastUsed(dayText(Date.parse(device.lastUsedAt), sessions.dataUpdatedAt))}
              </span>
            </span>
            {!device.isCurrent && (
              <Button look="danger" onClick={() => void end(device.id)}>
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-col gap-2">
        {devices.length > 1 && <Button onClick={() => void endOthers()}>{words.endOthers}</Button>}
        <Button onClick={() => setAsksPassword(true)}>{hasPassword ? words.password : providerWords.choosePassword}</Button>
        <Button onClick={() => setAsksEmail(true)}>{words.changeEmail}</Button>
        <SecondFactorSettings />
        <PasskeySettings />
        <ProviderSettings />
      </div>
      <EmailSheet open={asksEmail} onClose={() => setAsksEmail(false)} />
      <PasswordSheet hasPassword={hasPassword} open={asksPassword} onClose={() => setAsksPassword(false)} />
    </Card>
  )
}
