import type { Movement } from '@gymgenius/contracts'
import type { MovementFacts } from '@gymgenius/engine'
import type { View } from './view/schema.ts'

/** What the engine is told of a movement, as the server tells it. */
export const factsOf = (movement: Movement, base: Movement | undefined): MovementFacts => {
  const { id, pattern, loadKind, equipment, muscles } = movement
  return { key: id, pattern, loadKind, equipment, muscles, baseKey: familyOf(movement, base) }
}

export async function factsFor(view: View, movement: Movement): Promise<MovementFacts> {
  return factsOf(movement, movement.baseId === undefined ? undefined : await view.get('movements', movement.baseId))
}

/** What a movement and its variants have in common. */
const familyOf = ({ id, baseId, isCustom }: Movement, base: Movement | undefined) =>
  isCustom ? (base?.baseId ?? baseId ?? null) : (baseId ?? id)
