import type { LoggedSet, PlannedSet } from '../lifter/sets.ts'
import type { Forecaster } from './forecaster.ts'
import { grade, type Grade, medianOf } from './grade.ts'
import { hasKnownReserve, isWorkingSet, type Mask, masks, MovementDay, reserveOf } from './masks.ts'
import { SimpleRule } from './simple-rule.ts'
import { addGrade, emptyTally, type Tally } from './tally.ts'

/** One lifter's log, judged. */
export interface LifterScore {
  readonly lifter: string
  readonly byMask: Readonly<Record<Mask, Tally>>
  /** The simple rule's sum of absolute errors over the same sets. */
  readonly ruleErrors: Readonly<Record<Mask, number>>
  /** Asked with the reserve at which the lifter stopped; `null` where too few sets say it. */
  readonly atRir: Tally | null
  /** True when nearly all working sets carry one and the same reserve: then it tells nothing. */
  readonly isReserveConstant: boolean
}

interface Told {
  readonly grade: Grade | null
  readonly ruleError: number
}

const EARLIER_RESERVE_SETS = 20
const RESERVE_SETS_OF_A_RATER = 100
const CONSTANT_SHARE = 0.9

/**
 * Judges a forecaster on one lifter's log, strictly one step ahead, a set at a time and in constant memory per movement.
 * Scored: working sets with at least 20 earlier ones of the movement, ramp-ups left out.
 */
export class Backtest {
  private readonly lifter: string
  private readonly forecaster: Forecaster
  private readonly heard: ((grade: Grade, found: readonly Mask[]) => void) | undefined
  private readonly rule = new SimpleRule()
  private readonly days = new Map<string, MovementDay<Told>>()
  private readonly byMask = recordOf(emptyTally)
  private readonly ruleErrors = recordOf(() => 0)
  private readonly atRir = emptyTally()
  private readonly reserveSets = new Map<string, number>()
  private readonly setsAtReserve = new Map<number | null, number>()

  /** `heard` is told of every scored set, for whoever wants more than the sums. */
  constructor(lifter: string, forecaster: Forecaster, heard?: (grade: Grade, found: readonly Mask[]) => void) {
    this.lifter = lifter
    this.forecaster = forecaster
    this.heard = heard
  }

  see(set: LoggedSet): void {
    if (isWorkingSet(set)) {
      this.judgeReps(set)
      this.judgeAtReserve(set)
    }
    this.forecaster.observe(set)
    this.rule.observe(set)
  }

  score(): LifterScore {
    for (const day of this.days.values()) this.close(day)
    this.days.clear()
    const counts = [...this.setsAtReserve.values()]
    const known = [...this.setsAtReserve].filter(([reserve]) => reserve !== null).map(([, sets]) => sets)
    return {
      lifter: this.lifter,
      byMask: this.byMask,
      ruleErrors: this.ruleErrors,
      atRir: sum([...this.reserveSets.values()]) >= RESERVE_SETS_OF_A_RATER ? this.atRir : null,
      isReserveConstant: Math.max(0, ...known) >= CONSTANT_SHARE * sum(counts),
    }
  }

  private judgeReps(set: LoggedSet): void {
    const { key } = set.movement
    let day = this.days.get(key)
    if (day?.workoutKey !== set.workoutKey) {
      if (day !== undefined) this.close(day)
      day = new MovementDay(set.workoutKey, day)
      this.days.set(key, day)
    }
    const planned = plannedOf(set, null)
    day.add(set, {
      grade: day.mayScoreNext ? grade(this.forecaster.forecast(planned), set.reps) : null,
      ruleError: Math.abs(medianOf(this.rule.forecast(planned)) - set.reps),
    })
  }

  private judgeAtReserve(set: LoggedSet): void {
    const reserve = reserveOf(set)
    this.setsAtReserve.set(reserve, (this.setsAtReserve.get(reserve) ?? 0) + 1)
    if (!hasKnownReserve(set)) return
    const earlier = this.reserveSets.get(set.movement.key) ?? 0
    this.reserveSets.set(set.movement.key, earlier + 1)
    if (earlier >= EARLIER_RESERVE_SETS)
      addGrade(this.atRir, grade(this.forecaster.forecast(plannedOf(set, reserve as typeof set.rir)), set.reps))
  }

  private close(day: MovementDay<Told>): void {
    for (const { forecasts, masks: found } of day.scored()) {
      this.heard?.(forecasts.grade!, found)
      for (const mask of found) {
        addGrade(this.byMask[mask], forecasts.grade!)
        this.ruleErrors[mask] += forecasts.ruleError
      }
    }
  }
}

/** The set as it stood before it was done: nothing of what came of it. */
export function plannedOf(set: LoggedSet, rir: PlannedSet['rir']): PlannedSet {
  const { movement, at, workoutKey, setNumber, kind, load, rest, bodyMass } = set
  return { movement, at, workoutKey, setNumber, kind, load, rir, rest, bodyMass }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const recordOf = <Value>(make: () => Value) => Object.fromEntries(masks.map((mask) => [mask, make()])) as Record<Mask, Value>
