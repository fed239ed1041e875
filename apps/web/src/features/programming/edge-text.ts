import type { ProgramItem } from '@gymgenius/domain'
import { clockText } from '../../ui/clock-text.ts'
import { sessionWords } from './life/session-words.ts'
import { words } from './words.ts'

/** How much of a warm-up or a stretch; how hard is no question there. */
export function edgeText({ sets }: Pick<ProgramItem, 'sets'>): string {
  const [set] = sets
  if (set === undefined) return ''
  return sets.length === 1 ? amountOf(set) : sessionWords.times(sets.length, amountOf(set))
}

function amountOf({ durationSeconds, distanceMeters, reps, repHigh }: ProgramItem['sets'][number]): string {
  if (durationSeconds !== undefined) return secondsText(durationSeconds)
  if (distanceMeters !== undefined) return words.metres(distanceMeters)
  return sessionWords.reps(reps === repHigh ? `${reps}` : `${reps}–${repHigh}`)
}

const READ_AS_MINUTES = 120

/** `90 s`, and `8:05` for a walk. */
export const secondsText = (seconds: number): string => (seconds < READ_AS_MINUTES ? words.seconds(seconds) : clockText(seconds))
