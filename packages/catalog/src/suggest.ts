import { LEAST_CONFIDENCE } from './match.ts'
import type { Named } from './named.ts'
import { translated } from './languages.ts'
import { readName } from './reading.ts'

export interface Suggestion<M extends Named> {
  readonly movement: M
  /** Always less than what is answered without asking. */
  readonly confidence: number
}

/** Below this share of what the words say, two names have nothing to do with each other. */
const LEAST_ALIKE = 0.3
/** Words of a name that are looked up: nobody's name has more. */
const MOST_WORDS = 30

/**
 * What a name might mean where it was not taken for anything: movements that share its rarest words, best first. A rare word says
 * more than a frequent one (weighted by the logarithm of how few names have it); equipment counts as a word.
 * Source of the weight: Spärck Jones (1972), J. Documentation 28(1), 11–21.
 */
export function nameSuggester<M extends Named>(candidates: readonly M[]): (name: string, limit?: number) => Suggestion<M>[] {
  const spellings = candidates.flatMap((movement) =>
    [movement.name, ...movement.aliases].map((name) => ({ movement, words: wordsIn(name) })),
  )
  const having = new Map<string, number[]>()
  for (const [at, { words }] of spellings.entries())
    for (const word of words) {
      const places = having.get(word)
      if (places === undefined) having.set(word, [at])
      else places.push(at)
    }
  const weightOf = (word: string) => Math.log(1 + spellings.length / (1 + (having.get(word)?.length ?? 0)))
  const wholes = spellings.map(({ words }) => sum(words, weightOf))

  return (name, limit = 5) => {
    const words = wordsIn(name.slice(0, 300)).slice(0, MOST_WORDS)
    const whole = sum(words, weightOf)
    const shared = new Map<number, number>()
    for (const word of words) for (const at of having.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + weightOf(word))
    const best = new Map<M, number>()
    for (const [at, weight] of shared) {
      const alike = weight / (whole + wholes[at]! - weight)
      const { movement } = spellings[at]!
      if (alike >= LEAST_ALIKE && alike > (best.get(movement) ?? 0)) best.set(movement, alike)
    }
    return [...best]
      .sort(([a, x], [b, y]) => y - x || (a.name < b.name ? -1 : 1))
      .slice(0, limit)
      .map(([movement, alike]) => ({ movement, confidence: Math.round(alike * LEAST_CONFIDENCE * 99) / 100 }))
  }
}

function wordsIn(name: string): string[] {
  const { equipment, words } = readName(translated(name) ?? name)
  return [...new Set([...words, ...equipment.map((kind) => `@${kind}`)])]
}

const sum = (words: readonly string[], weightOf: (word: string) => number) => words.reduce((total, word) => total + weightOf(word), 0)
