import type { Experience, JointAction, MovementId, MovementTier, ProgramInjury } from '@gymgenius/domain'
import type { CheckedMovement } from '../../program-check/index.ts'
import type { ReliefFacts } from '../progression/lighter-week.ts'

/** A movement of the library as a scheme needs to know it. */
export interface SchemeMovement extends CheckedMovement {
  readonly slug: string
  readonly name: string
  readonly tier: MovementTier
  readonly skill: number
  readonly isolationOf?: JointAction | undefined
  readonly countedIn: 'reps' | 'seconds' | 'metres'
}

/** What a scheme meets: a library, a gym, a lifter. */
export interface SchemeInputs {
  /** The whole library: what a scheme names has to be known even where it cannot be done. */
  readonly movements: readonly SchemeMovement[]
  /** What this lifter can and may do in this gym; none: everything. */
  readonly candidates?: readonly MovementId[] | undefined
  readonly injuries?: readonly ProgramInjury[] | undefined
  /** The lifter's; none: the most experienced that the scheme is for. */
  readonly experience?: Experience | undefined
  /** So many weeks of it; none: as long as it is. Longer: its last phase goes on. */
  readonly weeks?: number | undefined
  /** Known maxima, kg: percentages become loads. */
  readonly maxima?: readonly { readonly movementId: MovementId; readonly loadKg: number }[] | undefined
  readonly loadsOf?: ReliefFacts['loadsOf']
  /** Minutes that there are for a session; none: as long as the scheme takes. */
  readonly minutes?: number | undefined
}
