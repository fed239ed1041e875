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
  const parts = partsOf(wordsOf(name))
  const equipment = new Set(parts.flatMap(({ means }) => means.filter(isEquipment).map((word) => word.slice(1) as Equipment)))
  // A Smith machine has a bar; and "machine" beside a more exact kind says nothing more.
  if (equipment.has('smith_machine')) equipment.delete('barbell')
  if (equipment.has('smith_machine') || equipment.has('plate_loaded_machine')) equipment.delete('machine')
  // Equipment may stand inside a phrase: "stiff legged barbell deadlift". It is taken out before the rest is read.
  const rest = partsOf(parts.flatMap(({ written, means }) => (means.every(isEquipment) ? [] : written)))
  const words = rest.flatMap(({ means }) => means).filter((word) => !fillers.has(word) && !isEquipment(word))
  return { equipment: [...equipment].sort(), words: words.sort() }
}

/** Two names with one key are the same name. */
export const keyOf = ({ equipment, words }: Reading) => `${words.join(' ')}|${equipment.join(' ')}`

export const nameKey = (name: string) => keyOf(readName(name))

/** Lower-case words without accents or punctuation, in the singular. */
export function wordsOf(text: string): string[] {
  return text
    .replaceAll(/(\d)\s*[º°]/g, '$1')
    .replaceAll(/['’‘´`]/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular)
}

const isEquipment = (word: string) => word.startsWith('@')

interface Part {
  readonly written: readonly string[]
  readonly means: readonly string[]
}

/** Puts the longest known phrase at each place into the words it means. */
function partsOf(words: readonly string[]): Part[] {
  const parts: Part[] = []
  for (let at = 0; at < words.length;) {
    let length = Math.min(LONGEST_PHRASE, words.length - at)
    while (length > 1 && !phrases.has(words.slice(at, at + length).join(' '))) length--
    const written = words.slice(at, at + length)
    parts.push({ written, means: phrases.get(written.join(' ')) ?? written })
    at += length
  }
  return parts
}

function singular(word: string): string {
  if (word.length <= 2 || word.endsWith('ss')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}
