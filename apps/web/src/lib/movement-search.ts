import type { Movement } from '@gymgenius/contracts'

/**
 * Finds movements by name or alias without asking anyone: best match first, at most `most`. Among equals, and without text,
 * those that this lifter has `trained` come first, the latest at the top; then, without text, what carries a session, and what a gym is
 * most likely to have.
 */
export function findMovements(
  movements: Iterable<Movement>,
  text: string,
  trained: readonly { readonly movementId: Movement['id'] }[] = [],
  most = 50,
): readonly Movement[] {
  const terms = plain(text)
    .split(' ')
    .filter((term) => term !== '')
  const lately = new Map(trained.map(({ movementId }, place) => [movementId, place]))
  const placeOf = ({ id }: Movement) => lately.get(id) ?? lately.size
  const found: { readonly movement: Movement; readonly score: number }[] = []
  for (const movement of movements) {
    const score = Math.max(scoreOf(plain(movement.name), terms), ...movement.aliases.map((alias) => scoreOf(plain(alias), terms) - 0.5))
    if (score > 0) found.push({ movement, score })
  }
  found.sort(
    (a, b) =>
      Math.floor(b.score) - Math.floor(a.score) ||
      placeOf(a.movement) - placeOf(b.movement) ||
      (terms.length === 0 ? weightOf(a.movement) - weightOf(b.movement) : b.score - a.score) ||
      rarity(a.movement) - rarity(b.movement) ||
      a.movement.name.localeCompare(b.movement.name),
  )
  return found.slice(0, most).map(({ movement }) => movement)
}

/** What carries a session before what rounds it off, bases before variants; what nobody has said in the middle. */
const weightOf = ({ tier, baseId }: Movement) => TIERS.indexOf(tier ?? 'accessory') * 2 + (baseId === undefined ? 0 : 1)
const TIERS: readonly NonNullable<Movement['tier']>[] = ['main', 'assistance', 'accessory', 'drill']

const COMMON = ['barbell', 'dumbbell', 'cable', 'machine', 'body_weight']

/** 0 for what every gym has most of, and more for what it has less of. */
export function rarity({ equipment }: Movement) {
  const place = COMMON.indexOf(equipment)
  return place === -1 ? COMMON.length : place
}

/** Every term must begin a word (2) or stand within one (1); the whole name at its start beats all, and few words beat many. */
function scoreOf(name: string, terms: readonly string[]): number {
  let score = 1
  for (const term of terms) {
    if (name.startsWith(term) || name.includes(` ${term}`)) score += 2
    else if (name.includes(term)) score += 1
    else return 0
  }
  if (terms.length > 0 && name.startsWith(terms.join(' '))) score += 3
  return score + 1 / (1 + name.split(' ').length)
}

/** Case, accents and punctuation say nothing here. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
