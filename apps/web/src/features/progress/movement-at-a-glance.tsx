import type { Movement } from '@gymgenius/contracts'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { MoreComing } from '../../lib/more-coming.tsx'
import { Link } from '../../lib/router.tsx'
import { allMovementSetsQuery } from '../../lib/view/trained.ts'
import { Card } from '../../ui/card.tsx'
import { dailyBests } from './daily-bests.ts'
import { Maximum, Records, useMaximum } from './movement-records.tsx'
import { words } from './words.ts'

/** What this lifter has done with a movement: the estimated maximum, the records, and the way to all of it. */
export function MovementAtAGlance({ movement }: { readonly movement: Movement }) {
  const sets = useQuery(allMovementSetsQuery(movement.id))
  const maximum = useMaximum(movement, sets.data, sets.dataUpdatedAt)
  if (sets.data === undefined) return null
  const bests = dailyBests(sets.data, movement)
  if (bests.length === 0) {
    return (
      <Card title={words.yours}>
        <MoreComing />
        <p className="text-soft">{sets.data.length === 0 ? words.notTrained : words.none}</p>
      </Card>
    )
  }
  return (
    <>
      {maximum !== undefined && <Maximum maximum={maximum} />}
      <Records movement={movement} sets={sets.data} bests={bests} />
      <Link
        to="/progress/$movementId"
        params={{ movementId: movement.id }}
        className="flex min-h-12 items-center justify-between rounded-card bg-raised px-4 font-medium active:brightness-95"
      >
        {words.all}
        <ChevronRight aria-hidden size={18} className="text-soft" />
      </Link>
    </>
  )
}
