import type { Movement } from '@gymgenius/contracts'

/**
 * Movements whose name or an alias holds every word of `text`, in any order; names that begin with it first.
 * The phone's own search, so that a movement can be found without a network.
 */
export function searchMovements(movements: Iterable<Movement>, text: string, most = 40): Movement[] {
  const words = wordsOf(text)
  const ranked: { movement: Movement; rank: number }[] = []
  for (const movement of movements) {
    const rank = rankOf(movement, words)
    if (rank !== undefined) ranked.push({ movement, rank })
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || a.movement.name.localeCompare(b.movement.name))
    .slice(0, most)
    .map(({ movement }) => movement)
}

/** 0: the name begins with the words · 1: the name holds them · 2: an alias does · undefined: nothing does. */
function rankOf({ name, aliases }: Movement, words: readonly string[]) {
  const own = name.toLowerCase()
  if (words.every((word) => own.includes(word))) return own.startsWith(words[0] ?? '') ? 0 : 1
  return aliases.some((alias) => words.every((word) => alias.toLowerCase().includes(word))) ? 2 : undefined
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s,()-]+/)
    .filter(Boolean)
