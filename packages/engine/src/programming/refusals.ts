import { type ProgramReason, trainingGoals } from '@gymgenius/domain'
import type { ProgramRequest } from './request.ts'

/** Bounds of what is made; inside them there is always an answer, if only a poor one with its report. */
export const programLimits = {
  goals: 3,
  dollars: 10,
  weeks: 16,
  microcycleDaysLow: 7,
  microcycleDaysHigh: 14,
  minutesLow: 10,
  minutesHigh: 240,
} as const

/**
 * Everything about a request that makes no sense to ask, each with a code and what it is about; empty: it can be made. Asking for more than
 * a gym or a body gives is no fault: the report of what is made says what could not be had.
 */
export function refusalsOf(request: ProgramRequest): ProgramReason[] {
  const { goals, weeks, daysPerWeek, minutes, microcycleDays = 7, days, blocks, weekdays, seed, movements } = request
  const refusals: ProgramReason[] = []
  const refuse = (code: string, facts?: ProgramReason['facts']) => refusals.push({ code, ...(facts !== undefined && { facts }) })

  if (goals.length === 0 || goals.length > programLimits.goals) refuse('goals_count', { count: goals.length, most: programLimits.goals })
  const sum = goals.reduce((total, { weight }) => total + weight, 0)
  if (!(Math.abs(sum - programLimits.dollars) < 1e-9)) refuse('goals_not_ten', { sum: Math.round(sum * 100) / 100 })
  if (goals.some(({ weight }) => !(weight >= 0))) refuse('goal_weight_negative')
  for (const { goal } of goals) if (!trainingGoals.includes(goal)) refuse('goal_unknown', { goal: String(goal) })
  if (new Set(goals.map(({ goal }) => goal)).size < goals.length) refuse('goal_named_twice')
  if (!isWhole(weeks, 1, programLimits.weeks)) refuse('weeks_out_of_range', { weeks, most: programLimits.weeks })
  if (!isWhole(microcycleDays, programLimits.microcycleDaysLow, programLimits.microcycleDaysHigh))
    refuse('microcycle_out_of_range', {
      days: microcycleDays,
      least: programLimits.microcycleDaysLow,
      most: programLimits.microcycleDaysHigh,
    })
  if (!isWhole(daysPerWeek, 1, Math.min(14, microcycleDays))) refuse('days_out_of_range', { days: daysPerWeek, most: microcycleDays })
  if (!(minutes >= programLimits.minutesLow && minutes <= programLimits.minutesHigh))
    refuse('minutes_out_of_range', { minutes, least: programLimits.minutesLow, most: programLimits.minutesHigh })
  if (days !== undefined && days.length !== daysPerWeek) refuse('hybrid_days_differ', { told: days.length, days: daysPerWeek })
  if (blocks?.some((block) => !isWhole(block.weeks, 1, programLimits.weeks)) === true) refuse('hybrid_block_out_of_range')
  if (weekdays?.some((weekday) => !isWhole(weekday, 0, 6)) === true) refuse('weekday_unknown')
  if (!Number.isInteger(seed)) refuse('seed_not_whole', { seed })
  if (movements.length === 0) refuse('no_movements')
  const { hardNo = [], hardYes = [], preferred = [] } = request.rules ?? {}
  // A no may speak of what is not there anyway; a wish for it may not.
  for (const id of [...hardYes, ...preferred]) if (hardNo.includes(id)) refuse('rules_disagree', { movementId: id })
  return refusals
}

const isWhole = (value: number, low: number, high: number) => Number.isInteger(value) && value >= low && value <= high
