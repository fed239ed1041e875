import type { Constraints } from '@gymgenius/catalog'
import type { Equipment, Joint } from '@gymgenius/domain'

/** What a request says of the lifter's day. */
export interface SaidConstraints {
  readonly equipment?: readonly Equipment[] | undefined
  readonly spare?: readonly Joint[] | undefined
}

export const constraintsOf = ({ equipment, spare }: SaidConstraints): Constraints => ({
  ...(equipment === undefined ? {} : { equipment: new Set(equipment) }),
  ...(spare === undefined ? {} : { excludedJoints: new Set(spare) }),
})

/** What the lifter says now, and what they said once and for all. */
export const together = (said: Constraints, { excludedJoints = new Set(), hardNo = new Set() }: Constraints): Constraints => ({
  ...said,
  excludedJoints: new Set([...(said.excludedJoints ?? []), ...excludedJoints]),
  hardNo: new Set([...(said.hardNo ?? []), ...hardNo]),
})
