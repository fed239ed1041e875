import { FORECAST_REPS } from '../lifter/sets.ts'
import type { Recall } from './recall.ts'

/** What a remembered set says of the one to come: its reps as they were, shifted by how today compares, or moved along the slope. */
export const VALUE_KINDS = 4

export function headValues(recall: Recall, into: Uint8Array): void {
  const { sameSet, twins, count, today, reps, hasBefore, logLoads, logLoad, slope } = recall
  const previous = today > 0 ? reps[count - 1]! : 0
  for (let i = 0; i < count; i++) {
    const raw = reps[i]!
    into[i * VALUE_KINDS] = raw
    into[i * VALUE_KINDS + 1] = today > 0 && hasBefore[i] === 1 ? inRange(raw + previous - reps[i - 1]!) : raw
    const twin = twins[i]!
    into[i * VALUE_KINDS + 3] = sameSet >= 0 && twin >= 0 && recall.daysAgo[i]! > 0 ? inRange(raw + reps[sameSet]! - reps[twin]!) : raw
    into[i * VALUE_KINDS + 2] = inRange(Math.round(raw + slope * (logLoad - logLoads[i]!)))
  }
}

const inRange = (reps: number) => (reps < 1 ? 1 : reps > FORECAST_REPS ? FORECAST_REPS : reps)
