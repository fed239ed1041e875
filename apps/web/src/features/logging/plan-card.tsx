import type { RoutineItem } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import { movementsQuery } from '../../lib/view/read.ts'
import { Card } from '../../ui/card.tsx'
import type { TodayPlan } from './today.ts'
import { words } from './words.ts'

/** What today holds, movement by movement. */
export function PlanCard({ plan }: { readonly plan: TodayPlan }) {
  const movements = useQuery(movementsQuery()).data
  return (
    <Card>
      <p className="text-note text-soft">{words.basis[plan.basis]}</p>
      <h2 className="mb-2 text-title font-bold">{plan.name}</h2>
      <ol className="divide-y divide-line">
        {plan.items.map((item, place) => (
          <li key={`${item.movementId} ${place}`} className="flex min-h-11 items-center justify-between gap-3 py-1">
            <span className="min-w-0 truncate">{movements?.get(item.movementId)?.name ?? words.unknownMovement}</span>
            <span className="shrink-0 text-note text-soft tabular">{setsText(item)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function setsText({ sets }: RoutineItem) {
  const working = sets.filter(({ kind }) => kind !== 'warm_up')
  const { repLow, repHigh } = working[0] ?? {}
  if (repLow === undefined || repHigh === undefined) return words.sets(working.length)
  return `${working.length} × ${repLow === repHigh ? repLow : `${repLow}–${repHigh}`}`
}
