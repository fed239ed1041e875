import type { Instant, Movement, MovementId } from '@gymgenius/domain'
import type { ImportedSet, ImportedWorkout, KnownSet } from '../logging/index.ts'
import type { ReadSet, ReadWorkout } from './formats/logbook.ts'
import { knownWorkouts, type PlacedSet } from './known-workouts.ts'
import { type BatchName, importedId } from './ids.ts'

export interface Batch {
  readonly workouts: readonly ImportedWorkout[]
  readonly sets: readonly ImportedSet[]
  /** Sets left out because the logbook has them. */
  readonly duplicates: number
}

/** Most exports do not say when a set was done, only when the workout began: sets stand a second apart, in their order. */
const BETWEEN_SETS_MS = 1000

/** Turns workouts of a file into rows, leaving out what is known. A workout that is partly known gets its missing sets. */
export function batchOf(
  batch: BatchName,
  read: readonly ReadWorkout[],
  movementOf: (name: string) => Movement | undefined,
  known: readonly KnownSet[],
): Batch {
  const logbook = knownWorkouts(known)
  const workouts: ImportedWorkout[] = []
  const sets: ImportedSet[] = []
  let duplicates = 0
  for (const workout of read) {
    const placed = setsInPlace(workout, movementOf)
    const same = logbook.takeSame(workout.startedAt, placed)
    duplicates += same?.duplicates.size ?? 0
    const fresh = placed.filter(({ set }) => same?.duplicates.has(set) !== true)
    const ownId = importedId(batch, 'workout', workout.line)
    const workoutId = same?.workoutId ?? ownId
    sets.push(
      ...fresh.flatMap((one) => rowOf(one, workout, { workoutId, id: importedId(batch, 'performed_set', one.set.line, one.set.part) })),
    )
    if (fresh.length === 0 || same !== undefined) continue
    const { name, note, sessionRpe, startedAt, durationSeconds } = workout
    workouts.push({ id: ownId, name, note, sessionRpe, startedAt, endedAt: endOf(startedAt, durationSeconds, placed) })
  }
  return { workouts, sets, duplicates }
}

/** What the file says, but never before its last set. */
function endOf(startedAt: Instant, seconds: number | undefined, placed: readonly PlacedSet[]): Instant {
  const least = seconds === undefined ? (placed.length + 1) * BETWEEN_SETS_MS : seconds * 1000
  const last = Math.max(...placed.map(({ set, position }) => set.performedAt ?? startedAt + position * BETWEEN_SETS_MS))
  return Math.max(startedAt + least, last) as Instant
}

function setsInPlace(workout: ReadWorkout, movementOf: (name: string) => Movement | undefined): PlacedSet[] {
  const places = new Map<MovementId, number>()
  const marks = [...new Set(workout.exercises.flatMap(({ superset }) => superset ?? []))]
  let position = 0
  return workout.exercises.flatMap((exercise) => {
    const movement = movementOf(exercise.name)
    const superset = exercise.superset === undefined ? undefined : marks.indexOf(exercise.superset) % MOST_SUPERSETS
    return exercise.sets.map((set, i) => {
      const place = movement === undefined ? 0 : (places.get(movement.id) ?? 0)
      if (movement !== undefined) places.set(movement.id, place + 1)
      const note = [i === 0 ? exercise.note : undefined, set.note].filter((said) => said !== undefined).join('\n')
      return { set, movement, place, position: ++position, note: note === '' ? undefined : note, superset }
    })
  })
}

/** As many as a workout can tell apart. */
const MOST_SUPERSETS = 50

/** A set whose movement is not made yet is counted by a preview, and is no row. */
function rowOf(
  { set, movement, position, note, superset }: PlacedSet,
  { startedAt }: ReadWorkout,
  ids: Pick<ImportedSet, 'id' | 'workoutId'>,
): ImportedSet[] {
  if (movement === undefined) return []
  return [
    {
      ...ids,
      movementId: movement.id,
      kind: set.kind,
      position,
      performedAt: set.performedAt ?? ((startedAt + position * BETWEEN_SETS_MS) as Instant),
      loadKg: loadOf(set, movement),
      reps: set.reps,
      rir: set.rir,
      effortScale: set.effortScale,
      toFailure: set.toFailure,
      restSeconds: set.restSeconds,
      durationSeconds: set.durationSeconds,
      distanceMeters: set.distanceMeters,
      note,
      tempo: set.tempo,
      parts: set.parts,
      superset,
      needsConfirmation: set.needsConfirmation,
    },
  ]
}

/** Where nothing is added to the body, an app may write nothing; that is a load of zero, not one left unsaid. */
function loadOf({ loadKg, reps, needsConfirmation }: ReadSet, { loadKind }: Movement): number | undefined {
  if (loadKg !== undefined || reps === undefined || needsConfirmation === true) return loadKg
  return loadKind === 'body_weight' || loadKind === 'body_weight_plus' ? 0 : undefined
}
