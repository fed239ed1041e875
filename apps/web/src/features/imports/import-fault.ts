import { faultText } from '../../lib/api.ts'
import { Problem } from '../../lib/problem.ts'
import { Unreachable } from '../../lib/unreachable.ts'
import { words } from './words.ts'

/** The connection broke off, or nobody was there: what was on its way did not arrive. */
export const wentAstray = (error: unknown) => error instanceof Unreachable

/** A sentence for what can go wrong with an import; one for a file that is too large says how large one may be. */
export function importFault(error: unknown): string {
  if (wentAstray(error)) return words.keepAgain
  if (error instanceof Problem && error.code === 'imports.too_large' && error.facts['limit'] === 'bytes')
    return words.tooLarge(Number(error.facts['allowed']))
  return faultText(error)
}
