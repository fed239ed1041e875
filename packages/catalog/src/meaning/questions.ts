import { readFileSync } from 'node:fs'
import type { MovementDetails } from '../movement.ts'

/** A question written by hand, and the movements that a trainer would be content with. */
export interface JudgedQuestion {
  readonly ask: string
  readonly accepted: ReadonlySet<string>
  /** Scored, never tuned on. */
  readonly keptBack: boolean
}

/** The questions of `fixtures/finding.json`, with their patterns of slugs spelled out. */
export function judgedQuestions(library: readonly MovementDetails[]): readonly JudgedQuestion[] {
  const text = readFileSync(new URL('../../fixtures/finding.json', import.meta.url), 'utf8')
  const { queries } = JSON.parse(text) as { queries: { ask: string; accept: string[]; keptBack: boolean }[] }
  return queries.map(({ ask, accept, keptBack }) => {
    const patterns = accept.map((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`))
    const accepted = library.map(({ slug }) => slug).filter((slug) => patterns.some((pattern) => pattern.test(slug)))
    return { ask, accepted: new Set(accepted), keptBack }
  })
}

/** Of the first five found, how many are accepted, against how many could be: 1 where all five are, or all there are. */
export function recallAt5({ accepted }: JudgedQuestion, found: readonly string[]): number {
  return found.slice(0, 5).filter((slug) => accepted.has(slug)).length / Math.min(5, accepted.size)
}
