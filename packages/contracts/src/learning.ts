import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { isoInstant } from './scalars.ts'

/** What is left behind a reserve that this lifter says, in repetitions; four times in five it should lie between low80 and high80. */
export const ReserveLeft = z.strictObject({ said: z.int(), left: z.number(), low80: z.number(), high80: z.number() })
export type ReserveLeft = z.infer<typeof ReserveLeft>

/** Working sets that say how hard they were: to failure, or with an RIR of up to 4. */
const informativeSets = z.int()

/** How honest this lifter's RIR is. It is told only when the sets tell it, and it changes no advice. */
export const Effort = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('too_few'), sets: informativeSets, setsNeeded: z.int() }),
  /** There are enough sets; they are looked at within a day. */
  z.strictObject({ status: z.literal('waiting'), sets: informativeSets }),
  /** They were looked at, and do not tell: most often because few of them went to failure. */
  z.strictObject({ status: z.literal('unclear'), sets: informativeSets, madeAt: isoInstant }),
  z.strictObject({
    status: z.literal('known'),
    /** Sets that were read for it, the first of them, and when. */
    sets: informativeSets,
    since: isoInstant,
    madeAt: isoInstant,
    engineVersion: z.string(),
    /** Repetitions left beyond the RIR that is said, far from failure; negative where there are fewer. */
    rirBias: z.strictObject({ mean: z.number(), sd: z.number() }),
    /** For an RIR of 1, 2, 3 and 4. */
    readings: z.array(ReserveLeft),
  }),
])
export type Effort = z.infer<typeof Effort>

export const getEffort = endpoint({
  name: 'learning.effort',
  method: 'GET',
  path: '/v1/effort',
  summary: 'How many repetitions are left when this lifter says 1, 2, 3 or 4',
  access: 'athlete',
  reply: Effort,
  problems: [],
})
