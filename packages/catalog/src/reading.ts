import type { Equipment } from '@gymgenius/domain'
import { fillers, LONGEST_PHRASE, phrases } from './words.ts'

/** A movement's name, read: which equipment it says, and the words that are left. */
export interface Reading {
  readonly equipment: readonly Equipment[]
  /** Sorted, so that word order does not matter. */
  readonly words: readonly string[]
}

/** Reads a name however it is written: case, accents, brackets, order, plural and the usual abbreviations do not matter. */
export function readName(name: string): Reading {
  const means = meaningsOf(wordsOf(name)).filter((word) => !fillers.has(word))
  const equipment = new Set(means.filter((word) => word.startsWith('@')).map((word) => word.slice(1) as Equipment))
  // A Smith machine has a bar; and "machine" beside a more exact kind says nothing more.
  if (equipment.has('smith_machine')) equipment.delete('barbell')
  if (equipment.has('smith_machine') || equipment.has('plate_loaded_machine')) equipment.delete('machine')
  return { equipment: [...equipment].sort(), words: means.filter((word) => !word.startsWith('@')).sort() }
}

/** Two names with one key are the same name. */
export const keyOf = ({ equipment, words }: Reading) => `${words.join(' ')}|${equipment.join(' ')}`

export const nameKey = (name: string) => keyOf(readName(name))

/** Lower-case words without accents or punctuation, in the singular. */
export function wordsOf(text: string): string[] {
  return text
    .replaceAll(/(\d)\s*[º°]/g, '$1')
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’‘´`]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular)
}

/** Puts the longest known phrase at each place into the words it means. */
function meaningsOf(words: readonly string[]): string[] {
  const means: string[] = []
  for (let at = 0; at < words.length;) {
    let length = Math.min(LONGEST_PHRASE, words.length - at)
    while (length > 1 && !phrases.has(words.slice(at, at + length).join(' '))) length--
    const phrase = words.slice(at, at + length).join(' ')
    means.push(...(phrases.get(phrase) ?? [phrase]))
    at += length
  }
  return means
}

function singular(word: string): string {
  if (word.length <= 2 || word.endsWith('ss')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}
