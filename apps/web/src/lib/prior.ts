import type { Api, Movement } from '@gymgenius/contracts'
import type { KnownStrength, LifterBelief, MovementPrior } from '@gymgenius/engine'
import { ask } from './engine/ask.ts'
import { factsFor } from './movement-facts.ts'
import { setsSince } from './read-on.ts'
import type { View } from './view/schema.ts'

/** What the lifter's other movements say of this one: as the server last told, and read on with what was logged since. Null where that is nothing. */
export async function priorTold(view: View, movement: Movement): Promise<MovementPrior | null> {
  const strengths = ((await view.get('meta', 'strengths')) ?? []) as readonly KnownStrength[]
  const reading = (await view.get('meta', 'reading')) as Api['GET /v1/snapshots']['reply']['reading'] | undefined
  const sets = reading && (await setsSince(view, reading))
  const since = reading && sets ? { engineVersion: reading.engineVersion, belief: reading.belief as LifterBelief, sets } : undefined
  if (strengths.length === 0 && (since?.sets ?? []).length === 0) return null // nobody is asked on a first evening
  return ask('prior', { strengths, movement: await factsFor(view, movement), since })
}
