import { usualMaximum } from '../capacity/usual-maximum.ts'
import { exp } from '../numerics/elementary.ts'
import type { TrainingSnapshot } from './snapshot.ts'

const TRAINED_OVER_UNTRAINED = 1.3

/** Strength to start from where this movement was never logged, kg: what the lifter's other movements tell, else what is usual. */
export function startStrength({ movement, athlete, belief }: TrainingSnapshot): number {
  if (belief !== undefined && belief.related !== null) return exp(belief.level)
  return usualMaximum(movement, athlete.bodyMass) * (athlete.isNovice || athlete.hasPain ? 1 : TRAINED_OVER_UNTRAINED)
}
