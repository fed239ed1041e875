import type { Equipment, MovementPattern } from '@gymgenius/domain'
import { within } from '../numerics/bounds.ts'
import { ASSUMED_BODY_MASS } from './resistance.ts'
import type { TrainingSnapshot } from './snapshot.ts'

/**
 * One-repetition maximum of an untrained adult as a share of body mass, with a barbell or its like.
 *
 * Judgement, chosen low so that the first set is easy and the test climbs from there; no table of norms is copied here.
 */
const SHARE_OF_BODY_MASS: Readonly<Record<MovementPattern, number>> = {
  squat: 0.7,
  hinge: 0.8,
  lunge: 0.45,
  horizontal_push: 0.5,
  horizontal_pull: 0.5,
  vertical_push: 0.32,
  vertical_pull: 0.5,
  carry: 0.4,
  rotation: 0.12,
  anti_rotation: 0.12,
  core_flexion: 0.2,
  locomotion: 0.3,
  isolation: 0.2,
  jump: 0.15,
  throw: 0.1,
  olympic: 0.4,
}

/** What the same strength shows on other equipment: loads are logged for one dumbbell, stacks are geared, bands are light. Judgement. */
const SHARE_ON: Readonly<Partial<Record<Equipment, number>>> = {
  dumbbell: 0.4,
  kettlebell: 0.4,
  cable: 0.6,
  band: 0.3,
  ez_bar: 0.9,
  medicine_ball: 0.2,
  plate: 0.3,
  suspension: 0.5,
}

const TRAINED_OVER_UNTRAINED = 1.3

/** Strength to start from where nothing was ever logged, kg of what is worked against. A lifter's own sets replace it at once. */
export function startStrength({ movement, athlete }: TrainingSnapshot): number {
  const body = within(athlete.bodyMass ?? ASSUMED_BODY_MASS, 20, 500)
  const trained = athlete.isNovice || athlete.hasPain ? 1 : TRAINED_OVER_UNTRAINED
  if (movement.loadKind !== 'external' && movement.loadKind !== 'machine_stack') return body * OWN_BODY * trained
  return body * SHARE_OF_BODY_MASS[movement.pattern] * (SHARE_ON[movement.equipment] ?? 1) * trained
}

/** Movements of the whole body: an untrained adult is a little short of one repetition with their own mass. Judgement. */
const OWN_BODY = 0.95
