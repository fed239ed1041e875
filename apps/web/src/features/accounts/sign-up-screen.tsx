import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { afterSignIn } from '../../lib/after-sign-in.ts'
import { serverQuery } from '../../lib/providers.ts'
import { Link, useNavigate } from '../../lib/router.tsx'
import { register } from '../../lib/sign-in.ts'
import { introduceDevice } from '../../lib/settings.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { ProviderSignIn } from './provider-sign-in.tsx'
import { Welcome } from './welcome.tsx'
import { words } from './words.ts'

export function SignUpScreen() {
  const navigate = useNavigate()
  const server = useQuery(serverQuery)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [invite, setInvite] = useState('')
  const asksInvite = server.data?.registration === 'invite' && !server.data.isFirstAccount
  const isClosed = server.data?.registration === 'closed'

  async function create() {
    await register(email.trim(), password, asksInvite ? invite.trim() : undefined)
    await introduceDevice().catch(() => undefined) // the account stands; units can be set later
    await navigate({ ...afterSignIn(), replace: true } as { to: '/today'; replace: true })
  }

  return (
    <Welcome>
      {server.isError && <Notice tone="caution">{words.serverAway}</Notice>}
      {isClosed && <Notice tone="caution">{words.closed}</Notice>}
      {server.data?.isFirstAccount === true && <Notice>{words.first}</Notice>}
      <SubmitForm submit={words.signUp} act={create} disabled={isClosed}>
        <Field
          label={words.email}
          name="email"
          type="email"
          required
          autoComplete="username"
          value={email}
          onChange={(e) => setEmail(e.target.value)}
        />
        <PasswordField label={words.password} name="password" value={password} onChange={setPassword} isNew />
        {asksInvite && <Field label={words.invite} name="inviteCode" required value={invite} onChange={(e) => setInvite(e.target.value)} />}
      </SubmitForm>
      <ProviderSignIn purpose="sign_up" inviteCode={asksInvite ? invite.trim() : undefined} disabled={isClosed} />
      <Link to="/sign-in" className="inline-flex min-h-11 items-center justify-center text-accent">
        {words.toSignIn}
      </Link>
    </Welcome>
  )
}
