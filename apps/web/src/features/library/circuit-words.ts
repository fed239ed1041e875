import type { Circuit, Station } from '@gymgenius/catalog/circuit'
import { lengthText } from '../../lib/dates.ts'
import { countedUnitNames } from '../../ui/movement-words.ts'
import { words } from './words.ts'

/** How a circuit goes, in one line: "Every minute on the minute: 10 rounds, a station each 60 s, at most 30 min". */
export function courseOf({ format, rounds, intervalSeconds, workSeconds, restSeconds, steps, capSeconds }: Circuit): string {
  const course = [
    rounds !== undefined && (rounds === 1 ? '1 round' : `${rounds} rounds`),
    intervalSeconds !== undefined && `a station each ${intervalSeconds} s`,
    workSeconds !== undefined && `${workSeconds} s of work, ${restSeconds ?? 0} s of rest`,
    steps !== undefined && `${steps.join('-')} of each`,
    `at most ${lengthText(capSeconds * 1000)}`,
  ].filter((part) => part !== false)
  return `${words.formats[format]}: ${course.join(', ')}`
}

/** "10 reps", "400 metres"; nothing where the steps or the clock say it. */
export const amountOf = ({ amount, unit }: Station) => (amount === undefined ? undefined : `${amount} ${countedUnitNames[unit]}`)
