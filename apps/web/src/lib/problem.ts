import type { ProblemCode, ProblemFacts } from '@gymgenius/contracts/problem'

/**
 * What the server refused, in its own words. The table of all codes stays on the server: it would be loaded before the
 * first set, and a newer server has codes that this phone does not know.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly facts: ProblemFacts

  constructor(code: ProblemCode, title: string, facts: ProblemFacts = {}) {
    super(title)
    this.code = code
    this.facts = facts
  }
}
