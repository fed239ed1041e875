import { Link, useNavigate } from '../../lib/router.tsx'
import { useState, type FormEvent } from 'react'
import { faultText } from '../../lib/api.ts'
import { currentSession, signIn } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { words } from './words.ts'
import { Welcome } from './welcome.tsx'

export function SignInScreen() {
  const navigate = useNavigate()
  const [email, setEmail] = useState(currentSession().account?.email ?? '')
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setFault(undefined)
    try {
      await signIn(email.trim(), password)
      await navigate({ to: '/today', replace: true })
    } catch (error) {
      setFault(faultText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Welcome>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label={words.email} type="email" required autoComplete="username" value={email} onChange={(e) => setEmail(e.target.value)} />
        <Field
          label={words.password}
          type="password"
          required
          autoComplete="current-password"
          value={password}
          onChange={(e) => setPassword(e.target.value)}
        />
        {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
        <Button type="submit" look="primary" big busy={isBusy}>
          {words.signIn}
        </Button>
      </form>
      <Link to="/sign-up" className="inline-flex min-h-11 items-center justify-center text-accent">
        {words.toSignUp}
      </Link>
    </Welcome>
  )
}
