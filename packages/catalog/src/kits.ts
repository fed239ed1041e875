import type { Fixture, MovementPattern } from '@gymgenius/domain'
import type { MovementDetails } from './movement.ts'

/** What every home has: nothing to buy. */
const atHome: readonly Fixture[] = ['wall', 'doorway', 'table', 'towel', 'box', 'platform', 'open_space']

const needsNothing = ({ needs }: MovementDetails) => needs.every((one) => atHome.includes(one))
const withTheBody = (movement: MovementDetails) => movement.equipment === 'body_weight' && needsNothing(movement)

/** Four lifters and what each can do with what they own. A chair is a box, a stair a platform. */
export const kits = {
  body_weight: withTheBody,
  one_kettlebell: (movement: MovementDetails) =>
    withTheBody(movement) || (movement.equipment === 'kettlebell' && movement.loadedPerHand === undefined && needsNothing(movement)),
  two_dumbbells: (movement: MovementDetails) => withTheBody(movement) || (movement.equipment === 'dumbbell' && needsNothing(movement)),
  full_gym: () => true,
} as const satisfies Readonly<Record<string, (movement: MovementDetails) => boolean>>
export type Kit = keyof typeof kits

/** The ten that a program draws from; rotation and its refusal are one. */
export const mainPatterns = {
  squat: ['squat'],
  hinge: ['hinge'],
  lunge: ['lunge'],
  horizontal_push: ['horizontal_push'],
  horizontal_pull: ['horizontal_pull'],
  vertical_push: ['vertical_push'],
  vertical_pull: ['vertical_pull'],
  carry: ['carry'],
  rotation_and_anti_rotation: ['rotation', 'anti_rotation'],
  core_flexion: ['core_flexion'],
} as const satisfies Readonly<Record<string, readonly MovementPattern[]>>
export type MainPattern = keyof typeof mainPatterns

/** What a kit offers for a pattern; drills prepare, so they do not count. */
export function choicesFor(kit: Kit, pattern: MainPattern, movements: readonly MovementDetails[]): MovementDetails[] {
  const patterns: readonly MovementPattern[] = mainPatterns[pattern]
  return movements.filter((movement) => patterns.includes(movement.pattern) && movement.tier !== 'drill' && kits[kit](movement))
}
