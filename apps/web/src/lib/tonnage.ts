import type { PerformedSet } from '@gymgenius/contracts'
import { kg, type Kilograms } from '@gymgenius/domain'

/** Σ load × reps, every part of a set counted, warm-ups not: as the server counts it. */
export const tonnageOf = (sets: readonly PerformedSet[]): Kilograms =>
  kg(
    sets
      .filter(({ kind }) => kind !== 'warm_up')
      .flatMap((set) => [set, ...(set.parts ?? [])])
      .reduce((sum, { loadKg, reps }) => sum + (loadKg ?? 0) * (reps ?? 0), 0),
  )
