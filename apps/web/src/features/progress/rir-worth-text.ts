import type { ReserveLeft } from '@gymgenius/contracts'
import { formatNumber } from '../../ui/numbers.ts'
import { words } from './words.ts'

/** What is left when this reserve is said. The interval is told where it can be read as one: both ends written alike say nothing more. */
export function worthText(said: string, reading: Omit<ReserveLeft, 'said'>): string {
  const [left, low, high] = [reading.left, reading.low80, reading.high80].map((reps) => formatNumber(reps, 1)) as [string, string, string]
  return low === high ? words.worth.certain(said, left) : words.worth.known(said, left, low, high)
}
