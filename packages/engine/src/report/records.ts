import type { Kilograms, LoadKind, LocalDay, Reps } from '@gymgenius/domain'
import { bestSetOf, estimateFor } from '../strength/best-set.ts'
import type { ReportedSet } from './reported-set.ts'

export interface BestSet {
  readonly day: LocalDay
  readonly load: Kilograms
  readonly reps: Reps
}

export interface StrongestSet extends BestSet {
  readonly e1rm: Kilograms
}

/** The best working sets of one movement. Each record belongs to the day that set it first. */
export interface Records {
  /** Null where no load was used. For help taken off the body it is the least. */
  readonly heaviest: BestSet | null
  /** The set that points to the highest maximum; null where a load alone does not say how strong somebody is. */
  readonly strongest: StrongestSet | null
  readonly mostReps: BestSet | null
  /** Most repetitions at a load that no harder load was done for as many, hardest first. */
  readonly atLoads: readonly BestSet[]
}

/** Loads whose maximum can be told from load and repetitions alone. */
export const saysMaximum = (loadKind: LoadKind) => loadKind === 'external' || loadKind === 'machine_stack'

/** Best working set of a day and the maximum that it points to. */
export interface DayBest extends BestSet {
  readonly e1rm: Kilograms
}

export function bestOfDay(sets: readonly ReportedSet[], loadKind: LoadKind): DayBest | undefined {
  const best = bestSetOf(sets, loadKind)
  return best && { day: best.day, load: best.load, reps: best.reps, e1rm: estimateFor(best) }
}

/** Keeps the records as sets come. */
export class RecordBook {
  private readonly loadKind: LoadKind
  private readonly byLoad = new Map<number, BestSet>()
  private strongest: StrongestSet | null = null
  private mostReps: BestSet | null = null

  constructor(loadKind: LoadKind) {
    this.loadKind = loadKind
  }

  add(set: ReportedSet): void {
    const { day, load, reps } = set
    if (reps > (this.mostReps?.reps ?? 0)) this.mostReps = { day, load, reps }
    if (load <= 0) return
    const best = this.byLoad.get(load)
    if (best === undefined || reps > best.reps) this.byLoad.set(load, { day, load, reps })
    if (!saysMaximum(this.loadKind)) return
    const e1rm = estimateFor(set)
    if (e1rm > (this.strongest?.e1rm ?? 0)) this.strongest = { day, load, reps, e1rm }
  }

  records(): Records {
    const hardestFirst = this.loadKind === 'assisted' ? 1 : -1
    const loads = [...this.byLoad.values()].sort((a, b) => hardestFirst * (a.load - b.load))
    const atLoads: BestSet[] = []
    for (const best of loads) if (best.reps > (atLoads.at(-1)?.reps ?? 0)) atLoads.push(best)
    return { heaviest: loads[0] ?? null, strongest: this.strongest, mostReps: this.mostReps, atLoads }
  }
}
