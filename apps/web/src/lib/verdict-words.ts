import type { Verdict } from '@gymgenius/catalog/rules'
import { t } from '@lingui/core/macro'
import { midSentence } from '../ui/locale.ts'
import { jointNames } from '../ui/movement-words.ts'
import { dateText } from './dates.ts'

/** What a lifter is told of a movement that their rules or a pain speak of; undefined where nothing does. */
export function verdictText({ allowed, reasons }: Verdict): string | undefined {
  const [first] = reasons
  if (first === undefined) return undefined
  if (first.code === 'hard_no') return t`never suggested`
  const joint = midSentence(jointNames[first.joint])
  const until = dateText(first.until)
  return allowed ? t`with care: ${joint} hurts until ${until}` : t`not now: ${joint} hurts until ${until}`
}
