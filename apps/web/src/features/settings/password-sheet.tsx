import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

const MIN_PASSWORD = 10

export function PasswordSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Sheet title={words.password} open={open} onClose={onClose}>
      {open && <PasswordForm onDone={onClose} />}
    </Sheet>
  )
}

function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const toast = useToast()
  const queries = useQueryClient()
  const [currentPassword, setCurrent] = useState('')
  const [newPassword, setNew] = useState('')
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setFault(undefined)
    try {
      await call('POST /v1/auth/password', { body: { currentPassword, newPassword } })
      await queries.invalidateQueries({ queryKey: ['login-sessions'] })
      toast({ text: words.passwordChanged })
      onDone()
    } catch (error) {
      setFault(faultText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field
        label={words.currentPassword}
        type="password"
        required
        autoComplete="current-password"
        value={currentPassword}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <Field
        label={words.newPassword}
        type="password"
        required
        minLength={MIN_PASSWORD}
        autoComplete="new-password"
        hint={words.passwordHint}
        value={newPassword}
        onChange={(event) => setNew(event.target.value)}
      />
      {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
      <Button type="submit" look="primary" big busy={isBusy}>
        {words.save}
      </Button>
    </form>
  )
}
