import type { ReadDate } from './dates.ts'
import { RefusedFile } from './logbook.ts'
import type { DraftWorkout } from './workouts.ts'

/**
 * Whether 03/04 is 3 April or March 4, for the whole file: as any date of it says that leaves no choice, else as the
 * request says, else the one in which the file runs in the order of time, as exports do.
 */
export function dateOrderOf(
  workouts: readonly DraftWorkout[],
  asked: 'dmy' | 'mdy' | undefined,
  seen: ReadonlySet<'dmy' | 'mdy'>,
): 'dmy' | 'mdy' {
  const open = workouts.map(({ date }) => date).filter((date) => date.kind === 'open')
  if (open.length === 0) return 'dmy'
  if (seen.size === 1) return [...seen][0]!
  if (asked !== undefined) return asked
  const [dmy, mdy] = [turnsOf(open, 'dmy'), turnsOf(open, 'mdy')]
  if (dmy !== mdy) return dmy < mdy ? 'dmy' : 'mdy'
  throw new RefusedFile('imports.ambiguous_format', {
    line: workouts.find(({ date }) => date.kind === 'open')!.line,
    about: 'dateOrder',
    choices: ['dmy', 'mdy'],
    message: 'Every date could be day first or month first; say which with dateOrder',
  })
}

/** How often the file would jump back in time; a file that runs backwards throughout is in order too. */
function turnsOf(dates: readonly Extract<ReadDate, { kind: 'open' }>[], order: 'dmy' | 'mdy'): number {
  const keys = dates.map(({ first, second, rest }) => {
    const [month, day] = order === 'dmy' ? [second, first] : [first, second]
    return ((rest.year * 13 + month) * 32 + day) * 24 * 60 + rest.hour * 60 + rest.minute
  })
  let up = 0
  let down = 0
  for (const [i, key] of keys.entries()) {
    if (i > 0 && key > keys[i - 1]!) up++
    if (i > 0 && key < keys[i - 1]!) down++
  }
  return Math.min(up, down)
}
