import { plural, t } from '@lingui/core/macro'
import type { Circuit, Station } from '@gymgenius/catalog/circuit'
import { lengthText } from '../../lib/dates.ts'
import { countedUnitNames } from '../../ui/movement-words.ts'
import { words } from './words.ts'

/** How a circuit goes, in one line: "Every minute on the minute: 10 rounds, a station each 60 s, at most 30 min". */
export function courseOf({ format, rounds, intervalSeconds, workSeconds, restSeconds, steps, capSeconds }: Circuit): string {
  const rest = restSeconds ?? 0
  const ladder = steps?.join('-')
  const longest = lengthText(capSeconds * 1000)
  const course = [
    rounds !== undefined && plural(rounds, { one: '# round', other: '# rounds' }),
    intervalSeconds !== undefined && t`a station each ${intervalSeconds} s`,
    workSeconds !== undefined && t`${workSeconds} s of work, ${rest} s of rest`,
    ladder !== undefined && t`${ladder} of each`,
    t`at most ${longest}`,
  ].filter((part) => part !== false)
  return `${words.formats[format]}: ${course.join(', ')}`
}

/** "10 reps", "400 metres"; nothing where the steps or the clock say it. */
export const amountOf = ({ amount, unit }: Station) => (amount === undefined ? undefined : `${amount} ${countedUnitNames[unit]}`)
