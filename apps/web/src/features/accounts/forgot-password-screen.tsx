import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { serverQuery } from '../../lib/providers.ts'
import { Link } from '../../lib/router.tsx'
import { currentSession } from '../../lib/session.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Welcome } from './welcome.tsx'
import { words } from './words.ts'

/** Says the same whether the address is known or not: nobody finds out here who trains on this server. */
export function ForgotPasswordScreen() {
  const server = useQuery(serverQuery)
  const [email, setEmail] = useState(currentSession().account?.email ?? '')
  const [isSent, setSent] = useState(false)

  async function ask() {
    await call('POST /v1/auth/password/forgotten', { body: { email: email.trim() } })
    setSent(true)
  }

  return (
    <Welcome>
      <h2 className="text-title font-semibold">{words.forgottenTitle}</h2>
      {isSent && <Notice>{words.linkSent}</Notice>}
      {server.data?.sendsMail === false && <Notice tone="caution">{words.noMail}</Notice>}
      {!isSent && server.data?.sendsMail !== false && (
        <SubmitForm submit={words.sendLink} act={ask}>
          <p>{words.forgottenText}</p>
          <Field
            label={words.email}
            name="email"
            type="email"
            required
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </SubmitForm>
      )}
      <Link to="/sign-in" className="inline-flex min-h-11 items-center justify-center text-accent">
        {words.backToSignIn}
      </Link>
    </Welcome>
  )
}
