import type { Movement } from '@gymgenius/contracts'
import { type KnownStrength, type MovementPrior, priorFor } from '@gymgenius/engine'
import type { View } from './view/schema.ts'

/** What the lifter's other movements say of this one, as the server last told of them. A file of its own, loaded when it is asked. */
export async function priorTold(view: View, movement: Movement): Promise<MovementPrior | undefined> {
  const strengths = (await view.get('meta', 'strengths')) as readonly KnownStrength[] | undefined
  if (strengths === undefined) return undefined
  const base = movement.baseId === undefined ? undefined : await view.get('movements', movement.baseId)
  return priorOf(movement, strengths, base)
}

/** The same from strengths, by the function that the server asks. */
export const priorOf = (movement: Movement, strengths: readonly KnownStrength[], base: Movement | undefined): MovementPrior | undefined => {
  const { id, pattern, loadKind, equipment, muscles } = movement
  return priorFor(strengths, { key: id, pattern, loadKind, equipment, muscles, baseKey: familyOf(movement, base) })
}

/** What a movement and its variants have in common, as the server says it. */
const familyOf = ({ id, baseId, isCustom }: Movement, base: Movement | undefined) =>
  isCustom ? (base?.baseId ?? baseId ?? null) : (baseId ?? id)
