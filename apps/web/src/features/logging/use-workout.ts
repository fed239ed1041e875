import type { Movement, Routine } from '@gymgenius/contracts'
import type { WorkoutId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { draftQuery, movementsQuery, routinesQuery } from '../../lib/view/read.ts'
import type { Draft } from '../../lib/view/schema.ts'
import { type LocalWorkout, useShownWorkout } from '../../lib/view/shown.ts'
import { draftOfWhatIsKnown, withUnplanned } from './draft.ts'

export interface WorkoutUnderWay extends LocalWorkout {
  readonly draft: Draft
  readonly movements: ReadonlyMap<string, Movement>
  readonly routine: Routine | undefined
}

/** A workout with its plan; undefined while it is read, null when this phone does not know it. */
export function useWorkout(id: WorkoutId): WorkoutUnderWay | null | undefined {
  const local = useShownWorkout(id)
  const draft = useQuery(draftQuery(id)).data
  const routines = useQuery(routinesQuery()).data
  const routine = routineOf(local, routines)
  const isRead = !!local && draft !== undefined && routines !== undefined
  const plan = isRead ? planOf(local, draft, routine) : undefined
  const movements = useQuery({ ...movementsOf(plan), enabled: plan !== undefined }).data
  if (local === null) return null
  if (!local || plan === undefined || movements === undefined) return undefined
  return { ...local, draft: plan, movements, routine }
}

export const routineOf = (local: LocalWorkout | null | undefined, routines: readonly Routine[] | undefined) =>
  routines?.find(({ id }) => id === local?.workout.routineId)

export const planOf = ({ workout, sets }: LocalWorkout, draft: Draft | null, routine: Routine | undefined) =>
  withUnplanned(draft ?? draftOfWhatIsKnown(workout.id, sets, routine?.items ?? [], routine?.id), sets)

/** The stations of a circuit are no part of the plan. */
export const movementsOf = (plan: Draft | undefined) => movementsQuery(plan?.circuit ? [] : plan?.items)
