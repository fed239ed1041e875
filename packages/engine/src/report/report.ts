import { yearOfDay } from '@gymgenius/domain'
import { maximumOf } from '../capacity/forecast.ts'
import { type KeptLifter, newLifter } from '../reading/kept-lifter.ts'
import { readSet } from '../reading/read-set.ts'
import { plannedOf } from '../scoring/backtest.ts'
import { SimpleRule } from '../scoring/simple-rule.ts'
import { Lift, type LiftReport, type ScoredSet, type Strength } from './lift.ts'
import { saysMaximum } from './records.ts'
import type { ReportedSet } from './reported-set.ts'
import { addScore, emptySums, type Score, scoreOf, type ScoreSums, type Told } from './score.ts'
import { type PatternReport, Patterns } from './patterns.ts'
import { type Consistency, Training, type TrainingWeek } from './training.ts'

/** A history as it would have been foretold, and what was done in it. Plain data. */
export interface ReportCard {
  readonly score: Score
  /** Oldest first. */
  readonly years: readonly (Score & { readonly year: number })[]
  /** Those with most sets first. */
  readonly lifts: readonly LiftReport[]
  readonly consistency: Consistency
  readonly days: ReturnType<Training['days']>
  readonly weeks: readonly TrainingWeek[]
  /** Those trained in most workouts first. */
  readonly patterns: readonly PatternReport[]
}

/** Gathers a report card from sets in their order, and from what had been foretold of each. Constant memory per movement and day. */
export class Report {
  private readonly rule = new SimpleRule()
  private readonly training = new Training()
  private readonly patterns = new Patterns()
  private readonly lifts = new Map<string, Lift>()
  private readonly sums = emptySums()
  private readonly years = new Map<number, ScoreSums>()

  add(set: ReportedSet, told: Told | null, strength: Strength | null): void {
    const lift = this.lifts.get(set.movement.key) ?? new Lift(set.movement)
    this.lifts.set(set.movement.key, lift)
    const judged = told && { told, ruleMiss: Math.abs(this.rule.repsFor(plannedOf(set, null)) - set.reps) }
    this.count(lift, lift.add(set, judged, strength))
    this.rule.observe(set)
    this.training.add(set)
    this.patterns.add(set)
  }

  /** The report of all that was added. Nothing can be added after it. */
  card(): ReportCard {
    for (const lift of this.lifts.values()) this.count(lift, lift.close())
    const lifts = [...this.lifts.values()].map((lift) => lift.report()).filter(({ sets }) => sets > 0)
    return {
      score: scoreOf(this.sums),
      years: [...this.years].sort(([a], [b]) => a - b).map(([year, sums]) => ({ year, ...scoreOf(sums) })),
      lifts: lifts.sort((a, b) => b.sets - a.sets || (a.movementKey < b.movementKey ? -1 : 1)),
      consistency: this.training.consistency(),
      days: this.training.days(),
      weeks: this.training.weeks(),
      patterns: this.patterns.report(lifts),
    }
  }

  private count(lift: Lift, scored: readonly ScoredSet[]) {
    for (const { set, told, ruleMiss } of scored) {
      const year = yearOfDay(set.day)
      const ofYear = this.years.get(year) ?? emptySums()
      this.years.set(year, ofYear)
      for (const sums of [this.sums, ofYear, lift.sums]) addScore(sums, set.reps, told, ruleMiss)
    }
  }
}

/** The engine put through a history, strictly one set ahead: each set is foretold from those before it, then learned from. */
export class Replay {
  private readonly kept: KeptLifter = newLifter()
  private readonly report = new Report()

  read(done: Omit<ReportedSet, 'setNumber'>): void {
    const { setNumber, foretold } = readSet(this.kept, done)
    this.report.add({ ...done, setNumber }, foretold, this.strengthIn(done))
  }

  card(): ReportCard {
    return this.report.card()
  }

  private strengthIn({ movement }: Omit<ReportedSet, 'setNumber'>): Strength | null {
    const belief = saysMaximum(movement.loadKind) ? this.kept.capacity.movements[movement.key] : undefined
    return belief === undefined ? null : maximumOf(belief)
  }
}
