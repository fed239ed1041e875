import type { ProgramMovement } from '@gymgenius/domain'
import type { MovementDetails } from './movement.ts'

/** A movement of the library as a program chooses it. `gyms`: the numbers of those it can be done in; none: everywhere. */
export function programMovementOf(details: MovementDetails, gyms?: readonly number[]): ProgramMovement {
  const { id, name, pattern, equipment, laterality, loadKind, base, muscles, isolationOf, tier, disciplines, skill, countedIn } = details
  const { repRange, setupSeconds, transitionSeconds, contraindications, tags, aliases } = details
  return {
    id,
    name,
    pattern,
    equipment,
    laterality,
    loadKind,
    ...(base !== undefined && { isVariation: true }),
    muscles,
    ...(isolationOf !== undefined && { isolationOf }),
    tier,
    disciplines,
    skill,
    countedIn,
    repRange,
    setupSeconds,
    transitionSeconds,
    contraindications,
    tags,
    nameCount: aliases.length + 1,
    ...(gyms !== undefined && { gyms }),
  }
}
