import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Link } from '../../lib/router.tsx'
import { noteNewEmail } from '../../lib/sign-in.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useMailedToken } from './mailed-token.ts'
import { Welcome } from './welcome.tsx'
import { words } from './words.ts'

/** Where the link to a new address leads. It asks for a press: mail programs open links to look at them. */
export function ConfirmEmailScreen() {
  const token = useMailedToken()
  const [email, setEmail] = useState<string>()

  async function confirm() {
    const confirmed = await call('POST /v1/auth/email/confirm', { body: { token } })
    await noteNewEmail().catch(() => undefined) // the next sign-in tells this phone
    setEmail(confirmed.email)
  }

  return (
    <Welcome>
      <h2 className="text-title font-semibold">{words.confirmTitle}</h2>
      {email !== undefined && <Notice>{words.confirmed(email)}</Notice>}
      {token === '' && <Notice tone="caution">{words.noLink}</Notice>}
      {email === undefined && token !== '' && (
        <SubmitForm submit={words.confirm} act={confirm}>
          <p>{words.confirmText}</p>
        </SubmitForm>
      )}
      <Link to="/" className="inline-flex min-h-11 items-center justify-center text-accent">
        {words.goOn}
      </Link>
    </Welcome>
  )
}
