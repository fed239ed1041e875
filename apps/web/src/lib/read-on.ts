import type { Api, PerformedSet } from '@gymgenius/contracts'
import { DAY_MS, evidenceOf, instantOf, type Instant, isoOf, kg } from '@gymgenius/domain'
import type { LoggedSet, MovementFacts } from '@gymgenius/engine'
import { factsFor } from './movement-facts.ts'
import { bodyMassesIn } from './view/body-masses.ts'
import type { View } from './view/schema.ts'

type Reading = NonNullable<Api['GET /v1/snapshots']['reply']['reading']>
type Place = NonNullable<Reading['last']>

/** So many are read on with; who has logged more since waits for the server. Some milliseconds. */
const MOST_SETS = 500

/**
 * The sets of this phone that come after the last one the server had read, as it will read them: done, with repetitions, in its order.
 * Undefined where they are too many. What was changed before that place counts when the server has read it again.
 */
export async function setsSince(view: View, { last, bodyMassKg }: Reading): Promise<readonly LoggedSet[] | undefined> {
  // A workout is over within a day, so those that began earlier hold none of them.
  const begun = last === null ? undefined : IDBKeyRange.lowerBound(isoOf((instantOf(last.at) - DAY_MS) as Instant))
  if ((await view.countFromIndex('workouts', 'byStart', begun)) > MOST_SETS) return undefined
  const workouts = await view.getAllFromIndex('workouts', 'byStart', begun)
  const sets = (await Promise.all(workouts.map(({ id }) => view.getAllFromIndex('sets', 'byWorkout', id)))).flat()
  const newer = sets
    .filter((set) => set.reps !== undefined && set.needsConfirmation !== true && (last === null || comparePlaces(placeOf(set), last) > 0))
    .toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b)))
  if (newer.length > MOST_SETS) return undefined
  const facts = await factsOfAll(view, newer)
  const bodyMassOf = await bodyMassesIn(view, bodyMassKg)
  return newer.flatMap((set) => {
    const movement = facts.get(set.movementId)
    return movement === undefined ? [] : [logged(set, movement, bodyMassOf(instantOf(set.performedAt)))]
  })
}

async function factsOfAll(view: View, sets: readonly PerformedSet[]): Promise<ReadonlyMap<string, MovementFacts>> {
  const facts = new Map<string, MovementFacts>()
  for (const id of new Set(sets.map(({ movementId }) => movementId))) {
    const movement = await view.get('movements', id)
    if (movement !== undefined) facts.set(id, await factsFor(view, movement))
  }
  return facts
}

const logged = (set: PerformedSet, movement: MovementFacts, bodyMass: Reading['bodyMassKg']): LoggedSet => ({
  movement,
  at: instantOf(set.performedAt),
  workoutKey: set.workoutId,
  setNumber: 1, // the belief does not look at it
  kind: evidenceOf(set.kind),
  load: set.loadKg ?? kg(0),
  reps: set.reps!,
  rir: set.rir ?? null,
  rest: set.restSeconds ?? null,
  toFailure: set.toFailure,
  bodyMass,
})

const placeOf = ({ performedAt, position, id }: PerformedSet): Place => ({ at: performedAt, position, id })

/** As the server orders them. */
const comparePlaces = (a: Place, b: Place) =>
  instantOf(a.at) - instantOf(b.at) || a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
