import type { PerformedSet, RoutineItem } from '@gymgenius/contracts'
import type { RoutineId, SetId, WorkoutId } from '@gymgenius/domain'
import { afterPaint } from '../../lib/after-paint.ts'
import { isoNow } from '../../lib/clock.ts'
import { newId } from '../../lib/ids.ts'
import { write } from '../../lib/logbook.ts'
import { queries } from '../../lib/queries.ts'
import { draftQuery, gymsQuery, removeDraft, saveDraft } from '../../lib/view/read.ts'
import { begunDraft } from '../../lib/view/drafts.ts'
import type { Draft } from '../../lib/view/schema.ts'
import { draftOf } from './draft.ts'

/** All that a lifter can do to a workout. Each is on this phone's disk when its promise resolves; none needs a network. */

export async function startWorkout(plan: {
  readonly name: string
  readonly routineId?: RoutineId | undefined
  readonly items: readonly RoutineItem[]
}) {
  const id = newId<'workout'>()
  const { name, routineId } = plan
  const [gym] = await queries.fetchQuery(gymsQuery())
  const kept = keepDraft(draftOf(id, plan.items, routineId))
  await write([
    {
      entity: 'workout',
      entityId: id,
      kind: 'put',
      fields: { startedAt: isoNow(), name, ...(routineId !== undefined && { routineId }), ...(gym !== undefined && { gymId: gym.id }) },
    },
  ])
  await kept
  return id
}

/** Shows the plan at once, and keeps it for a reload. */
export async function keepDraft(draft: Draft) {
  const { queryKey } = draftQuery(draft.workoutId as WorkoutId)
  void queries.cancelQueries({ queryKey }) // a reading that has begun would bring back the plan before this one
  begunDraft(draft)
  queries.setQueryData(queryKey, draft)
  await afterPaint()
  await saveDraft(draft)
}

export type SetFields = Omit<Partial<PerformedSet>, 'id' | 'position' | 'needsConfirmation' | 'effortScale'>

export const logSet = (id: SetId, fields: SetFields, performedAt = isoNow()) =>
  write([{ entity: 'set', entityId: id, kind: 'put', fields: { ...fields, performedAt } }])

/** `null` takes a value back. */
export const changeSet = (id: SetId, fields: Readonly<Record<string, unknown>>) =>
  write([{ entity: 'set', entityId: id, kind: 'patch', fields }])

export const deleteSet = (id: SetId) => write([{ entity: 'set', entityId: id, kind: 'delete' }])

export async function finishWorkout(workoutId: WorkoutId, endedAt: string, note?: string, sessionRpe?: number) {
  const said = { ...(note !== undefined && note !== '' && { note }), ...(sessionRpe !== undefined && { sessionRpe }) }
  await write([{ entity: 'workout', entityId: workoutId, kind: 'patch', fields: { endedAt, ...said } }])
}

/** How hard it was as a whole, said after the end. */
export const rateWorkout = (workoutId: WorkoutId, sessionRpe: number) =>
  write([{ entity: 'workout', entityId: workoutId, kind: 'patch', fields: { sessionRpe } }])

export async function reopenWorkout(draft: Draft) {
  await keepDraft({ ...draft, reopenedAt: isoNow() })
  await write([{ entity: 'workout', entityId: draft.workoutId, kind: 'patch', fields: { endedAt: null } }])
}

export async function discardWorkout(workoutId: WorkoutId) {
  await write([{ entity: 'workout', entityId: workoutId, kind: 'delete' }])
  await removeDraft(workoutId)
}

/** The routine becomes what was done. */
export const updateRoutine = (id: RoutineId, items: readonly RoutineItem[]) =>
  write([{ entity: 'routine', entityId: id, kind: 'patch', fields: { items } }])

export const saveRoutine = (name: string, items: readonly RoutineItem[]) =>
  write([{ entity: 'routine', entityId: newId<'routine'>(), kind: 'put', fields: { name, items } }])

export const noteOnWorkout = (workoutId: WorkoutId, note: string) =>
  write([{ entity: 'workout', entityId: workoutId, kind: 'patch', fields: { note } }])
