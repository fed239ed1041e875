import { type GeneratedProgram, type MovementPattern, movementPatterns, type ProgramReason, type SessionType } from '@gymgenius/domain'
import { checkProgram } from '../program-check/index.ts'
import { dayOffsets } from './calendar.ts'
import { candidatesOf, isAllowed, type Pool, poolOf } from './candidates.ts'
import { hasForMain } from './choose.ts'
import { type SettledGoals, settleGoals } from './goals.ts'
import { knownNotices } from './known.ts'
import { planPatterns } from './pattern-plan.ts'
import type { ProgramRequest } from './request.ts'
import { isRoad } from './road.ts'
import { planKinds, type SessionKind } from './session-types.ts'
import { hasFinisher, type KeptSessions, makeWeeks, type PoolOfDay } from './weeks.ts'

/**
 * Months of training from goals, days, gym and time: pure and deterministic, the same request makes the same bytes. Asks nothing of the
 * request but its types: what cannot be met is met as far as it goes, and the report says what was not and why. `refusalsOf` says beforehand
 * what makes no sense to ask.
 */
export function generateProgram(request: ProgramRequest, kept: KeptSessions = new Map()): GeneratedProgram {
  const settled = settleGoals(request.goals)
  const { candidates, context } = candidatesOf(request, settled.weights)
  const pools = poolsFor(request, (gym) => poolOf(candidates, gym, context))
  const { sessions, notices, at } = planSessions(request, settled, pools, kept)
  const made = makeWeeks({ request, settled, poolOfDay: pools, sessions, at, kept })
  const { weeks, relaxations, short } = made
  const hurry = short === 0 ? [] : [{ code: 'minutes_too_few', facts: { minutes: request.minutes, count: short } }]
  const told = [...settled.notices, ...notices, ...hurry, ...injuryNotices(request), ...knownNotices(request)]
  return { weeks, report: checkProgram(request, { weeks, relaxations, notices: told }) }
}

function poolsFor({ gymOfDay }: ProgramRequest, make: (gym: number) => Pool): PoolOfDay {
  const made = new Map<number, Pool>()
  return (index) => {
    const gym = gymOfDay === undefined || gymOfDay.length === 0 ? 0 : gymOfDay[index % gymOfDay.length]!
    const pool = made.get(gym) ?? make(gym)
    made.set(gym, pool)
    return pool
  }
}

/** From so many minutes on a main block has more than two movements without need. */
const THREE_MAINS_FROM = 75

function planSessions(request: ProgramRequest, { weights }: SettledGoals, poolOfDay: PoolOfDay, kept: KeptSessions) {
  const { weeks: kinds, notices } = planKinds(request, weights)
  const length = request.microcycleDays ?? 7
  const at = kinds.map((week, i) =>
    dayOffsets(week.length, length, request.startsOn, request.weekdays).map((offset) => i * length + offset),
  )
  const available = new Map<Pool, ReadonlySet<MovementPattern>>()
  let number = 0
  const numbers = kinds.map((week) => week.map(() => ++number))
  // Who peaks does the lifts that are to be shown, and nothing beside them for its own sake.
  const isLong = request.minutes >= THREE_MAINS_FROM && request.peaks !== true
  const wanted = (kind: SessionKind) => (hasFinisher(kind, 1, request, weights) ? 3 : isLong && kind.type === 'strength' ? 3 : 2)
  const sessions = planPatterns({
    weeks: kinds,
    at,
    goals: weights,
    wanted,
    available: (index) => {
      const pool = poolOfDay(index)
      const known = available.get(pool) ?? patternsIn(pool, request)
      available.set(pool, known)
      return known
    },
    insteadOfLifting: (index, nth) => insteadOfLifting(poolOfDay(index), nth),
    kept: (week, index) => kept.get(numbers[week]![index]!)?.sections.main.map(({ pattern }) => pattern),
  })
  const count = kinds.flat().filter(({ type }, i) => type !== sessions.flat()[i]!.type).length
  return { sessions, notices: count === 0 ? notices : [...notices, { code: 'nothing_to_lift', facts: { count } }], at }
}

/** Roads and mobility in turn, where nothing is left to lift. */
function insteadOfLifting({ all, mobility }: Pool, nth: number): SessionType | undefined {
  const hasRoad = all.some(isRoad)
  const hasMobility = mobility.length >= LEAST_OF_MOBILITY
  if (hasRoad && hasMobility) return nth % 2 === 0 ? 'cardio' : 'mobility'
  return hasRoad ? 'cardio' : hasMobility ? 'mobility' : undefined
}
const LEAST_OF_MOBILITY = 2

/** Patterns that something fit for a main block can be found for. */
function patternsIn(pool: Pool, { experience }: ProgramRequest): ReadonlySet<MovementPattern> {
  return new Set(movementPatterns.filter((pattern) => hasForMain(pool, pattern, experience, 4)))
}

function injuryNotices({ injuries = [], movements }: ProgramRequest): ProgramReason[] {
  return injuries.map(({ joint, severity }) =>
    severity === 'mild'
      ? { code: 'injury_careful', facts: { joint } }
      : {
          code: 'injury_avoided',
          facts: { joint, count: movements.filter((movement) => !isAllowed(movement, new Map([[joint, severity]]))).length },
        },
  )
}
