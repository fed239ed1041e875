import type { Equipment, Movement } from '@gymgenius/domain'
import { readName, wordsOf } from './reading.ts'
import { slipsBetween } from './spelling.ts'

type Findable = Pick<Movement, 'name' | 'aliases' | 'equipment'>

/** The order of a search: 4 the very name, 3 begins with what was typed, 2 each word begins a word of it, 1 the same with slips. */
export type SearchRank = 1 | 2 | 3 | 4

/**
 * The movements that `typed` may mean, best first; of equals the plainer one, then that on the more usual equipment.
 * A lifter types the beginning of words, in any order, abbreviates and mistypes; each word typed has to begin some word
 * of one name or alias.
 */
export function searchMovements<M extends Findable>(typed: string, movements: readonly M[]): M[] {
  const written = wordsOf(typed)
  if (written.length === 0) return [...movements].sort(byName)
  const read = partsOf(typed)
  return movements
    .map((movement) => ({ movement, rank: Math.max(rankOf(written, movement), rankOf(read, movement)) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || plainness(a.movement) - plainness(b.movement) || byName(a.movement, b.movement))
    .map(({ movement }) => movement)
}

const byName = (a: Findable, b: Findable) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

const mostUsual: readonly Equipment[] = ['barbell', 'dumbbell', 'body_weight', 'cable', 'machine', 'plate_loaded_machine', 'ez_bar']

/** Fewer words first; the same words on a barbell before the same on a band. */
function plainness({ name, equipment }: Findable): number {
  const at = mostUsual.indexOf(equipment)
  return wordsIn(name).count * 100 + (at === -1 ? mostUsual.length : at)
}

/** An alias found is a little less than the name found. */
const ALIAS = 0.5

function rankOf(typed: readonly string[], { name, aliases }: Findable): number {
  let best: number = rankOfName(typed, name)
  for (const alias of aliases) best = Math.max(best, rankOfName(typed, alias) - ALIAS)
  return best
}

function rankOfName(typed: readonly string[], name: string): SearchRank | 0 {
  const words = wordsIn(name)
  if (words.text.startsWith(typed.join(' '))) return words.text.length === typed.join(' ').length ? 4 : 3
  if (typed.every((part) => words.all.some((word) => word.startsWith(part)))) return 2
  return typed.every((part) => words.all.some((word) => isMistyped(part, word))) ? 1 : 0
}

/** A slip in what was typed so far of a word; short pieces have to be right. */
function isMistyped(part: string, word: string): boolean {
  if (word.startsWith(part)) return true
  if (part.length < 4) return false
  const slips = part.length >= 8 ? 2 : 1
  return [0, 1, -1].some((more) => slipsBetween(part, word.slice(0, part.length + more), slips) <= slips)
}

interface Words {
  readonly text: string
  /** Without those that name the equipment. */
  readonly count: number
  /** As written, and as the matcher reads them: "pull-up" is found by "pullup", "OHP" finds the overhead press. */
  readonly all: readonly string[]
}

const memory = new Map<string, Words>()

function wordsIn(name: string): Words {
  const known = memory.get(name)
  if (known !== undefined) return known
  const written = wordsOf(name)
  const read: Words = {
    text: written.join(' '),
    count: readName(name).words.length,
    all: [...new Set([...written, ...partsOf(name)])],
  }
  if (memory.size < 20_000) memory.set(name, read)
  return read
}

function partsOf(name: string): string[] {
  const { words, equipment } = readName(name)
  return [...words, ...equipment].map((word) => word.replaceAll('_', ''))
}
