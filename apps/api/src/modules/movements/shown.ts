import type { LibraryMovement } from '@gymgenius/catalog'
import type { Movement as Shown } from '@gymgenius/contracts'
import type { Movement } from '@gymgenius/domain'

/** A movement as it leaves the server. */
export function shown(
  movement: Movement & Partial<Pick<LibraryMovement, 'contraindications' | 'needs' | 'tier'>> & { readonly isCustom?: boolean },
): Shown {
  const { id, name, aliases, pattern, muscles, equipment, laterality, loadKind, baseId, tier, contraindications, needs } = movement
  return {
    id,
    name,
    aliases: [...aliases],
    pattern,
    muscles: muscles.map(({ muscle, role, share }) => ({ muscle, role, share })),
    equipment,
    laterality,
    loadKind,
    isCustom: movement.isCustom === true,
    ...(baseId === undefined ? {} : { baseId }),
    ...(tier === undefined ? {} : { tier }),
    ...(contraindications === undefined ? {} : { contraindications: [...contraindications] }),
    ...(needs === undefined ? {} : { needs: [...needs] }),
  }
}
