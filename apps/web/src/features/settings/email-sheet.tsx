import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Proved } from './proved.tsx'
import { words } from './words.ts'

export function EmailSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Sheet title={words.changeEmail} open={open} onClose={onClose}>
      {open && <EmailForm onDone={onClose} />}
    </Sheet>
  )
}

function EmailForm({ onDone }: { readonly onDone: () => void }) {
  const toast = useToast()
  const [newEmail, setNewEmail] = useState('')

  async function ask() {
    await call('POST /v1/auth/email', { body: { newEmail: newEmail.trim() } })
    toast({ text: words.emailLinkSent(newEmail.trim()) })
    onDone()
  }

  return (
    <Proved>
      {(proved) => (
        <SubmitForm submit={words.sendLink} act={proved(ask)}>
          <Field
            label={words.newEmail}
            name="newEmail"
            hint={words.newEmailHint}
            type="email"
            required
            autoComplete="email"
            value={newEmail}
            onChange={(event) => setNewEmail(event.target.value)}
          />
        </SubmitForm>
      )}
    </Proved>
  )
}
