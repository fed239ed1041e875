import { useQuery } from '@tanstack/react-query'
import { call, faultText } from '../../lib/api.ts'
import { type CameBack, forgetAnswer, providerLinksQuery } from '../../lib/providers.ts'
import { queries } from '../../lib/queries.ts'
import { Link, useNavigate } from '../../lib/router.tsx'
import { introduceDevice } from '../../lib/settings.ts'
import { signInByProvider } from '../../lib/sign-in.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Welcome } from './welcome.tsx'
import { words } from './words.ts'

/** A browser that a provider has just sent back: does what it was sent for, once, and goes where that leads. */
export function ComingBack({
  back: { answer, errand },
  onIn,
  onChallenge,
  onLeave,
}: {
  readonly back: CameBack
  readonly onIn: () => Promise<void>
  readonly onChallenge: (challenge: string) => void
  readonly onLeave: () => void
}) {
  const navigate = useNavigate()
  const toast = useToast()
  const isSignedIn = errand.purpose === 'link' || errand.purpose === 'prove'

  async function finish() {
    forgetAnswer(errand)
    if (errand.purpose === 'link') await call('POST /v1/auth/providers/links', { body: { answer } })
    else if (errand.purpose === 'prove') await call('POST /v1/auth/step-up/provider', { body: { answer } })
    else return enter()
    await queries.invalidateQueries({ queryKey: providerLinksQuery.queryKey })
    if (errand.purpose === 'prove') toast({ text: words.provedOnce })
    await navigate({ to: errand.from as '/settings', replace: true })
    return true
  }

  async function enter() {
    const { challenge, isNew } = await signInByProvider(answer)
    if (isNew) await introduceDevice().catch(() => undefined) // the account stands; units can be set later
    if (challenge === undefined) await onIn()
    else onChallenge(challenge)
    return true
  }

  const done = useQuery({ queryKey: ['came-back', answer], queryFn: finish, retry: false, staleTime: Infinity })
  return (
    <Welcome>
      {done.isError ? <Notice tone="danger">{faultText(done.error)}</Notice> : <Notice>{words.comingBack}</Notice>}
      {done.isError && !isSignedIn && <Button onClick={onLeave}>{words.backToSignIn}</Button>}
      {done.isError && isSignedIn && (
        <Link to="/settings" className="inline-flex min-h-11 items-center justify-center text-accent">
          {words.toSettings}
        </Link>
      )}
    </Welcome>
  )
}
