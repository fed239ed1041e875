import type { Fixture, MovementPattern } from '@gymgenius/domain'
import { type Described, type Features, friendlyTo, wordsAsRead } from './features.ts'
import type { Question } from './question.ts'

/** True where nothing that the question turned away is in the movement. What nobody has said of a movement is not held against it. */
export function passes(movement: Described, features: Features, { refused, checks, sparedJoints, onlyEquipment }: Question): boolean {
  if (onlyEquipment !== undefined && movement.equipment !== 'body_weight' && !onlyEquipment.has(movement.equipment)) return false
  if ([...sparedJoints].some((joint) => movement.contraindications?.includes(joint) === true && !friendlyTo(movement).includes(joint)))
    return false
  for (const check of checks) if (failed[check]?.(movement) === true) return false
  if ([...refused].some((feature) => !feature.startsWith('word:') && (features.get(feature) ?? 0) > 0)) return false
  const words = [...refused].flatMap((feature) => (feature.startsWith('word:') ? [feature.slice(5)] : []))
  if (words.length === 0) return true
  const ofName = wordsAsRead(movement.name)
  return !words.some((word) => ofName.includes(word))
}

/** What stands in every home; the rest is for gyms. */
const atHome: readonly Fixture[] = ['wall', 'doorway', 'table', 'towel', 'box', 'platform', 'open_space', 'stick']
const loud: readonly MovementPattern[] = ['jump', 'throw', 'olympic']
const runs = /run|sprint|skip|jump|hop|bound|burpee|shuttle/i

const failed: Readonly<Record<string, (movement: Described) => boolean>> = {
  gym_fixture: ({ needs = [], equipment }) =>
    needs.some((one) => !atHome.includes(one)) || ['machine', 'plate_loaded_machine', 'smith_machine', 'cable'].includes(equipment),
  loud: ({ pattern, name, tags = [] }) => loud.includes(pattern) || tags.includes('plyometric') || runs.test(name),
  impact: ({ pattern, name, tags = [] }) => pattern === 'jump' || tags.includes('plyometric') || runs.test(name),
  no_fixture: ({ needs = [], equipment }) =>
    equipment === 'barbell' || needs.some((one) => one === 'pull_up_bar' || one === 'low_bar' || one === 'rack'),
}
