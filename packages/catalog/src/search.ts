import type { Equipment, Movement } from '@gymgenius/domain'
import { readName, wordsOf } from './reading.ts'
import { slipsBetween } from './spelling.ts'

type Findable = Pick<Movement, 'name' | 'aliases' | 'equipment'>

/**
 * The movements that `typed` may mean, best first; of equals the plainer one, then that on the more usual equipment.
 * A lifter types the beginning of words, in any order, and abbreviates; each word typed has to begin some word of one
 * name or alias. Only when nothing is found that way may the words be mistyped.
 */
export function searchMovements<M extends Findable>(typed: string, movements: readonly M[]): M[] {
  const written = [...new Set(wordsOf(typed))]
  if (written.length === 0) return [...movements].sort(byName)
  const found = nameHits(typed, movements)
  if (found.length > 0) return found.map(({ movement }) => movement)
  const slips = slipsOf(written.slice(0, MOST_MISTYPED), movements)
  const asTyped = [{ parts: written, whole: written.join(' '), initials: 0 }]
  return ranked(movements, asTyped, (word, part) => slips.get(part)?.has(word) === true).map(({ movement }) => movement)
}

/** The movements whose names or aliases have a word for each one typed, none mistyped, best first. */
export function nameHits<M extends Findable>(typed: string, movements: readonly M[]): NameHit<M>[] {
  const written = [...new Set(wordsOf(typed))]
  if (written.length === 0) return []
  const readings = [written, partsOf(typed)].map((parts) => ({ parts, whole: parts.join(' '), initials: initialsOf(parts) }))
  return ranked(movements, readings, (word, part) => word.startsWith(part))
}

export interface NameHit<M> {
  readonly movement: M
  /** 3: the very name · 2: it begins with what was typed · 1: each word typed begins a word of it; for an alias half a step less. */
  readonly rank: number
}

/** Nobody mistypes more words than this in one search; a longer one is not a search. */
const MOST_MISTYPED = 8

type Begins = (word: string, part: string) => boolean

function ranked<M extends Findable>(movements: readonly M[], readings: readonly Typed[], begins: Begins): NameHit<M>[] {
  const hits: NameHit<M>[] = []
  for (const movement of movements) {
    const names = namesOf(movement)
    let rank = 0
    for (const reading of readings) rank = Math.max(rank, rankOf(reading, names, begins))
    if (rank > 0) hits.push({ movement, rank })
  }
  return hits.sort((a, b) => b.rank - a.rank || plainness(a.movement) - plainness(b.movement) || byName(a.movement, b.movement))
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

interface Typed {
  readonly parts: readonly string[]
  readonly whole: string
  /** First letters that a name must have. */
  readonly initials: number
}

function rankOf(typed: Typed, names: readonly Words[], begins: Begins): number {
  let best = rankOfName(typed, names[0]!, begins)
  for (let at = 1; at < names.length; at++) best = Math.max(best, rankOfName(typed, names[at]!, begins) - ALIAS)
  return best
}

/** 3: the very name · 2: it begins with what was typed · 1: each word typed begins a word of it · 0: something else. */
function rankOfName({ parts, whole, initials }: Typed, { text, all, initials: there }: Words, begins: Begins): number {
  if ((initials & there) !== initials) return 0
  if (text.startsWith(whole)) return text.length === whole.length ? 3 : 2
  for (const part of parts) if (!all.some((word) => begins(word, part))) return 0
  return 1
}

const names = new WeakMap<Findable, readonly Words[]>()

/** The words of its name, then those of its aliases. */
function namesOf(movement: Findable): readonly Words[] {
  const known = names.get(movement) ?? [movement.name, ...movement.aliases].map(wordsIn)
  names.set(movement, known)
  return known
}

/** For each word typed, the words of the library that it may be a mistyped beginning of. */
function slipsOf(typed: readonly string[], movements: readonly Findable[]): Map<string, ReadonlySet<string>> {
  const vocabulary = new Set(movements.flatMap(({ name, aliases }) => [name, ...aliases].flatMap((one) => wordsIn(one).all)))
  return new Map(typed.map((part) => [part, new Set([...vocabulary].filter((word) => isMistyped(part, word)))]))
}

/** A slip in what was typed so far of a word; short pieces have to be right. */
function isMistyped(part: string, word: string): boolean {
  if (word.startsWith(part)) return true
  if (part.length < 4 || part.length > 20) return false
  const slips = part.length >= 8 ? 2 : 1
  return [0, 1, -1].some((more) => slipsBetween(part, word.slice(0, part.length + more), slips) <= slips)
}

interface Words {
  readonly text: string
  /** Without those that name the equipment. */
  readonly count: number
  /** As written, and as the matcher reads them: "pull-up" is found by "pullup", "OHP" finds the overhead press. */
  readonly all: readonly string[]
  readonly initials: number
}

/** The first letters of some words, a bit each: most names are told from what was typed by these alone. */
const initialsOf = (words: readonly string[]) => words.reduce((bits, word) => bits | (word === '' ? 0 : 1 << (word.charCodeAt(0) & 31)), 0)

const memory = new Map<string, Words>()

function wordsIn(name: string): Words {
  const known = memory.get(name)
  if (known !== undefined) return known
  const written = wordsOf(name)
  const all = [...new Set([...written, ...partsOf(name)])]
  const read: Words = { text: written.join(' '), count: readName(name).words.length, all, initials: initialsOf(all) }
  if (memory.size < 20_000) memory.set(name, read)
  return read
}

function partsOf(name: string): string[] {
  const { words, equipment } = readName(name)
  return [...words, ...equipment].map((word) => word.replaceAll('_', ''))
}
