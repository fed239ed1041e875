import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '../../lib/router.tsx'
import { useState, type FormEvent } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { register } from '../../lib/session.ts'
import { introduceDevice } from '../../lib/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Welcome } from './welcome.tsx'
import { words } from './words.ts'

const MIN_PASSWORD = 10

export function SignUpScreen() {
  const navigate = useNavigate()
  const server = useQuery({ queryKey: ['server'], queryFn: () => call('GET /v1/server', {}) })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [invite, setInvite] = useState('')
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const asksInvite = server.data?.registration === 'invite' && !server.data.isFirstAccount

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setFault(undefined)
    try {
      await register(email.trim(), password, asksInvite ? invite.trim() : undefined)
      await introduceDevice().catch(() => undefined) // the account stands; units can be set later
      await navigate({ to: '/today', replace: true })
    } catch (error) {
      setFault(faultText(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Welcome>
      {server.isError && <Notice tone="caution">{words.serverAway}</Notice>}
      {server.data?.registration === 'closed' && <Notice tone="caution">{words.closed}</Notice>}
      {server.data?.isFirstAccount === true && <Notice>{words.first}</Notice>}
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label={words.email} type="email" required autoComplete="username" value={email} onChange={(e) => setEmail(e.target.value)} />
        <Field
          label={words.password}
          type="password"
          required
          minLength={MIN_PASSWORD}
          autoComplete="new-password"
          hint={words.newPasswordHint}
          value={password}
          onChange={(e) => setPassword(e.target.value)}
        />
        {asksInvite && <Field label={words.invite} required value={invite} onChange={(e) => setInvite(e.target.value)} />}
        {fault !== undefined && <Notice tone="danger">{fault}</Notice>}
        <Button type="submit" look="primary" big busy={isBusy} disabled={server.data?.registration === 'closed'}>
          {words.signUp}
        </Button>
      </form>
      <Link to="/sign-in" className="inline-flex min-h-11 items-center justify-center text-accent">
        {words.toSignIn}
      </Link>
    </Welcome>
  )
}
