import type { Movement } from '@gymgenius/contracts'

/** Finds movements by name or alias without asking anyone: best match first, at most `most`. Without text, all in order of name. */
export function findMovements(movements: Iterable<Movement>, text: string, most = 50): readonly Movement[] {
  const terms = plain(text)
    .split(' ')
    .filter((term) => term !== '')
  const found: { readonly movement: Movement; readonly score: number }[] = []
  for (const movement of movements) {
    const score = Math.max(scoreOf(plain(movement.name), terms), ...movement.aliases.map((alias) => scoreOf(plain(alias), terms) - 0.5))
    if (score > 0) found.push({ movement, score })
  }
  found.sort((a, b) => b.score - a.score || a.movement.name.localeCompare(b.movement.name))
  return found.slice(0, most).map(({ movement }) => movement)
}

/** Every term must begin a word (2) or stand within one (1); the whole name at its start beats all, and short names beat long ones. */
function scoreOf(name: string, terms: readonly string[]): number {
  let score = 1
  for (const term of terms) {
    if (name.startsWith(term) || name.includes(` ${term}`)) score += 2
    else if (name.includes(term)) score += 1
    else return 0
  }
  if (terms.length > 0 && name.startsWith(terms.join(' '))) score += 3
  return score + 1 / (1 + name.length)
}

/** Case, accents and punctuation say nothing here. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
