import { plural, t } from '@lingui/core/macro'
import { listOf } from '../../../lib/likeness-words.ts'

export const compareWords = {
  title: t`Side by side`,
  of: t`What it asks of you`,
  made: t({ message: 'Made', context: 'a program, when' }),
  firstWeek: t`Sessions of the first week`,
  length: t`Weeks`,
  perWeek: t`Sessions a week`,
  minutes: t`Minutes a session`,
  hours: t`Hours a week`,
  easy: t`Easy weeks`,
  easyIn: (weeks: readonly number[]) => {
    const numbers = listOf(weeks.map(String))
    return plural(weeks.length, { one: `in week ${numbers}`, other: `in weeks ${numbers}` })
  },
  none: t`None`,
  intensity: t`How heavy`,
  heavy: t`Sets of 1 to 5`,
  middle: t`Sets of 6 to 12`,
  light: t`Sets of 13 and more`,
  rir: t`Left in reserve`,
  volume: t`Hard sets a week`,
  volumeHint: t`In the middle of all weeks but the easy ones.`,
  rules: t`Rules of a good trainer`,
  met: t({ message: 'Kept', context: 'a rule' }),
  notMet: t`Not kept everywhere`,
  unknown: t`Not known`,
  same: t`These are one and the same.`,
}
