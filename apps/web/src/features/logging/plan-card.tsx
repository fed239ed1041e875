import { useQuery } from '@tanstack/react-query'
import { Link } from '../../lib/router.tsx'
import { useNameOf } from '../../lib/use-name-of.ts'
import { movementsQuery, routinesQuery } from '../../lib/view/read.ts'
import { Card } from '../../ui/card.tsx'
import { plannedText } from './plan-text.ts'
import type { TodayPlan } from './today.ts'
import { words } from './words.ts'

/** What today holds, movement by movement. */
export function PlanCard({ plan }: { readonly plan: TodayPlan }) {
  const nameOf = useNameOf()
  const movements = useQuery(movementsQuery()).data
  const session = useQuery(routinesQuery()).data?.find(({ id }) => id === plan.routineId)?.program
  return (
    <Card>
      <p className="text-note text-soft">{words.basis[plan.basis]}</p>
      <h2 className="mb-2 text-title font-bold">{nameOf(plan.workout ?? plan)}</h2>
      <ol className="divide-y divide-line">
        {plan.items.map((item, place) => (
          <li key={`${item.movementId} ${place}`} className="flex min-h-11 items-center justify-between gap-3 py-1">
            <span className="min-w-0 truncate">{movements?.get(item.movementId)?.name ?? words.unknownMovement}</span>
            <span className="shrink-0 text-note text-soft tabular">{plannedText(item)}</span>
          </li>
        ))}
      </ol>
      {session !== undefined && (
        <Link
          to="/programs/$programId/sessions/$session"
          params={{ programId: session.programId, session: String(session.session) }}
          className="mt-2 inline-flex min-h-11 items-center text-accent underline"
        >
          {words.inProgram}
        </Link>
      )}
    </Card>
  )
}
