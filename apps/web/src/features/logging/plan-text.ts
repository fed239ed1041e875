import type { RoutineItem } from '@gymgenius/contracts'
import { clockText } from '../../ui/clock-text.ts'
import { words } from './words.ts'

/** `3 × 5–8`: what is done for its own sake; of a drill that only warms up, its rounds and how long each is held. */
export function plannedText({ sets }: Pick<RoutineItem, 'sets'>): string {
  const working = sets.filter(({ kind }) => kind !== 'warm_up')
  const told = working.length > 0 ? working : sets
  const { repLow, repHigh, durationSeconds } = told[0] ?? {}
  if (durationSeconds !== undefined) return `${told.length} × ${clockText(durationSeconds)}`
  if (repLow === undefined || repHigh === undefined) return words.sets(told.length)
  return `${told.length} × ${repLow === repHigh ? repLow : `${repLow}–${repHigh}`}`
}
