import { usualMaximum } from '../capacity/usual-maximum.ts'
import type { TrainingSnapshot } from './snapshot.ts'

const TRAINED_OVER_UNTRAINED = 1.3

/** Strength to start from where nothing was ever logged, kg of what is worked against. A lifter's own sets replace it at once. */
export const startStrength = ({ movement, athlete }: TrainingSnapshot) =>
  usualMaximum(movement, athlete.bodyMass) * (athlete.isNovice || athlete.hasPain ? 1 : TRAINED_OVER_UNTRAINED)
