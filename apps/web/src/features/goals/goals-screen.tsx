import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Target } from 'lucide-react'
import { useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { newId } from '../../lib/ids.ts'
import { Link } from '../../lib/router.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { GoalForm } from './goal-form.tsx'
import { GOALS } from './goal.ts'
import { GoalLine } from './goal-line.tsx'
import { words } from './words.ts'

/** What for, over months and years. */
export function GoalsScreen() {
  const queries = useQueryClient()
  const [isAdding, setAdding] = useState(false)
  const { data, error } = useQuery({ queryKey: GOALS, queryFn: () => call('GET /v1/goals', {}) })
  const items = data?.items ?? []
  return (
    <Page
      title={words.title}
      aside={
        <IconButton label={words.add} onClick={() => setAdding(true)}>
          <Plus aria-hidden size={24} />
        </IconButton>
      }
    >
      {error !== null && <Notice tone="caution">{faultText(error)}</Notice>}
      {data?.items.length === 0 && (
        <EmptyState
          picture={<Target aria-hidden size={40} />}
          title={words.empty}
          action={
            <Button look="primary" big onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          }
        >
          {words.emptyText}
        </EmptyState>
      )}
      {items.length > 0 && (
        <Card>
          <ul className="divide-y divide-line">
            {items.map((goal) => (
              <li key={goal.id}>
                <Link to="/goals/$goalId" params={{ goalId: goal.id }} className="block py-3 active:bg-raised">
                  <GoalLine goal={goal} />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Link to="/goals/year" className="inline-flex min-h-11 items-center font-medium text-accent">
        {words.year}
      </Link>
      <Sheet title={words.add} open={isAdding} onClose={() => setAdding(false)}>
        <GoalForm
          onSay={async (saying) => {
            await call('POST /v1/goals', { body: { ...saying, id: newId<'goal'>() } })
            await queries.invalidateQueries({ queryKey: GOALS })
            setAdding(false)
          }}
        />
      </Sheet>
    </Page>
  )
}
