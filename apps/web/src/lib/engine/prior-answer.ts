import { ENGINE_VERSION, type MovementPrior, priorFor, strengthsAfter } from '@gymgenius/engine'
import type { Asked } from './questions.ts'

/** What others say of a movement: from the strengths as they were told, or from these and the sets since where the engine is the same. */
export function priorAnswer({ strengths, movement, since }: Asked['prior']): MovementPrior | null {
  const isOurs = since?.engineVersion === ENGINE_VERSION
  return priorFor(isOurs ? strengthsAfter(since.belief, since.sets) : strengths, movement) ?? null
}
