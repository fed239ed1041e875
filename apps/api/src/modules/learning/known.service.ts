import { type AthleteId, isoOf, type Kilograms, type Movement } from '@gymgenius/domain'
import { emptyLifter, ENGINE_VERSION, type KnownStrength, type MovementPrior, priorFor, type Traits } from '@gymgenius/engine'
import { type Posterior, type Proof, provedTraits, traitsOf } from '@gymgenius/engine/sampling'
import { keptFrom } from '@gymgenius/engine/reading'
import type { Ctx } from '../../platform/context.ts'
import { findReading } from './beliefs.repository.ts'
import { readingVersion } from './engine-version.ts'
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

/** Where the reading of a lifter's sets stands, for a phone that reads on from it; null while there is more to read, or read with another engine. */
export async function readingOf({ db }: Ctx, athleteId: AthleteId, bodyMass: Kilograms | null) {
  const reading = await findReading(db, athleteId)
  if (reading === undefined) return { engineVersion: ENGINE_VERSION, last: null, bodyMassKg: bodyMass, belief: emptyLifter() }
  const { last, parts, engineVersion, hasMore } = reading
  if (engineVersion !== readingVersion() || hasMore) return null
  return {
    engineVersion: ENGINE_VERSION,
    last: last && { at: isoOf(last.at), position: last.position, id: last.id },
    bodyMassKg: reading.bodyMass,
    belief: keptFrom(parts).capacity,
  }
}
