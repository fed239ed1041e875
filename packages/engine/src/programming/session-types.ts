import { type ProgramReason, type ProgramSplit, type SessionFocus, type SessionType } from '@gymgenius/domain'
import type { GoalWeights } from './goals.ts'
import type { HybridDay, ProgramRequest } from './request.ts'

/** What a session of a microcycle is for and about. */
export interface SessionKind {
  readonly type: SessionType
  readonly focus: SessionFocus
}

/** Sessions of these types are built on main patterns, which vary by rule; the others are circuits, roads and stretches. */
export const isLifting = (type: SessionType) => type === 'strength' || type === 'hypertrophy' || type === 'explosive'

/** A conditioning session lasts at least so long; with less time the road is taken instead. */
const CONDITIONING_MINUTES = 30
/** From so many days on whole bodies have three kinds of day, not two. */
export const THIRD_FROM = 5
/** Nobody lifts hard seven days in a row. */
const HARD_DAYS = 6

const CYCLES: Readonly<Record<Exclude<ProgramSplit, 'hybrid'>, readonly SessionFocus[]>> = {
  upper_lower: ['upper', 'lower'],
  push_pull_legs: ['push', 'pull', 'legs'],
  full_body: ['full_body'],
}

/**
 * The kinds of every session, microcycle by microcycle. Types are the same each microcycle; what a split turns through goes on where the
 * last microcycle ended, so that with three days upper and lower take turns in being the one that comes twice.
 */
export function planKinds(request: ProgramRequest, goals: GoalWeights): { weeks: SessionKind[][]; notices: ProgramReason[] } {
  const notices: ProgramReason[] = []
  const { days, blocks, weeks, daysPerWeek } = request
  if (request.split === 'hybrid' && days !== undefined && days.length > 0)
    return { weeks: Array.from({ length: weeks }, () => hybridWeek(request, goals, days)), notices }
  const places = typePlaces(request, goals)
  const lifting = places.filter((type) => type === 'lifting').length
  const splits = splitByWeek(request.split, blocks, weeks)
  const types = liftingTypes(goals)
  let turn = 0
  let type: SessionType = 'hypertrophy'
  const planned = splits.map((split, i) => {
    if (splits[i - 1] !== split) turn = 0
    const cycle = cycleFor(split, lifting)
    if (cycle !== CYCLES[split] && splits[i - 1] !== split)
      notices.push({ code: 'split_needs_days', facts: { split, days: lifting, instead: cycle.join(' and ') } })
    const run = cycle.length > 1 ? cycle.length : lifting < THIRD_FROM ? 2 : 3
    return places.map((place): SessionKind => {
      if (place !== 'lifting') return { type: place, focus: 'full_body' }
      if (turn % run === 0) type = types()
      return { type, focus: cycle[turn++ % cycle.length]! }
    })
  })
  if (daysPerWeek > lifting) notices.push({ code: 'days_not_lifting', facts: { days: daysPerWeek - lifting } })
  return { weeks: planned, notices }
}

function splitByWeek(split: ProgramSplit, blocks: ProgramRequest['blocks'], weeks: number): Exclude<ProgramSplit, 'hybrid'>[] {
  if (split !== 'hybrid') return Array.from({ length: weeks }, () => split)
  const said = (blocks ?? []).flatMap((block) => Array.from({ length: block.weeks }, () => block.split))
  // Blocks that end too soon go on as the last of them; a hybrid that says nothing is whole bodies.
  return Array.from({ length: weeks }, (_, i) => said[i] ?? said.at(-1) ?? 'full_body')
}

/** A split whose days are too few would leave muscles out of a microcycle: fewer days train more of the body each. */
function cycleFor(split: Exclude<ProgramSplit, 'hybrid'>, days: number): readonly SessionFocus[] {
  if (split === 'push_pull_legs' && days === 2) return CYCLES.upper_lower
  return days < CYCLES[split].length ? CYCLES.full_body : CYCLES[split]
}

function hybridWeek(request: ProgramRequest, goals: GoalWeights, days: readonly HybridDay[]): SessionKind[] {
  const types = liftingTypes(goals)
  return days.slice(0, request.daysPerWeek).map(({ focus, type }) => {
    const asked = type ?? types()
    return { focus, type: asked === 'conditioning' && request.minutes < CONDITIONING_MINUTES ? 'cardio' : asked }
  })
}

type Place = Exclude<SessionType, 'strength' | 'hypertrophy' | 'explosive'> | 'lifting'

/** Which sessions of a microcycle are for lifting, and what the others are for. */
function typePlaces({ daysPerWeek, minutes, split, microcycleDays = 7 }: ProgramRequest, goals: GoalWeights): Place[] {
  const least = Math.min(daysPerWeek, split === 'upper_lower' ? 2 : split === 'push_pull_legs' ? 3 : daysPerWeek >= 3 ? 2 : 1)
  const mostLifting = Math.max(1, Math.floor((HARD_DAYS * microcycleDays) / 7))
  const free = daysPerWeek - least
  const roads = Math.min(free, Math.round((daysPerWeek * (goals.endurance + goals.fat_loss / 2)) / 10))
  const asked = goals.mobility < 3 ? 0 : Math.round((daysPerWeek * goals.mobility) / 12)
  const mobility = Math.min(free - roads, Math.max(asked, daysPerWeek - roads - mostLifting))
  const others: Place[] = [
    ...Array.from({ length: roads }, (_, i): Place =>
      minutes >= CONDITIONING_MINUTES && (i % 2 === 0) === goals.fat_loss >= goals.endurance ? 'conditioning' : 'cardio',
    ),
    ...Array.from({ length: mobility }, (): Place => 'mobility'),
  ]
  return spread(daysPerWeek, others)
}

/**
 * Strength, size and power by their dollars, one turn of the split after another: two sessions of one type that follow each other are
 * then never the same day of the split. Who wants none of them trains for size, which serves the rest best.
 */
function liftingTypes(goals: GoalWeights): () => SessionType {
  const shares: readonly (readonly [SessionType, number])[] = [
    ['strength', goals.strength],
    ['hypertrophy', goals.hypertrophy + goals.fat_loss / 2 + goals.endurance / 4 + goals.mobility / 4],
    ['explosive', goals.explosiveness + goals.speed],
  ]
  const sum = shares.reduce((total, [, share]) => total + share, 0)
  const given = new Map<SessionType, number>()
  let count = 0
  return () => {
    count++
    let best: SessionType = 'hypertrophy'
    let most = -Infinity
    for (const [type, share] of shares) {
      const owed = (share / sum) * count - (given.get(type) ?? 0)
      if (share > 0 && owed > most + 1e-9) [best, most] = [type, owed]
    }
    given.set(best, (given.get(best) ?? 0) + 1)
    return best
  }
}

/** Puts `others` among the days as evenly as they go. */
function spread(count: number, others: readonly Place[]): Place[] {
  const places = new Map(others.map((type, i) => [Math.floor(((i + 0.5) * count) / others.length), type]))
  return Array.from({ length: count }, (_, i) => places.get(i) ?? 'lifting')
}
