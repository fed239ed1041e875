import type { LocalDay, MovementPattern } from '@gymgenius/domain'
import type { MovementFacts } from '../lifter/sets.ts'
import { isWorkingSet, MovementDay } from '../scoring/masks.ts'
import { bestOfDay, type DayBest, RecordBook, type Records } from './records.ts'
import { isHardSet, type ReportedSet } from './reported-set.ts'
import { emptySums, type Score, scoreOf, type Told } from './score.ts'

/** The maximum that was believed, kg, and how surely. */
export interface Strength {
  readonly mean: number
  readonly sd: number
}

/** A day of a movement: its top set, how many it had, and what was believed when it was over; null where that was not told. */
export interface CurvePoint extends DayBest {
  readonly sets: number
  readonly strength: Strength | null
}

export interface LiftReport {
  readonly movementKey: string
  readonly pattern: MovementPattern
  readonly sets: number
  readonly lastDay: LocalDay
  readonly score: Score
  readonly records: Records
  /** Every day's top set, oldest first. */
  readonly curve: readonly CurvePoint[]
}

/** What was foretold of a working set, and by how much the simple rule missed it. */
export interface Judged {
  readonly told: Told
  readonly ruleMiss: number
}

/** One movement of the report, as its sets come. */
export class Lift {
  readonly sums = emptySums()
  private readonly facts: MovementFacts
  private readonly book: RecordBook
  private readonly curve: CurvePoint[] = []
  private day: MovementDay<Judged | null> | undefined
  private today: ReportedSet[] = []
  private strength: Strength | null = null
  private sets = 0
  private lastDay = 0 as LocalDay

  constructor(facts: MovementFacts) {
    this.facts = facts
    this.book = new RecordBook(facts.loadKind)
  }

  /** Scored sets of the workout before, when a new one begins: which were ramp-ups is known only then. */
  add(set: ReportedSet, judged: Judged | null, strength: Strength | null): readonly ScoredSet[] {
    const isNewWorkout = this.day?.workoutKey !== set.workoutKey
    const scored = isNewWorkout ? this.close() : []
    if (isNewWorkout) this.day = new MovementDay(set.workoutKey, this.day)
    if (isWorkingSet(set)) this.day!.add(set, judged)
    if (isHardSet(set)) {
      this.book.add(set)
      this.today.push(set)
      this.sets += 1
      this.lastDay = set.day
    }
    this.strength = strength ?? this.strength
    return scored
  }

  close(): readonly ScoredSet[] {
    const best = bestOfDay(this.today, this.facts.loadKind)
    if (best !== undefined) this.curve.push({ ...best, sets: this.today.length, strength: this.strength })
    this.today = []
    return [...(this.day?.scored() ?? [])].flatMap(({ set, forecasts }) =>
      forecasts === null ? [] : [{ set: set as ReportedSet, ...forecasts }],
    )
  }

  report(): LiftReport {
    const { sets, lastDay } = this
    const curve = steadied(this.curve)
    const { key: movementKey, pattern } = this.facts
    return { movementKey, pattern, sets, lastDay, score: scoreOf(this.sums), records: this.book.records(), curve }
  }
}

export interface ScoredSet extends Judged {
  readonly set: ReportedSet
}

/** Days of which the middle is shown. */
const STEADY_DAYS = 5

/**
 * Each day's strength is the middle one of the last five: a light day without a word about its reserve reads like a weak one, and
 * no lifter loses a tenth of their strength from Tuesday to Thursday.
 */
export function steadied(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  return curve.map((point, i) => {
    const last = curve.slice(Math.max(0, i - STEADY_DAYS + 1), i + 1).flatMap(({ strength }) => strength ?? [])
    return { ...point, strength: last.sort((a, b) => a.mean - b.mean)[Math.floor(last.length / 2)] ?? null }
  })
}
