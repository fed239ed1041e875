import type { WorkoutId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '../../lib/router.tsx'
import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { usualCounting } from '../../lib/counting.ts'
import { dateText, lengthText, timeText } from '../../lib/dates.ts'
import { MovementPicker } from '../../lib/movement-picker.tsx'
import { MoreComing } from '../../lib/more-coming.tsx'
import { supersetMark } from '../../lib/supersets.ts'
import { useNameOf } from '../../lib/use-name-of.ts'
import { movementsQuery } from '../../lib/view/read.ts'
import { type LocalWorkout, useShownWorkout } from '../../lib/view/shown.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Load } from '../../ui/load.tsx'
import { Page } from '../../ui/page.tsx'
import { EditSetSheet, type EditedSet } from './edit-set-sheet.tsx'
import { EditWorkoutSheet } from './edit-workout-sheet.tsx'
import { MovementCard } from './movement-card.tsx'
import { inGroups, summaryOf } from './summary.ts'
import { words } from './words.ts'

/** One workout as it was done. Everything in it can be mended; records and advice follow. */
export function PastWorkoutScreen() {
  const { workoutId } = useParams({ from: '/history/$workoutId' })
  const local = useShownWorkout(workoutId as WorkoutId)
  if (local === undefined) return <Page title="">{null}</Page>
  if (local === null) {
    return (
      <Page title={words.title}>
        <MoreComing />
        <EmptyState title={words.notKnown}>{words.notKnownText}</EmptyState>
      </Page>
    )
  }
  return <KnownWorkout local={local} />
}

function KnownWorkout({ local: { workout, sets } }: { readonly local: LocalWorkout }) {
  const navigate = useNavigate()
  const nameOf = useNameOf()
  const movements = useQuery(movementsQuery()).data
  const [edited, setEdited] = useState<EditedSet>()
  const [sheet, setSheet] = useState<'workout' | 'movement'>()
  const started = Date.parse(workout.startedAt)
  const { tonnage } = summaryOf(sets)
  const groups = inGroups(sets)

  return (
    <Page
      title={nameOf(workout)}
      aside={
        <IconButton label={words.edit} onClick={() => setSheet('workout')}>
          <Pencil aria-hidden size={22} />
        </IconButton>
      }
    >
      <p className="text-soft">
        {dateText(started)}, {timeText(started)}
        {workout.endedAt !== undefined && ` · ${lengthText(Date.parse(workout.endedAt) - started)}`} · {words.sets(sets.length)}
        {tonnage > 0 && (
          <>
            {' · '}
            <Load kg={tonnage} whole />
          </>
        )}
      </p>
      {sets.length < workout.setCount && <MoreComing />}
      {workout.note !== undefined && <p>{workout.note}</p>}
      {groups.map((group, place) => (
        <MovementCard
          key={group.sets[0]!.id}
          name={movements?.get(group.movementId)?.name ?? words.unknownMovement}
          mark={supersetMark(groups, place)}
          movementId={group.movementId}
          sets={group.sets}
          onEdit={(set) => setEdited({ movementId: set.movementId, set })}
          onAdd={() => setEdited({ movementId: group.movementId, after: group.sets.at(-1)! })}
        />
      ))}
      <Button icon={<Plus aria-hidden size={20} />} onClick={() => setSheet('movement')}>
        {words.addMovement}
      </Button>
      <EditWorkoutSheet
        open={sheet === 'workout'}
        workout={workout}
        sets={sets}
        onClose={() => setSheet(undefined)}
        onRemoved={() => void navigate({ to: '/history', replace: true })}
      />
      {sheet === 'movement' && (
        <MovementPicker
          title={words.addMovement}
          onClose={() => setSheet(undefined)}
          onPick={async (movement) => {
            const counting = await usualCounting(movement)
            setSheet(undefined)
            setEdited({ movementId: movement.id, counting })
          }}
        />
      )}
      <EditSetSheet
        key={edited?.set?.id ?? edited?.movementId ?? 'none'}
        workout={workout}
        sets={sets}
        edited={edited}
        movement={edited && movements?.get(edited.movementId)}
        onClose={() => setEdited(undefined)}
      />
    </Page>
  )
}
