import type { Equipment, LoadKind, MovementPattern } from '@gymgenius/domain'
import { bodyOf } from './worked-against.ts'

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

/** Movements of the whole body: an untrained adult is a little short of one repetition with their own mass. Judgement. */
const OWN_BODY = 0.95

/** The maximum of an untrained adult, kg of what is worked against. */
export function usualMaximum(
  { pattern, loadKind, equipment }: { readonly pattern: MovementPattern; readonly loadKind: LoadKind; readonly equipment: Equipment },
  bodyMass: number | null,
): number {
  const body = bodyOf(bodyMass)
  if (loadKind !== 'external' && loadKind !== 'machine_stack') return body * OWN_BODY
  return body * SHARE_OF_BODY_MASS[pattern] * (SHARE_ON[equipment] ?? 1)
}
