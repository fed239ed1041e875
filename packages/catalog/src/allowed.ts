import type { Equipment, Fixture, Joint, Movement, MovementId } from '@gymgenius/domain'

/** What a lifter cannot or will not do today. What is not said limits nothing. */
export interface Constraints {
  /** What there is to lift with; the body is always there. */
  readonly equipment?: ReadonlySet<Equipment>
  /** What stands in the gym beside it: benches, racks, bars to hang from. */
  readonly fixtures?: ReadonlySet<Fixture>
  /** Joints that hurt. */
  readonly excludedJoints?: ReadonlySet<Joint>
  /** Movements the lifter does not do. */
  readonly hardNo?: ReadonlySet<MovementId>
}

/** Why a movement is out; a code and what it is about. */
export type Refusal =
  | { readonly code: 'hard_no' }
  | { readonly code: 'no_equipment'; readonly equipment: Equipment }
  | { readonly code: 'no_fixture'; readonly fixtures: readonly Fixture[] }
  | { readonly code: 'painful_joint'; readonly joints: readonly Joint[] }

/** What a constraint asks of a movement. A lifter's own says nothing of joints and fixtures: nothing is held against it there. */
export type Constrained = Pick<Movement, 'id' | 'equipment'> & {
  readonly contraindications?: readonly Joint[] | undefined
  readonly needs?: readonly Fixture[] | undefined
}

/** Everything that speaks against a movement under these constraints; empty: it is allowed. */
export function refusals({ id, equipment, contraindications = [], needs = [] }: Constrained, said: Constraints): readonly Refusal[] {
  const isMissing = equipment !== 'body_weight' && said.equipment?.has(equipment) === false
  const missing = needs.filter((one) => said.fixtures?.has(one) === false)
  const joints = contraindications.filter((joint) => said.excludedJoints?.has(joint) === true)
  return [
    ...(said.hardNo?.has(id) === true ? [{ code: 'hard_no' } as const] : []),
    ...(isMissing ? [{ code: 'no_equipment', equipment } as const] : []),
    ...(missing.length > 0 ? [{ code: 'no_fixture', fixtures: missing } as const] : []),
    ...(joints.length > 0 ? [{ code: 'painful_joint', joints } as const] : []),
  ]
}

/** Without a word on why not: asked of every movement at every search. */
export const allowed = ({ id, equipment, contraindications, needs }: Constrained, said: Constraints): boolean =>
  said.hardNo?.has(id) !== true &&
  (equipment === 'body_weight' || said.equipment?.has(equipment) !== false) &&
  (said.fixtures === undefined || needs?.every((one) => said.fixtures!.has(one)) !== false) &&
  (said.excludedJoints === undefined || contraindications?.some((joint) => said.excludedJoints!.has(joint)) !== true)
