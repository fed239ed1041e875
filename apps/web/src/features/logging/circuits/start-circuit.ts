import type { Circuit } from '@gymgenius/catalog/circuit'
import type { PerformedSet } from '@gymgenius/contracts'
import type { MovementId, WorkoutId } from '@gymgenius/domain'
import { inFlight } from '../../../lib/in-flight.ts'
import { queries } from '../../../lib/queries.ts'
import { draftQuery, movementSetsQuery, routinesQuery, workoutQuery, workoutsQuery } from '../../../lib/view/read.ts'
import type { CircuitUnderWay, Draft } from '../../../lib/view/schema.ts'
import { withInFlight, workoutsWith } from '../../../lib/view/shown.ts'
import { keepDraft, startWorkout } from '../actions.ts'
import { draftOfWhatIsKnown } from '../draft.ts'

/** Brings a circuit into the workout in progress, else into a new one of its name; nothing runs before the lifter starts it. */
export async function startCircuit(circuit: Circuit, idOf: (slug: string) => MovementId | undefined): Promise<WorkoutId> {
  const stations = await Promise.all(
    circuit.stations.map(({ movement, unit, amount }) => {
      const movementId = idOf(movement)
      if (movementId === undefined) throw new Error(`${movement} is not on this phone`)
      return withLoad({ movementId, unit, ...(amount !== undefined && { amount }) })
    }),
  )
  const workouts = workoutsWith(await queries.fetchQuery(workoutsQuery()), inFlight())
  const id = workouts.find(({ endedAt }) => endedAt === undefined)?.id ?? (await startWorkout({ name: circuit.name, items: [] }))
  const draft = await draftNow(id)
  const sets = (await workoutNow(id))?.sets ?? []
  const { name, format, capSeconds, rounds, intervalSeconds, workSeconds, restSeconds, steps, score } = circuit
  const course = { name, format, capSeconds, rounds, intervalSeconds, workSeconds, restSeconds, steps, score }
  await keepDraft({ ...draft, circuit: { ...course, stations, superset: freeSuperset(draft, sets), logged: [] } })
  return id
}

type Station = CircuitUnderWay['stations'][number]

/** As it was loaded last. */
async function withLoad(station: Station): Promise<Station> {
  const sets = await queries.fetchQuery(movementSetsQuery(station.movementId))
  const loadKg = sets.findLast(({ kind, loadKg }) => kind !== 'warm_up' && loadKg !== undefined)?.loadKg
  return loadKg === undefined ? station : { ...station, loadKg }
}

const workoutNow = async (id: WorkoutId) => withInFlight(id, await queries.fetchQuery(workoutQuery(id)), inFlight())

async function draftNow(id: WorkoutId): Promise<Draft> {
  const kept = await queries.fetchQuery(draftQuery(id))
  if (kept !== null && kept !== undefined) return kept
  const [local, routines] = [await workoutNow(id), await queries.fetchQuery(routinesQuery())]
  const routine = routines.find((each) => each.id === local?.workout.routineId)
  return draftOfWhatIsKnown(id, local?.sets ?? [], routine?.items ?? [], routine?.id)
}

/** As many as a workout can tell apart. */
const MOST_SUPERSETS = 50

export function freeSuperset({ items }: Pick<Draft, 'items'>, sets: readonly PerformedSet[]): number {
  const taken = [...items, ...sets].flatMap(({ superset }) => superset ?? [])
  return Math.min(MOST_SUPERSETS, Math.max(-1, ...taken) + 1)
}
