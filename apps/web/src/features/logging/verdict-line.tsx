import type { Movement } from '@gymgenius/contracts'
import { useNow } from '../../lib/now.ts'
import { useRules } from '../../lib/rules.ts'
import { verdictFor } from '../../lib/verdict.ts'
import { verdictText } from '../../lib/verdict-words.ts'

/** What the lifter's rules and pains say of the movement under the hands. */
export function VerdictLine({ movement }: { readonly movement: Movement }) {
  const verdict = verdictText(verdictFor(movement, useRules(), useNow()))
  return verdict === undefined ? null : <p className="text-note text-caution first-letter:uppercase">{verdict}</p>
}
