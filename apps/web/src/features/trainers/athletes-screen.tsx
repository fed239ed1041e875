import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronRight, Users } from 'lucide-react'
import { useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { Problem } from '../../lib/problem.ts'
import { Link } from '../../lib/router.tsx'
import { SubmitForm } from '../../lib/submit-form.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AthleteFace } from './athlete-face.tsx'
import { words } from './words.ts'

const KEY = ['athletes']

/** Who lets this trainer see something. Nothing of it is kept on the phone. */
export function AthletesScreen() {
  const queries = useQueryClient()
  const athletes = useQuery({ queryKey: KEY, queryFn: () => call('GET /v1/trainer/athletes', {}), gcTime: 0 })
  const [code, setCode] = useState('')

  async function take() {
    await call('POST /v1/trainer/athletes', { body: { code } })
    setCode('')
    await queries.invalidateQueries({ queryKey: KEY })
  }

  if (athletes.isError) {
    const isNoTrainer = athletes.error instanceof Problem && athletes.error.code === 'auth.forbidden'
    return (
      <Page title={words.title}>
        {isNoTrainer ? (
          <EmptyState title={words.notTrainer}>{words.notTrainerText}</EmptyState>
        ) : (
          <Notice tone="danger">{faultText(athletes.error)}</Notice>
        )}
      </Page>
    )
  }
  if (athletes.data === undefined) return <Skeleton lines={4} />
  const { items } = athletes.data
  return (
    <Page title={words.title}>
      {items.length === 0 && (
        <EmptyState picture={<Users aria-hidden size={40} />} title={words.none}>
          {words.noneText}
        </EmptyState>
      )}
      {items.length > 0 && (
        <Card>
          <ul className="divide-y divide-line">
            {items.map((athlete) => (
              <li key={athlete.id}>
                <Link to="/athletes/$grantId" params={{ grantId: athlete.id }} className="flex min-h-14 items-center gap-3 py-1">
                  <AthleteFace athlete={athlete} />
                  <span className="min-w-0 flex-1">{athlete.shownAs}</span>
                  <ChevronRight aria-hidden size={18} className="text-soft" />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card>
        <SubmitForm submit={words.take} act={take} disabled={code.trim() === ''}>
          <Field
            label={words.code}
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </SubmitForm>
      </Card>
    </Page>
  )
}
