import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { LoginSessionId } from '@gymgenius/domain'
import { useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { dayText } from '../../lib/dates.ts'
import { useSession } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PasswordSheet } from './password-sheet.tsx'
import { words } from './words.ts'

const KEY = ['login-sessions']

export function AccountSettings() {
  const { account } = useSession()
  const queries = useQueryClient()
  const toast = useToast()
  const sessions = useQuery({ queryKey: KEY, queryFn: () => call('GET /v1/auth/sessions', {}) })
  const [asksPassword, setAsksPassword] = useState(false)

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
  const invite = () => attempt(async () => toast({ text: words.inviteMade((await call('POST /v1/auth/invites', {})).code) }))
  const devices = sessions.data?.items ?? []

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
        <Button onClick={() => setAsksPassword(true)}>{words.password}</Button>
        {(account?.role === 'admin' || account?.role === 'super_admin') && (
          <Button title={words.inviteText} onClick={() => void invite()}>
            {words.invite}
          </Button>
        )}
      </div>
      <PasswordSheet open={asksPassword} onClose={() => setAsksPassword(false)} />
    </Card>
  )
}
