import { type LocalDay, mondayOf, type MovementPattern } from '@gymgenius/domain'
import { exp, log } from '../numerics/elementary.ts'
import type { CurvePoint } from './lift.ts'
import { isTraining, type ReportedSet } from './reported-set.ts'

/** How often a pattern was trained in a week with any of it. */
export interface PatternWeek {
  readonly monday: LocalDay
  readonly workouts: number
  readonly sets: number
}

/** A pattern's strength at the end of a week: 100 is that of its movements' first four weeks. */
export interface PatternStrength {
  readonly monday: LocalDay
  readonly index: number
}

export interface PatternReport {
  readonly pattern: MovementPattern
  readonly lastDay: LocalDay
  /** Oldest first, weeks without it left out. */
  readonly weeks: readonly PatternWeek[]
  /** Oldest first; empty until a movement with loads has been trained for more than four weeks. */
  readonly strength: readonly PatternStrength[]
}

/** One movement of a pattern, as its report tells it. */
export interface PatternLift {
  readonly pattern: MovementPattern
  readonly curve: readonly CurvePoint[]
}

/** Patterns as they were trained, warm-ups left out. */
export class Patterns {
  private readonly known = new Map<MovementPattern, { lastDay: LocalDay; weeks: Map<LocalDay, { sets: number; workouts: Set<string> }> }>()

  add(set: ReportedSet): void {
    if (!isTraining(set)) return
    const { pattern } = set.movement
    const trained = this.known.get(pattern) ?? { lastDay: set.day, weeks: new Map<LocalDay, { sets: number; workouts: Set<string> }>() }
    this.known.set(pattern, trained)
    const monday = mondayOf(set.day)
    const week = trained.weeks.get(monday) ?? { sets: 0, workouts: new Set<string>() }
    trained.weeks.set(monday, week)
    week.sets += 1
    week.workouts.add(set.workoutKey)
    if (set.day > trained.lastDay) trained.lastDay = set.day
  }

  /** Those trained in most workouts first. */
  report(lifts: readonly PatternLift[]): readonly PatternReport[] {
    return [...this.known]
      .map(([pattern, { lastDay, weeks }]): PatternReport => {
        const inTurn = [...weeks].sort(([a], [b]) => a - b)
        return {
          pattern,
          lastDay,
          weeks: inTurn.map(([monday, { sets, workouts }]) => ({ monday, sets, workouts: workouts.size })),
          strength: strengthOf(lifts.filter((lift) => lift.pattern === pattern).map(({ curve }) => curve)),
        }
      })
      .sort((a, b) => workoutsIn(b) - workoutsIn(a) || (a.pattern < b.pattern ? -1 : 1))
  }
}

const workoutsIn = ({ weeks }: PatternReport) => weeks.reduce((sum, { workouts }) => sum + workouts, 0)

const FIRST_DAYS = 28

/**
 * The Pattern Strength Index of every week in which a movement past its first four weeks was trained: 100 · exp of the change of ln(belief)
 * since each movement's own first four weeks, weighted by how many sets it has had so far.
 */
export function strengthOf(curves: readonly (readonly CurvePoint[])[]): readonly PatternStrength[] {
  const changes = curves.flatMap(changesOf).sort((a, b) => a.day - b.day)
  const now = new Map<number, Change>()
  const byWeek = new Map<LocalDay, number>()
  for (const change of changes) {
    now.set(change.lift, change)
    let sum = 0
    let sets = 0
    for (const { ln, setsSoFar } of now.values()) {
      sum += setsSoFar * ln
      sets += setsSoFar
    }
    byWeek.set(mondayOf(change.day), 100 * exp(sum / sets))
  }
  return [...byWeek].map(([monday, index]) => ({ monday, index }))
}

interface Change {
  readonly lift: number
  readonly day: LocalDay
  /** Of the belief, since the first four weeks. */
  readonly ln: number
  readonly setsSoFar: number
}

function changesOf(curve: readonly CurvePoint[], lift: number): Change[] {
  const known = curve.flatMap(({ day, strength, sets }) => (strength === null ? [] : [{ day, sets, ln: log(strength.mean) }]))
  const start = known[0]?.day
  if (start === undefined) return []
  const first = known.filter(({ day }) => day < start + FIRST_DAYS)
  const before = first.reduce((sum, { ln }) => sum + ln, 0) / first.length
  let setsSoFar = first.reduce((sum, { sets }) => sum + sets, 0)
  return known.slice(first.length).map(({ day, sets, ln }) => {
    setsSoFar += sets
    return { lift, day, ln: ln - before, setsSoFar }
  })
}
