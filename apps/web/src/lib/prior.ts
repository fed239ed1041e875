import type { Movement } from '@gymgenius/contracts'
import { type KnownStrength, type MovementPrior, priorFor } from '@gymgenius/engine'
import type { View } from './view/schema.ts'

/** What the lifter's other movements say of this one, as the server last told of them. A file of its own, loaded when it is asked. */
export async function priorTold(view: View, movement: Movement): Promise<MovementPrior | undefined> {
  const strengths = (await view.get('meta', 'strengths')) as readonly KnownStrength[] | undefined
  return strengths && priorOf(movement, strengths)
}

/** The same from strengths, by the function that the server asks. */
export const priorOf = (movement: Movement, strengths: readonly KnownStrength[]): MovementPrior | undefined => {
  const { id, pattern, loadKind, equipment, muscles } = movement
  return priorFor(strengths, { key: id, pattern, loadKind, equipment, muscles, baseKey: null })
}
