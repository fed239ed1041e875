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
