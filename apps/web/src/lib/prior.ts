import type { Movement } from '@gymgenius/contracts'
import type { KnownStrength, MovementFacts, MovementPrior } from '@gymgenius/engine'
import { ask } from './engine/ask.ts'
import type { View } from './view/schema.ts'

/** What the lifter's other movements say of this one, as the server last told of them; null where that is nothing. */
export async function priorTold(view: View, movement: Movement): Promise<MovementPrior | null> {
  const strengths = (await view.get('meta', 'strengths')) as readonly KnownStrength[] | undefined
  if (strengths === undefined) return null
  const base = movement.baseId === undefined ? undefined : await view.get('movements', movement.baseId)
  return ask('prior', { strengths, movement: factsOf(movement, base) })
}

/** As the server tells the engine of a movement. */
export const factsOf = (movement: Movement, base: Movement | undefined): MovementFacts => {
  const { id, pattern, loadKind, equipment, muscles } = movement
  return { key: id, pattern, loadKind, equipment, muscles, baseKey: familyOf(movement, base) }
}

/** What a movement and its variants have in common, as the server says it. */
const familyOf = ({ id, baseId, isCustom }: Movement, base: Movement | undefined) =>
  isCustom ? (base?.baseId ?? baseId ?? null) : (baseId ?? id)
