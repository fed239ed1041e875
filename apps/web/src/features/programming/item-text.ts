import type { ProgramItem, ProgramSet } from '@gymgenius/domain'
import { clockText } from '../../ui/clock-text.ts'
import { secondsText } from './edge-text.ts'
import { words } from './words.ts'

/** “3 sets × 5–8 · 2 left · rest 120 s”: sets that are alike are told once. */
export function itemText({ sets, restSeconds, progression }: Pick<ProgramItem, 'sets' | 'restSeconds' | 'progression'>): string {
  const kinds = Map.groupBy(sets, (set) => oneSetText(set, progression === 'percent'))
  const told = [...kinds].map(([text, alike]) => (alike.length === 1 && kinds.size > 1 ? text : `${words.sets(alike.length)} × ${text}`))
  return [told.join('; '), ...(restSeconds > 0 ? [words.rest(clockText(restSeconds))] : [])].join(' · ')
}

function oneSetText({ reps, repHigh, rir, durationSeconds, distanceMeters, percent, kind }: ProgramSet, isByPercent: boolean): string {
  if (durationSeconds !== undefined) return secondsText(durationSeconds)
  if (distanceMeters !== undefined) return words.metres(distanceMeters)
  const range = reps === repHigh ? `${reps}` : `${reps}–${repHigh}`
  return [kind === 'amrap' ? `${range}+` : range, percent !== undefined && isByPercent ? words.percent(percent) : words.rir(rir)].join(', ')
}
