import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { providerLinksQuery } from '../../lib/providers.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Proved } from './proved.tsx'
import { providerWords } from './provider-words.ts'
import { words } from './words.ts'

export function PasswordSheet({
  hasPassword,
  open,
  onClose,
}: {
  readonly hasPassword: boolean
  readonly open: boolean
  readonly onClose: () => void
}) {
  return (
    <Sheet title={hasPassword ? words.password : providerWords.choosePassword} open={open} onClose={onClose}>
      {open && (hasPassword ? <PasswordForm onDone={onClose} /> : <FirstPasswordForm onDone={onClose} />)}
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
      <PasswordField label={words.currentPassword} name="currentPassword" value={currentPassword} onChange={setCurrent} />
      <PasswordField label={words.newPassword} name="newPassword" value={newPassword} onChange={setNew} isNew />
    </SubmitForm>
  )
}

/** Whose account a provider opened has none yet. */
function FirstPasswordForm({ onDone }: { readonly onDone: () => void }) {
  const toast = useToast()
  const queries = useQueryClient()
  const [newPassword, setNew] = useState('')

  async function choose() {
    await call('POST /v1/auth/password', { body: { newPassword } })
    await queries.invalidateQueries({ queryKey: providerLinksQuery.queryKey })
    toast({ text: providerWords.passwordChosen })
    onDone()
  }

  return (
    <Proved>
      {(proved) => (
        <SubmitForm submit={words.save} act={proved(choose)}>
          <PasswordField label={words.newPassword} name="newPassword" value={newPassword} onChange={setNew} isNew />
        </SubmitForm>
      )}
    </Proved>
  )
}
