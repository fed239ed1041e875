import type { Movement } from '@gymgenius/contracts'
import { dateText } from '../../lib/dates.ts'
import { words as uiWords } from '../../ui/words.ts'
import { type ChartedDays, valueOf } from './daily-bests.ts'
import { words } from './words.ts'

/** Less than this is no finding. */
const LEVEL_KG = 1

/** Titled by what is to be seen, not by the axes. */
export function findingOf(movement: Pick<Movement, 'loadKind'>, { days, isReps }: ChartedDays, loadText: (kg: number) => string): string {
  const [first, last] = [days[0]!, days.at(-1)!]
  if (days.length === 1) return words.one
  const change = valueOf(last, movement, isReps) - valueOf(first, movement, isReps)
  const since = dateText(first.day)
  if (isReps ? change === 0 : Math.abs(change) < LEVEL_KG) return words.level(since)
  const amount = isReps ? uiWords.reps(Math.abs(change)) : loadText(Math.abs(change))
  return change > 0 ? words.up(amount, since) : words.down(amount, since)
}
