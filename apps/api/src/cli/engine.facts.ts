import { library, type LibraryMovement, movementGuesser, nameMatcher } from '@gymgenius/catalog'
import type { MovementFacts } from '@gymgenius/engine'

/** Names remembered with what they mean; a file with more of them has its oldest read again. */
const NAMES_KEPT = 5000

/**
 * What a logbook's name for a movement tells the engine: the library's movement of that name, else what the words say.
 * The name itself stays the key, because a lifter who writes two names means two machines.
 */
export function movementFactsReader(): (name: string) => MovementFacts {
  const { movements } = library()
  const match = nameMatcher<LibraryMovement>(movements)
  const guess = movementGuesser(movements)
  const known = new Map<string, MovementFacts>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const found = match(name)?.movement
    const { pattern, loadKind, equipment, muscles } = found ?? guess(name)
    const facts = { key: name, pattern, loadKind, equipment, muscles, baseKey: found === undefined ? null : (found.base ?? found.slug) }
    if (known.size >= NAMES_KEPT) known.delete(known.keys().next().value!)
    known.set(name, facts)
    return facts
  }
}
