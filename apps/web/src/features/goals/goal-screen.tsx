import type { GoalId } from '@gymgenius/domain'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, faultText } from '../../lib/api.ts'
import { dateText } from '../../lib/dates.ts'
import { useNavigate, useParams } from '../../lib/router.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CheckInForm } from './check-in-form.tsx'
import { GoalForm } from './goal-form.tsx'
import { GoalLine } from './goal-line.tsx'
import { amountText, type Goal, GOALS, type Saying, sayingOf, typedOf } from './goal.ts'
import { words } from './words.ts'

/** One goal: how it stands, what was said of it, and what it was before. */
export function GoalScreen() {
  const { goalId } = useParams({ from: '/goals/$goalId' })
  const id = goalId as GoalId
  const { data: goal, error } = useQuery({ queryKey: [...GOALS, id], queryFn: () => call('GET /v1/goals/{id}', { params: { id } }) })
  return (
    <Page title={goal?.current.title ?? words.title}>
      {error !== null && <Notice tone="caution">{faultText(error)}</Notice>}
      {goal !== undefined && (
        <>
          <Card>
            <GoalLine goal={goal} />
            {goal.current.note !== undefined && <p className="mt-2 text-soft">{goal.current.note}</p>}
          </Card>
          {goal.state === 'open' && <CheckInForm goal={goal} />}
          <Said goal={goal} />
          <Fate goal={goal} />
        </>
      )}
    </Page>
  )
}

function Said({ goal: { checkIns, earlier, current } }: { readonly goal: Goal }) {
  return (
    <Card title={words.checkIns}>
      {checkIns.length === 0 && <p className="text-soft">{words.nothingSaid}</p>}
      <ul className="divide-y divide-line">
        {checkIns.map(({ id, at, value, rating, note }) => (
          <li key={id} className="py-2">
            <span className="tabular">
              {[
                dateText(Date.parse(at)),
                ...(value === undefined ? [] : [amountText(value, current.unit)]),
                ...(rating === undefined ? [] : [`${rating}/5`]),
              ].join(' · ')}
            </span>
            {note !== undefined && <span className="block text-soft">{note}</span>}
          </li>
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className="mt-2 border-t border-line">
          <summary className="min-h-11 cursor-pointer py-2 font-medium">{words.earlier}</summary>
          <ul className="flex flex-col gap-2">
            {earlier.map(({ version, at, title, target, unit, by }) => (
              <li key={version}>
                {title}
                <span className="block text-note text-soft tabular">
                  {[
                    dateText(Date.parse(at)),
                    ...(target === undefined ? [] : [amountText(target, unit)]),
                    ...(by === undefined ? [] : [words.until(dateText(Date.parse(`${by}T12:00`)))]),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

/** Said anew, reached, let go, deleted. */
function Fate({ goal: { id, state, current } }: { readonly goal: Goal }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const [sheet, setSheet] = useState<'edit' | 'remove'>()
  async function put(body: Saying & { readonly state?: Goal['state'] }) {
    await call('PUT /v1/goals/{id}', { params: { id }, body })
    await queries.invalidateQueries({ queryKey: GOALS })
  }
  const become = (state: Goal['state']) =>
    put({ ...sayingOf(typedOf(current), current), state }).catch((error: unknown) => toast({ text: faultText(error) }))
  async function remove() {
    try {
      await call('DELETE /v1/goals/{id}', { params: { id } })
      await navigate({ to: '/goals', replace: true })
      await queries.invalidateQueries({ queryKey: GOALS })
    } catch (error) {
      toast({ text: faultText(error) })
    }
  }
  return (
    <div className="flex flex-col gap-2">
      <Button onClick={() => setSheet('edit')}>{words.edit}</Button>
      {state === 'open' ? (
        <>
          <Button onClick={() => void become('reached')}>{words.reached}</Button>
          <Button onClick={() => void become('dropped')}>{words.drop}</Button>
        </>
      ) : (
        <Button onClick={() => void become('open')}>{words.open}</Button>
      )}
      <Button look="danger" onClick={() => setSheet('remove')}>
        {words.remove}
      </Button>
      <Sheet title={words.edit} open={sheet === 'edit'} onClose={() => setSheet(undefined)}>
        <p className="mb-4 text-soft">{words.editHint}</p>
        <GoalForm before={current} onSay={(saying) => put(saying).then(() => setSheet(undefined))} />
      </Sheet>
      <Sheet title={words.removeAsk} open={sheet === 'remove'} onClose={() => setSheet(undefined)}>
        <div className="flex flex-col gap-2">
          <Button look="danger" big onClick={() => void remove()}>
            {words.removeYes}
          </Button>
          <Button big onClick={() => setSheet(undefined)}>
            {words.cancel}
          </Button>
        </div>
      </Sheet>
    </div>
  )
}
