import type { Movement } from '@gymgenius/contracts'
import { type KnownStrength, type MovementPrior, priorFor } from '@gymgenius/engine'

/** What the lifter's other movements say of this one, by the function that the server asks. A file of its own, loaded when it is asked. */
export const priorOf = (movement: Movement, strengths: readonly KnownStrength[]): MovementPrior | undefined => {
  const { id, pattern, loadKind, equipment, muscles } = movement
  return priorFor(strengths, { key: id, pattern, loadKind, equipment, muscles, baseKey: null })
}
