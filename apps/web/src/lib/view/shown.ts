import type { PerformedSet, Workout } from '@gymgenius/contracts'
import type { WorkoutId } from '@gymgenius/domain'
import { useQuery } from '@tanstack/react-query'
import { type InFlight, useInFlight } from '../in-flight.ts'
import { byPosition, newestFirst, type StoredWorkout } from './after-rows.ts'
import { afterOp } from './merge.ts'
import { workoutQuery, workoutsQuery } from './read.ts'

export interface LocalWorkout {
  readonly workout: Workout
  /** In the order they were done. */
  readonly sets: readonly PerformedSet[]
  /** Sets that are not on the disk yet, and those that could not be put there. */
  readonly saving: ReadonlySet<string>
  readonly notSaved: ReadonlySet<string>
}

/** A workout as a screen shows it, what is on its way to the disk included; undefined while it is read, null when this phone does not know it. */
export function useShownWorkout(id: WorkoutId | undefined): LocalWorkout | null | undefined {
  const stored = useQuery({ ...workoutQuery(id as WorkoutId), enabled: id !== undefined }).data
  const changes = useInFlight()
  return id === undefined || stored === undefined ? undefined : withInFlight(id, stored, changes)
}

/** All workouts, newest first, without their sets. */
export function useShownWorkouts(): readonly Workout[] | undefined {
  const stored = useQuery(workoutsQuery()).data
  const changes = useInFlight()
  return stored && workoutsWith(stored, changes)
}

const none: ReadonlySet<string> = new Set()

/** What is stored, and on top what is on its way. */
export function withInFlight(id: string, stored: StoredWorkout, changes: readonly InFlight[]): LocalWorkout | null {
  let { workout } = stored
  const sets = new Map(stored.sets.map((set) => [set.id as string, set]))
  const ours: InFlight[] = []
  for (const each of changes) {
    const { change } = each
    if (change.entity === 'workout' && change.entityId === id) workout = afterOp(workout, { ...change, entity: 'workout' })
    if (change.entity !== 'set' || (change.fields?.['workoutId'] !== id && !sets.has(change.entityId))) continue
    ours.push(each)
    const after = afterOp(sets.get(change.entityId), { ...change, entity: 'set' })
    if (after === undefined) sets.delete(change.entityId)
    else sets.set(change.entityId, after)
  }
  if (workout === undefined) return null
  if (ours.length === 0) return { workout, sets: stored.sets, saving: none, notSaved: none }
  const inState = (state: InFlight['state']) => new Set(ours.flatMap((each) => (each.state === state ? [each.change.entityId] : [])))
  return { workout, sets: [...sets.values()].sort(byPosition), saving: inState('writing'), notSaved: inState('failed') }
}

export function workoutsWith(stored: readonly Workout[], changes: readonly InFlight[]): readonly Workout[] {
  const ours = changes.filter(({ change }) => change.entity === 'workout')
  if (ours.length === 0) return stored
  const known = new Map(stored.map((workout) => [workout.id as string, workout]))
  for (const { change } of ours) {
    const after = afterOp(known.get(change.entityId), { ...change, entity: 'workout' })
    if (after === undefined) known.delete(change.entityId)
    else known.set(change.entityId, after)
  }
  return [...known.values()].sort(newestFirst)
}
