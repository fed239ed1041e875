import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Link } from '../../lib/router.tsx'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { useMailedToken } from './mailed-token.ts'
import { Welcome } from './welcome.tsx'
import { words } from './words.ts'

/** Where the link of a reset mail leads. */
export function ResetPasswordScreen() {
  const token = useMailedToken()
  const [newPassword, setNewPassword] = useState('')
  const [isDone, setDone] = useState(false)

  async function choose() {
    await call('POST /v1/auth/password/reset', { body: { token, newPassword } })
    setDone(true)
  }

  return (
    <Welcome>
      <h2 className="text-title font-semibold">{words.resetTitle}</h2>
      {isDone && <Notice>{words.passwordSet}</Notice>}
      {token === '' && <Notice tone="caution">{words.noLink}</Notice>}
      {!isDone && token !== '' && (
        <SubmitForm submit={words.setPassword} act={choose}>
          <PasswordField label={words.newPassword} name="newPassword" value={newPassword} onChange={setNewPassword} isNew />
        </SubmitForm>
      )}
      <Link to="/sign-in" className="inline-flex min-h-11 items-center justify-center text-accent">
        {words.backToSignIn}
      </Link>
    </Welcome>
  )
}
