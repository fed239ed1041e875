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

/** The best set of each day and what it points to, oldest first. */
export function dailyBests(sets: readonly PerformedSet[], { loadKind }: Pick<Movement, 'loadKind'>): DailyBest[] {
  const days = Map.groupBy(tellingSets(sets), ({ day }) => day)
  return [...days.values()].flatMap((ofDay) => {
    const best = bestSetOf(ofDay, loadKind)
    return best === undefined ? [] : [{ day: best.day, load: best.load, reps: best.reps, estimate: estimateFor(best) }]
  })
}

type BestSet = Pick<DailyBest, 'day' | 'load' | 'reps'>

/** The set with the most load, of help the least, and the one with the most repetitions: of all sets, for the best of its day may be neither. */
export function recordSets(
  sets: readonly PerformedSet[],
  { loadKind }: Pick<Movement, 'loadKind'>,
): { readonly heaviest: BestSet | undefined; readonly mostReps: BestSet | undefined } {
  const done = tellingSets(sets).filter(({ reps }) => reps > 0)
  const hardness = loadKind === 'assisted' ? -1 : 1
  return {
    heaviest: firstMost(
      done.filter(({ load }) => load > 0),
      ({ load, reps }) => hardness * load + reps / 1000,
    ),
    mostReps: firstMost(done, ({ load, reps }) => reps + (hardness * load) / 1_000_000),
  }
}

/** A record belongs to the day that set it first. */
const firstMost = (sets: readonly BestSet[], value: (set: BestSet) => number) =>
  sets.reduce<BestSet | undefined>((best, set) => (best === undefined || value(set) > value(best) ? set : best), undefined)

/** Oldest first. Warm-ups, what is done tired or with help, and sets without load and reps say nothing. */
const tellingSets = (sets: readonly PerformedSet[]) =>
  sets
    .flatMap(({ kind, loadKg, reps, rir, performedAt }) => {
      if (evidenceOf(kind) !== 'working' || reps === undefined || loadKg === undefined) return []
      const at = new Date(performedAt)
      const day = new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
      return [{ day, load: loadKg, reps, rir: (rir ?? null) as Rir | null }]
    })
    .toSorted((a, b) => a.day - b.day)

/** What the chart of a movement shows: repetitions where it is the body alone that was lifted, else loads. */
export interface ChartedDays {
  readonly isReps: boolean
  readonly days: readonly DailyBest[]
}

/** A pull-up with a belt is charted by its loads, and days without the belt point to none; where there never was one, by repetitions. */
export function chartedDays(bests: readonly DailyBest[], { loadKind }: Pick<Movement, 'loadKind'>): ChartedDays {
  if (loadKind === 'body_weight') return { isReps: true, days: bests }
  if (loadKind === 'assisted') return { isReps: false, days: bests }
  const loaded = bests.filter(({ load }) => load > 0)
  return loaded.length === 0 ? { isReps: true, days: bests } : { isReps: false, days: loaded }
}

/** What a day of the chart stands for: of help taken off it is the load itself. */
export function valueOf(best: DailyBest, { loadKind }: Pick<Movement, 'loadKind'>, isReps: boolean): number {
  if (isReps) return best.reps
  return loadKind === 'assisted' ? best.load : best.estimate
}
