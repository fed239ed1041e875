import { useState } from 'react'
import { Link, useNavigate } from '../../lib/router.tsx'
import { currentSession, signIn } from '../../lib/session.ts'
import { takeAccountsLanguage } from '../../lib/settings.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Field } from '../../ui/field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { words } from './words.ts'
import { Welcome } from './welcome.tsx'

export function SignInScreen() {
  const navigate = useNavigate()
  const [email, setEmail] = useState(currentSession().account?.email ?? '')
  const [password, setPassword] = useState('')

  async function enter() {
    await signIn(email.trim(), password)
    await takeAccountsLanguage().catch(() => undefined) // words in another language are better than no workout
    await navigate({ to: '/today', replace: true })
  }

  return (
    <Welcome>
      <SubmitForm submit={words.signIn} act={enter}>
        <Field label={words.email} type="email" required autoComplete="username" value={email} onChange={(e) => setEmail(e.target.value)} />
        <PasswordField label={words.password} value={password} onChange={setPassword} />
      </SubmitForm>
      <Link to="/sign-up" className="inline-flex min-h-11 items-center justify-center text-accent">
        {words.toSignUp}
      </Link>
    </Welcome>
  )
}
