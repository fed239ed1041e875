import type { SeenWorkout } from '@gymgenius/contracts'
import type { Id } from '@gymgenius/domain'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call, faultText } from '../../lib/api.ts'
import { dateText } from '../../lib/dates.ts'
import { useNameOf } from '../../lib/use-name-of.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SeenSets } from './seen-sets.tsx'
import { useMovementName } from './use-movement-name.ts'
import { words } from './words.ts'

/** Workouts of an athlete, newest first, each with what was lifted. */
export function WorkoutsCard({ id }: { readonly id: Id<'trainer_grant'> }) {
  const workouts = useInfiniteQuery({
    queryKey: ['look', id, 'workouts'],
    queryFn: ({ pageParam }) =>
      call('GET /v1/trainer/athletes/{id}/workouts', { params: { id }, query: pageParam === '' ? {} : { cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    gcTime: 0,
    staleTime: 0,
  })
  const done = workouts.data?.pages.flatMap(({ items }) => items)
  return (
    <Card title={words.workouts}>
      {workouts.isError && <Notice tone="danger">{faultText(workouts.error)}</Notice>}
      {done?.length === 0 && <p className="text-note text-soft">{words.nothing}</p>}
      <ul className="divide-y divide-line">
        {done?.map((workout) => (
          <WorkoutRow key={workout.id} workout={workout} />
        ))}
      </ul>
      {workouts.hasNextPage && (
        <Button className="mt-2 w-full" busy={workouts.isFetchingNextPage} onClick={() => void workouts.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Card>
  )
}

function WorkoutRow({ workout }: { readonly workout: SeenWorkout }) {
  const nameOf = useNameOf()
  const movementName = useMovementName()
  const movements = Map.groupBy(workout.sets, ({ movementId, movement }) => movementName(movementId, movement))
  return (
    <li className="py-2">
      <span className="flex justify-between gap-3">
        <span className="min-w-0 font-medium">{nameOf(workout)}</span>
        <span className="shrink-0 text-note text-soft">{dateText(Date.parse(workout.startedAt))}</span>
      </span>
      {[...movements].map(([movement, sets]) => (
        <span key={movement} className="block text-note text-soft">
          {movement}: <SeenSets sets={sets} />
        </span>
      ))}
    </li>
  )
}
