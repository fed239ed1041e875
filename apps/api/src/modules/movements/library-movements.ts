import { library, type LibraryMovement } from '@gymgenius/catalog'
import type { Movement, MovementId } from '@gymgenius/domain'

let byId: ReadonlyMap<MovementId, LibraryMovement> | undefined

/** A movement of the library that ships with this program: no question to the database. */
export function libraryMovement(id: MovementId): LibraryMovement | undefined {
  byId ??= new Map(library().movements.map((movement) => [movement.id, movement]))
  return byId.get(id)
}

/** What a movement of the lifter's own has from the one it varies: nobody says joints and fixtures twice. */
export function inherited(baseId: MovementId | undefined): Partial<Pick<LibraryMovement, 'baseId' | 'contraindications' | 'needs'>> {
  const base = baseId === undefined ? undefined : libraryMovement(baseId)
  if (baseId === undefined) return {}
  return base === undefined ? { baseId } : { baseId, contraindications: base.contraindications, needs: base.needs }
}

/** What a movement and its variants have in common for the engine: the movement they vary. */
export function familyOf({ id, baseId }: Pick<Movement, 'id' | 'baseId'>): MovementId | null {
  if (libraryMovement(id) !== undefined) return baseId ?? id
  return baseId === undefined ? null : (libraryMovement(baseId)?.baseId ?? baseId)
}
