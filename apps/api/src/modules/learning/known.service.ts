import type { AthleteId, Movement } from '@gymgenius/domain'
import { ENGINE_VERSION, type KnownStrength, type MovementPrior, priorFor, type Traits } from '@gymgenius/engine'
import { type Posterior, type Proof, provedTraits, traitsOf } from '@gymgenius/engine/sampling'
import type { Ctx } from '../../platform/context.ts'
import { knownRow } from './known.repository.ts'
import { movementFacts } from './reading.service.ts'

/** What is known of a lifter beside the sets of one movement. */
export interface Known {
  /** What is personal about them and was borne out by the sets since it was found; undefined where nothing was. */
  readonly traits: Traits | undefined
  /** What they showed in every movement, as of the last time when all their sets had been read. */
  readonly strengths: readonly KnownStrength[]
}

export async function knownOf({ db }: Ctx, athleteId: AthleteId): Promise<Known> {
  const { strengths, posterior, proof } = await knownRow(db, athleteId, ENGINE_VERSION)
  return {
    traits:
      posterior === null || proof === null
        ? undefined
        : provedTraits(traitsOf(JSON.parse(posterior) as Posterior), JSON.parse(proof) as Proof),
    strengths: strengths === null ? [] : (JSON.parse(strengths) as KnownStrength[]),
  }
}

/** What the lifter's other movements say of this one; undefined where they say nothing. */
export const priorOf = (movement: Movement, { strengths }: Known): MovementPrior | undefined => priorFor(strengths, movementFacts(movement))
