import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { comeBackTo } from '../../../lib/after-sign-in.ts'
import { call, faultText } from '../../../lib/api.ts'
import { newId } from '../../../lib/ids.ts'
import { Problem } from '../../../lib/problem.ts'
import { Link, useNavigate, useParams } from '../../../lib/router.tsx'
import { useSession } from '../../../lib/session.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { PROGRAMS } from '../keys.ts'
import { sessionsOf } from '../life/change-words.ts'
import { words as programWords } from '../words.ts'
import { PlanWeeks } from './plan-weeks.tsx'
import { sharingWords as words } from './words.ts'

/** A program behind a link: for anybody to read, and for whoever has an account to take. */
export function SharedProgramScreen() {
  const { token } = useParams({ from: '/shared/programs/$token' })
  const { data, error } = useQuery({
    queryKey: ['shared-program', token],
    queryFn: () => call('GET /v1/shared/programs/{token}', { params: { token } }),
  })
  return (
    <main className="flex h-dvh flex-col overflow-y-auto">
      <Page title={data?.name ?? words.shared} action={data !== undefined && <Take token={token} />}>
        {error instanceof Problem && <EmptyState title={words.gone} action={<Home />} />}
        {error !== null && !(error instanceof Problem) && <Notice tone="caution">{words.unreachable}</Notice>}
        {data !== undefined && (
          <>
            <p className="text-soft">{words.sharedIntro}</p>
            <p className="text-note text-soft tabular">
              {[programWords.weeks(data.weeks.length), sessionsOf(data.weeks.reduce((sum, { days }) => sum + days.length, 0))].join(' · ')}
            </p>
            <PlanWeeks weeks={data.weeks} />
            <Home />
          </>
        )}
      </Page>
    </main>
  )
}

const Home = () => (
  <Link to="/" className="inline-flex min-h-11 items-center justify-center font-medium text-accent">
    {words.openApp}
  </Link>
)

function Take({ token }: { readonly token: string }) {
  const { account } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const toast = useToast()
  const [id] = useState(() => newId<'program'>()) // pressed twice, it is one copy
  const [isBusy, setBusy] = useState(false)

  async function take() {
    setBusy(true)
    try {
      await call('POST /v1/shared/programs/{token}/copy', { params: { token }, body: { id } })
      await queries.invalidateQueries({ queryKey: PROGRAMS })
      toast({ text: words.taken })
      await navigate({ to: '/programs/$programId', params: { programId: id } })
    } catch (error) {
      const isStrange = error instanceof Problem && error.code === 'movements.unknown'
      toast({ text: isStrange ? words.strangers : faultText(error) })
      setBusy(false)
    }
  }
  async function signIn() {
    comeBackTo(token)
    await navigate({ to: '/sign-in' })
  }
  return account === undefined ? (
    <Button look="primary" big onClick={() => void signIn()}>
      {words.signInToTake}
    </Button>
  ) : (
    <Button look="primary" big busy={isBusy} onClick={() => void take()}>
      {words.take}
    </Button>
  )
}
