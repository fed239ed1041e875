import type { Described } from './features.ts'

/** A change of the sentences below takes a new number: what a model made of the old ones is made anew. */
export const DESCRIPTION_VERSION = 1

/** A movement in plain English, for a model that makes vectors of text. */
export function describe(movement: Described): string {
  const {
    name,
    aliases,
    pattern,
    muscles,
    equipment,
    laterality,
    contraindications = [],
    disciplines = [],
    tags = [],
    cues = [],
    needs = [],
  } = movement
  const those = (role: string) => muscles.flatMap((one) => (one.role === role ? [plain(one.muscle)] : []))
  const parts = [
    [name, ...aliases].join('; '),
    `${plain(pattern)}, ${plain(laterality)}, ${plain(equipment)}`,
    list('trains', those('prime_mover')),
    list('helped by', those('synergist')),
    list('needs', needs.map(plain)),
    list('for', disciplines.map(plain)),
    list('asks something of the', contraindications.map(plain)),
    list('is', tags.map(plain)),
    ...cues.map((cue) => cue.replace(/[.!]$/, '')),
  ]
  return `${parts.filter((part) => part !== '').join('. ')}.`
}

const list = (head: string, words: readonly string[]) => (words.length === 0 ? '' : `${head} ${words.join(', ')}`)
const plain = (word: string) => word.replaceAll(/[_-]/g, ' ')
