import type { Constraints } from '@gymgenius/catalog'
import { Problem } from '@gymgenius/contracts'
import type { AthleteId, Equipment, GymId, Joint } from '@gymgenius/domain'
import type { Ctx } from '../../platform/context.ts'
import { equipmentOf, hasGym } from '../equipment/index.ts'

/** What a request says of the lifter's day. */
export interface SaidConstraints {
  readonly equipment?: readonly Equipment[] | undefined
  readonly spare?: readonly Joint[] | undefined
  readonly gym?: GymId | undefined
}

/** What is said of equipment, joints and the gym, as one; equipment that is said goes before what the gym has. */
export async function constraintsOf(ctx: Ctx, athleteId: AthleteId, { equipment, spare, gym }: SaidConstraints): Promise<Constraints> {
  if (gym !== undefined && !(await hasGym(ctx, athleteId, gym))) throw new Problem('equipment.gym_not_found', { gymId: gym })
  const there = gym === undefined ? undefined : await equipmentOf(ctx, athleteId, gym)
  return {
    ...(there === undefined ? {} : { equipment: there.equipment, fixtures: there.fixtures }),
    ...(equipment === undefined ? {} : { equipment: new Set(equipment) }),
    ...(spare === undefined ? {} : { excludedJoints: new Set(spare) }),
  }
}
