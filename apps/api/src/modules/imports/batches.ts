import type { Instant, Movement, MovementId, WorkoutId } from '@gymgenius/domain'
import type { ImportedSet, ImportedWorkout, KnownSet } from '../logging/index.ts'
import type { ReadSet, ReadWorkout } from './formats/logbook.ts'
import { type BatchName, importedId } from './ids.ts'

export interface Batch {
  readonly workouts: readonly ImportedWorkout[]
  readonly sets: readonly ImportedSet[]
  /** Sets left out because the logbook has them. */
  readonly duplicates: number
}

export const SAME_START_MS = 60_000
const SAME_LOAD_KG = 0.02
/** Exports do not say when a set was done, only when the workout began: sets stand a second apart, in their order. */
const BETWEEN_SETS_MS = 1000

/** Turns workouts of a file into rows, leaving out what is known. A workout that is partly known gets its missing sets. */
export function batchOf(
  batch: BatchName,
  read: readonly ReadWorkout[],
  movementOf: (name: string) => Movement | undefined,
  known: readonly KnownSet[],
): Batch {
  const logbook = indexed(known)
  const workouts: ImportedWorkout[] = []
  const sets: ImportedSet[] = []
  let duplicates = 0
  for (const workout of read) {
    const same = logbook.startingNear(workout.startedAt)
    const ownId = importedId(batch, 'workout', workout.line)
    const workoutId = same?.workoutId ?? ownId
    const places = new Map<MovementId, number>()
    let position = 0
    let added = 0
    for (const exercise of workout.exercises) {
      const movement = movementOf(exercise.name)
      for (const [i, set] of exercise.sets.entries()) {
        position++
        const place = movement === undefined ? 0 : (places.get(movement.id) ?? 0)
        if (movement !== undefined) places.set(movement.id, place + 1)
        if (movement !== undefined && same?.has(movement.id, place, set) === true) {
          duplicates++
          continue
        }
        added++
        if (movement === undefined) continue // a preview counts it; its movement is made at the commit
        const note = [i === 0 ? exercise.note : undefined, set.note].filter((said) => said !== undefined).join('\n')
        sets.push({
          id: importedId(batch, 'performed_set', set.line),
          workoutId,
          movementId: movement.id,
          kind: set.kind,
          position,
          performedAt: (workout.startedAt + position * BETWEEN_SETS_MS) as Instant,
          loadKg: loadOf(set, movement),
          reps: set.reps,
          rir: set.rir,
          effortScale: set.effortScale,
          toFailure: set.toFailure,
          durationSeconds: set.durationSeconds,
          distanceMeters: set.distanceMeters,
          note: note === '' ? undefined : note,
        })
      }
    }
    if (added === 0 || same !== undefined) continue
    const { name, note, startedAt, durationSeconds } = workout
    const endedAt = (startedAt + Math.max((durationSeconds ?? 0) * 1000, (position + 1) * BETWEEN_SETS_MS)) as Instant
    workouts.push({ id: ownId, name, note, startedAt, endedAt })
  }
  return { workouts, sets, duplicates }
}

/** Where nothing is added to the body, an app may write nothing; that is a load of zero, not one left unsaid. */
function loadOf({ loadKg, reps }: ReadSet, { loadKind }: Movement): number | undefined {
  if (loadKg !== undefined || reps === undefined) return loadKg
  return loadKind === 'body_weight' || loadKind === 'body_weight_plus' ? 0 : undefined
}

interface KnownWorkout {
  readonly workoutId: WorkoutId
  /** The nth set of a movement in this workout has this load and these reps. */
  has(movementId: MovementId, place: number, set: ReadSet): boolean
}

const minuteOf = (at: number) => Math.floor(at / SAME_START_MS)

function indexed(known: readonly KnownSet[]) {
  const byWorkout = new Map<WorkoutId, { startedAt: Instant; sets: Map<MovementId, KnownSet[]> }>()
  for (const set of known) {
    let workout = byWorkout.get(set.workoutId)
    if (workout === undefined) byWorkout.set(set.workoutId, (workout = { startedAt: set.workoutStartedAt, sets: new Map() }))
    const sets = workout.sets.get(set.movementId)
    if (sets === undefined) workout.sets.set(set.movementId, [set])
    else sets.push(set)
  }
  const byMinute = new Map<number, WorkoutId[]>()
  for (const [id, { startedAt }] of byWorkout) byMinute.set(minuteOf(startedAt), [...(byMinute.get(minuteOf(startedAt)) ?? []), id])

  return {
    startingNear(at: Instant): KnownWorkout | undefined {
      const near = [-1, 0, 1].flatMap((offset) => byMinute.get(minuteOf(at) + offset) ?? [])
      const apart = (id: WorkoutId) => Math.abs(byWorkout.get(id)!.startedAt - at)
      const workoutId = near.filter((id) => apart(id) <= SAME_START_MS).sort((a, b) => apart(a) - apart(b))[0]
      if (workoutId === undefined) return undefined
      const { sets } = byWorkout.get(workoutId)!
      return {
        workoutId,
        has: (movementId, place, { loadKg, reps }) => {
          const there = sets.get(movementId)?.[place]
          return there !== undefined && there.reps === reps && Math.abs((there.loadKg ?? 0) - (loadKg ?? 0)) <= SAME_LOAD_KG
        },
      }
    },
  }
}
