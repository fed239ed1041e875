import { useState } from 'react'
import { afterSignIn } from '../../lib/after-sign-in.ts'
import { wasSentAway } from '../../lib/leave-sent-away.ts'
import { useLogbookStatus } from '../../lib/logbook.ts'
import { Link, useNavigate } from '../../lib/router.tsx'
import { useRefusedRules, useWaitingRules } from '../../lib/rules.ts'
import { currentSession, useSession } from '../../lib/session.ts'
import { answerChallenge, signIn } from '../../lib/sign-in.ts'
import { takeAccountsLanguage } from '../../lib/settings.ts'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { cameBack } from '../../lib/providers.ts'
import { ComingBack } from './came-back.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { ProviderSignIn } from './provider-sign-in.tsx'
import { words } from './words.ts'
import { Welcome } from './welcome.tsx'

export function SignInScreen() {
  const navigate = useNavigate()
  const [email, setEmail] = useState(currentSession().account?.email ?? '')
  const [password, setPassword] = useState('')
  const [challenge, setChallenge] = useState<string>()
  const [back, setBack] = useState(cameBack)

  async function comeIn() {
    await takeAccountsLanguage().catch(() => undefined) // words in another language are better than no workout
    await navigate({ ...afterSignIn(), replace: true } as { to: '/today'; replace: true })
  }

  async function enter() {
    const asked = await signIn(email.trim(), password)
    if (asked === undefined) await comeIn()
    else setChallenge(asked)
  }

  function startOver() {
    setChallenge(undefined)
    setBack(undefined)
  }

  if (challenge !== undefined) return <CodeScreen challenge={challenge} onIn={comeIn} onBack={startOver} />
  if (back !== undefined) return <ComingBack back={back} onIn={comeIn} onChallenge={setChallenge} onLeave={() => setBack(undefined)} />
  return (
    <Welcome>
      <WhatIsHere />
      <SubmitForm submit={words.signIn} act={enter}>
        <Field
          label={words.email}
          name="email"
          type="email"
          required
          autoComplete="username"
          value={email}
          onChange={(e) => setEmail(e.target.value)}
        />
        <PasswordField label={words.password} name="password" value={password} onChange={setPassword} />
      </SubmitForm>
      <PasskeySignIn onIn={comeIn} />
      <ProviderSignIn purpose="sign_in" />
      <Link to="/forgot-password" className="inline-flex min-h-11 items-center justify-center text-accent">
        {words.forgotten}
      </Link>
      <Link to="/sign-up" className="inline-flex min-h-11 items-center justify-center text-accent">
        {words.toSignUp}
      </Link>
    </Welcome>
  )
}

/** After the server has ended a sign-in: what became of the log on this device. */
function WhatIsHere() {
  const { account, isEnded } = useSession()
  const { unsynced, refused } = useLogbookStatus()
  const waiting = unsynced + refused + useRefusedRules().length + useWaitingRules().length
  if (account === undefined) return <SentAway />
  return isEnded && waiting > 0 && <Notice tone="caution">{words.stillHere(waiting)}</Notice>
}

function SentAway() {
  const [isGone] = useState(wasSentAway)
  return isGone && <Notice>{words.sentAway}</Notice>
}

function CodeScreen({
  challenge,
  onIn,
  onBack,
}: {
  readonly challenge: string
  readonly onIn: () => Promise<void>
  readonly onBack: () => void
}) {
  const [code, setCode] = useState('')
  async function enter() {
    await answerChallenge(challenge, code)
    await onIn()
  }
  return (
    <Welcome>
      <SubmitForm submit={words.signIn} act={enter}>
        <Field
          label={words.code}
          name="code"
          hint={words.codeHint}
          required
          autoComplete="one-time-code"
          autoCapitalize="none"
          value={code}
          onChange={(e) => setCode(e.target.value)}
        />
      </SubmitForm>
      <PasskeySignIn onIn={onIn} />
      <Button look="quiet" onClick={onBack}>
        {words.otherAccount}
      </Button>
    </Welcome>
  )
}
