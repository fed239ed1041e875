import type { Movement, Routine } from '@gymgenius/contracts'
import type { WorkoutId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { useInFlight } from '../../lib/in-flight.ts'
import { draftQuery, movementsQuery, routinesQuery, withInFlight, workoutQuery, type LocalWorkout } from '../../lib/view/read.ts'
import type { Draft } from '../../lib/view/schema.ts'
import { draftOfWhatIsKnown, withUnplanned } from './draft.ts'

export interface WorkoutUnderWay extends LocalWorkout {
  readonly draft: Draft
  readonly movements: ReadonlyMap<string, Movement>
  readonly routine: Routine | undefined
}

/** A workout with its plan; undefined while it is read, null when this phone does not know it. */
export function useWorkout(id: WorkoutId): WorkoutUnderWay | null | undefined {
  const local = useShownWorkout(id)
  const draft = useQuery(draftQuery(id))
  const movements = useQuery(movementsQuery())
  const routines = useQuery(routinesQuery())
  if (local === null) return null
  if (local === undefined || draft.data === undefined || movements.data === undefined || routines.data === undefined) return undefined
  const routine = routines.data.find((each) => each.id === local.workout.routineId)
  const known = draft.data ?? draftOfWhatIsKnown(id, local.sets, routine?.items ?? [], routine?.id)
  return { ...local, draft: withUnplanned(known, local.sets), movements: movements.data, routine }
}

/** What is on its way to the disk is on the screen in the same moment, before the view has it. */
function useShownWorkout(id: WorkoutId): LocalWorkout | null | undefined {
  const stored = useQuery(workoutQuery(id)).data
  useInFlight()
  return stored === undefined ? undefined : withInFlight(id, stored?.workout, stored?.sets ?? [])
}
