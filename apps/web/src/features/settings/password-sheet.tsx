import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { words } from './words.ts'

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

  async function change() {
    await call('POST /v1/auth/password', { body: { currentPassword, newPassword } })
    await queries.invalidateQueries({ queryKey: ['login-sessions'] })
    toast({ text: words.passwordChanged })
    onDone()
  }

  return (
    <SubmitForm submit={words.save} act={change}>
      <PasswordField label={words.currentPassword} value={currentPassword} onChange={setCurrent} />
      <PasswordField label={words.newPassword} value={newPassword} onChange={setNew} isNew />
    </SubmitForm>
  )
}
