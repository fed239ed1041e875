import type { Movement } from '@gymgenius/contracts'
import { limits, type MovementId, type Muscle } from '@gymgenius/domain'
import { words } from './words.ts'

/** What a lifter says of a movement of their own. */
export type OwnMovement = Pick<Movement, 'name' | 'pattern' | 'muscles' | 'equipment' | 'laterality' | 'loadKind'> & {
  /** The movement of the library that it varies. */
  readonly baseId: MovementId | null
}

export const blank: OwnMovement = {
  name: '',
  pattern: 'isolation',
  muscles: [],
  equipment: 'machine',
  laterality: 'bilateral',
  loadKind: 'external',
  baseId: null,
}

export const ownFieldsOf = ({ name, pattern, muscles, equipment, laterality, loadKind, baseId }: Movement): OwnMovement => ({
  name,
  pattern,
  muscles,
  equipment,
  laterality,
  loadKind,
  baseId: baseId ?? null,
})

/** A variant of another movement: as that one is, under one's own name, and tied to it. Of another one's own, tied to what that varies. */
export const variantOf = (own: OwnMovement, like: Movement): OwnMovement => ({
  ...ownFieldsOf(like),
  name: own.name,
  baseId: like.isCustom ? (like.baseId ?? null) : like.id,
})

export type Role = Movement['muscles'][number]['role']

export const musclesIn = ({ muscles }: OwnMovement, role: Role): readonly Muscle[] =>
  muscles.flatMap((one) => (one.role === role ? [one.muscle] : []))

/** Gives the muscle this role, or takes it away where it has it. A set counts whole for a prime mover and half for a helper. */
export function withMuscle(own: OwnMovement, muscle: Muscle, role: Role): OwnMovement {
  const hadRole = own.muscles.some((one) => one.muscle === muscle && one.role === role)
  const others = own.muscles.filter((one) => one.muscle !== muscle)
  return { ...own, muscles: hadRole ? others : [...others, { muscle, role, share: role === 'prime_mover' ? 1 : 0.5 }] }
}

/** What is wrong with a name, in a sentence; undefined when nothing is. Characters are counted as a reader counts them. */
export function nameFault(name: string): string | undefined {
  if (name.trim() === '') return words.nameMissing
  const count = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim())].length
  return count > limits.nameGraphemes ? words.nameLong(limits.nameGraphemes, count) : undefined
}
