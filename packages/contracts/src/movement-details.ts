import { countedUnits, disciplines, equipmentKinds, jointActions, movementTiers, muscles, planes } from '@gymgenius/domain'
import { z } from 'zod'
import { fraction, idOf } from './scalars.ts'

/** 1 hardly · 5 as much as any movement does. Judgement of lifters, not measurement. */
const step = z.int().min(1).max(5)
const Named = z.strictObject({ id: idOf<'movement'>(), name: z.string() })

/** All that the library says of a movement beyond what every set needs. */
export const MovementDetails = z.strictObject({
  slug: z.string(),
  /** The movement this one varies: same lift, other equipment, grip or angle. */
  base: Named.optional(),
  /** The muscles once more, with what a hard set does for each and takes out of each. */
  muscles: z.array(
    z.strictObject({
      muscle: z.enum(muscles),
      role: z.enum(['prime_mover', 'synergist']),
      share: fraction,
      stimulus: step,
      fatigue: step,
    }),
  ),
  isolationOf: z.enum(jointActions).optional(),
  equipmentAlternatives: z.array(z.enum(equipmentKinds)),
  plane: z.enum(planes),
  /** The load is written for one hand, and both hold as much. */
  isLoadedPerHand: z.boolean(),
  disciplines: z.array(z.enum(disciplines)),
  tier: z.enum(movementTiers),
  /** 1 can be shown in a minute · 5 takes years. */
  skill: step,
  countedIn: z.enum(countedUnits),
  /** What is usual in one set, in that unit. */
  usualLow: z.int(),
  usualHigh: z.int(),
  setupSeconds: z.int(),
  transitionSeconds: z.int(),
  cues: z.array(z.string()),
  relations: z.array(
    z.strictObject({ kind: z.enum(['progression', 'regression', 'variation', 'same_on_other_equipment']), movement: Named }),
  ),
  /** Circuit templates that it is a station of. */
  circuits: z.array(z.strictObject({ slug: z.string(), name: z.string(), format: z.string() })),
  tags: z.array(z.string()),
})
export type MovementDetails = z.infer<typeof MovementDetails>
