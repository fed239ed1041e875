import type { Movement, PerformedSet } from '@gymgenius/contracts'
import { evidenceOf, type Kilograms, type Reps, type Rir } from '@gymgenius/domain'
import { bestSetOf, estimateFor } from '@gymgenius/engine'

export interface DailyBest {
  /** Local midnight of the day, milliseconds. */
  readonly day: number
  readonly load: Kilograms
  readonly reps: Reps
  readonly estimate: Kilograms
}

/** The best working set of each day and what it points to, oldest first. Warm-ups, what is done tired or with help, and sets without load and reps say nothing. */
export function dailyBests(sets: readonly PerformedSet[], { loadKind }: Pick<Movement, 'loadKind'>): DailyBest[] {
  const days = new Map<number, { load: Kilograms; reps: Reps; rir: Rir | null }[]>()
  for (const { kind, loadKg, reps, rir, performedAt } of sets) {
    if (evidenceOf(kind) !== 'working' || reps === undefined || loadKg === undefined) continue
    const at = new Date(performedAt)
    const day = new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
    days.set(day, [...(days.get(day) ?? []), { load: loadKg, reps, rir: rir ?? null }])
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, ofDay]) => {
      const best = bestSetOf(ofDay, loadKind)
      return best === undefined ? [] : [{ day, load: best.load, reps: best.reps, estimate: estimateFor(best) }]
    })
}

/** What a bar of this movement stands for: for the body alone it is repetitions, for help taken off the load itself. */
export function valueOf(best: DailyBest, { loadKind }: Pick<Movement, 'loadKind'>): number {
  if (loadKind === 'body_weight') return best.reps
  return loadKind === 'assisted' ? best.load : best.estimate
}
