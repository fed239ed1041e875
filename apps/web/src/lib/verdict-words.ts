import type { Verdict } from '@gymgenius/catalog/rules'
import { dateText } from './dates.ts'

/** What a lifter is told of a movement that their rules or a pain speak of; undefined where nothing does. */
export function verdictText({ allowed, reasons }: Verdict): string | undefined {
  const [first] = reasons
  if (first === undefined) return undefined
  if (first.code === 'hard_no') return 'never suggested'
  const where = `${first.joint.replace('_', ' ')} hurts until ${dateText(first.until)}`
  return allowed ? `with care: ${where}` : `not now: ${where}`
}
