import type { MovementPattern, SessionFocus, SessionType } from '@gymgenius/domain'
import type { GoalWeights } from './goals.ts'
import { isLifting, type SessionKind, THIRD_FROM } from './session-types.ts'

/** A session with the patterns that its main block is built on. */
export interface PatternedSession extends SessionKind {
  /** Which of the days of this focus, from 0: its main movements are the same each time within a mesocycle. */
  readonly variant: number
  readonly patterns: readonly MovementPattern[]
}

/**
 * Days of one focus that take turns. No two of them share a pattern, so that a pattern never comes in two sessions of one kind after another;
 * the presses and pulls that a day lacks in its main block come as accessories.
 */
const VARIANTS: Readonly<Record<SessionFocus, readonly (readonly MovementPattern[])[]>> = {
  full_body: [
    ['squat', 'horizontal_push', 'vertical_pull'],
    ['hinge', 'vertical_push', 'horizontal_pull'],
    ['lunge', 'carry', 'anti_rotation'],
  ],
  upper: [
    ['horizontal_push', 'horizontal_pull'],
    ['vertical_push', 'vertical_pull'],
  ],
  lower: [
    ['squat', 'lunge'],
    ['hinge', 'carry'],
  ],
  legs: [
    ['squat', 'lunge'],
    ['hinge', 'carry'],
  ],
  push: [['horizontal_push'], ['vertical_push']],
  pull: [['vertical_pull'], ['horizontal_pull']],
}

/** What stands in for a pattern that cannot be had, the nearest first (row A4: squat, hinge, lunge). */
const SUBSTITUTES: Readonly<Partial<Record<MovementPattern, readonly MovementPattern[]>>> = {
  squat: ['hinge', 'lunge'],
  hinge: ['lunge', 'squat'],
  lunge: ['squat', 'hinge'],
  horizontal_push: ['vertical_push'],
  vertical_push: ['horizontal_push'],
  horizontal_pull: ['vertical_pull'],
  vertical_pull: ['horizontal_pull'],
  carry: ['jump', 'anti_rotation', 'core_flexion', 'rotation'],
  anti_rotation: ['core_flexion', 'rotation'],
}
const TRUNK: readonly MovementPattern[] = ['anti_rotation', 'core_flexion', 'rotation', 'carry']
/** Where trunks are tired or hurt, too: anything that is a movement of its own. */
const LAST: readonly MovementPattern[] = ['jump', 'throw', 'olympic', 'locomotion', 'isolation']

/** Stations of a circuit: what main blocks use least, so that it stands in nobody's way. */
const STATIONS: readonly MovementPattern[] = [
  'locomotion',
  'jump',
  'core_flexion',
  'throw',
  'rotation',
  'carry',
  'anti_rotation',
  'lunge',
  'squat',
  'horizontal_push',
  'horizontal_pull',
  'hinge',
]
const MOST_USES = 2
const WEEK_DAYS = 7

export interface PatternQuestion {
  readonly weeks: readonly (readonly SessionKind[])[]
  /** Days from the start of the program, of each session of each microcycle. */
  readonly at: readonly (readonly number[])[]
  /** Patterns of which the gym of that session has something. */
  readonly available: (index: number) => ReadonlySet<MovementPattern>
  readonly goals: GoalWeights
  /** How many patterns the main block of a session wants, at least two. */
  readonly wanted: (kind: SessionKind) => number
  /** What a session of no lifts is for instead, in the gym of that session; undefined: there is nothing else to do either. */
  readonly insteadOfLifting: (index: number, nth: number) => SessionType | undefined
  /** What was done or is kept, and cannot be chosen: its patterns, by microcycle and place in it. */
  readonly kept: (week: number, index: number) => readonly MovementPattern[] | undefined
}

/**
 * The main patterns of every session, in one pass over the program. Hard rules (row A4): none of the session before, none of the last session of
 * the same type or focus, none used twice in the last seven days. Where a microcycle is longer than a week, twice in it is avoided too.
 */
export function planPatterns({ weeks, at, available, goals, wanted, insteadOfLifting, kept }: PatternQuestion): PatternedSession[][] {
  const turns = new Map<SessionFocus, number>()
  const last = new Map<string, readonly MovementPattern[]>()
  const uses: { readonly day: number; readonly pattern: MovementPattern }[] = []
  let withoutLifts = 0
  return weeks.map((kinds, week) => {
    const ofWeek: MovementPattern[] = []
    const inWeek = (pattern: MovementPattern) => isOften(ofWeek, pattern)
    const liftingDays = kinds.filter(({ type }) => isLifting(type)).length
    return kinds.map((kind, index) => {
      const day = at[week]![index]!
      const before = last.get('any') ?? []
      const known = kept(week, index)
      const recent = uses.filter((use) => use.day > day - WEEK_DAYS).map((use) => use.pattern)
      const tooOften = (pattern: MovementPattern) => isOften(recent, pattern)
      const near = new Set([...before, ...(last.get(kind.type) ?? []), ...(last.get(kind.focus) ?? [])])
      const there = available(index)
      const isFree = (pattern: MovementPattern) => there.has(pattern) && !near.has(pattern) && !tooOften(pattern)
      const turn = turns.get(kind.focus) ?? 0
      const chosen = isLifting(kind.type)
        ? choose(kind, turn, liftingDays, wanted(kind), goals, (pattern) => isFree(pattern) && !inWeek(pattern), isFree)
        : {
            variant: turn,
            patterns:
              kind.type === 'conditioning'
                ? stations(there, before, (pattern) => !tooOften(pattern) && !inWeek(pattern), nextFocus(weeks, week, index))
                : kind.type === 'cardio'
                  ? (['locomotion'] as const)
                  : [],
          }
      const isEmpty = isLifting(kind.type) && known === undefined && (chosen.patterns.length === 0 || !canLift(there))
      const instead = isEmpty ? insteadOfLifting(index, withoutLifts) : undefined
      if (instead !== undefined) withoutLifts++
      const session: PatternedSession =
        instead === undefined
          ? { ...kind, variant: chosen.variant, patterns: known ?? chosen.patterns }
          : { type: instead, focus: 'full_body', variant: 0, patterns: instead === 'cardio' ? ['locomotion'] : [] }
      if (isLifting(session.type)) {
        turns.set(kind.focus, chosen.variant + 1)
        last.set(kind.type, session.patterns).set(kind.focus, session.patterns)
      }
      // The road repeats itself by nature.
      for (const pattern of new Set(session.patterns))
        if (pattern !== 'locomotion') {
          uses.push({ day, pattern })
          ofWeek.push(pattern)
        }
      last.set('any', session.patterns)
      return session
    })
  })
}

/** Two patterns are the least that lifting can be planned with: with one alone each second session would be empty. */
const LEAST_LIFTED = 2
const canLift = (there: ReadonlySet<MovementPattern>) =>
  [...there].filter((pattern) => pattern !== 'locomotion' && pattern !== 'isolation').length >= LEAST_LIFTED

const isOften = (used: readonly MovementPattern[], pattern: MovementPattern) => used.filter((each) => each === pattern).length >= MOST_USES

function choose(
  { focus, type }: SessionKind,
  turn: number,
  liftingDays: number,
  wanted: number,
  goals: GoalWeights,
  isBest: (pattern: MovementPattern) => boolean,
  isFree: (pattern: MovementPattern) => boolean,
): { variant: number; patterns: MovementPattern[] } {
  const all = VARIANTS[focus]
  const count = all.length === 3 && liftingDays < THIRD_FROM ? 2 : all.length
  const order = Array.from({ length: all.length }, (_, i) => (i < count ? (turn + i) % count : i))
  let best: { variant: number; patterns: MovementPattern[] } = { variant: order[0]!, patterns: [] }
  for (const variant of order) {
    const patterns = filled(all[variant]!, isBest)
    if (patterns.length > best.patterns.length) best = { variant, patterns }
  }
  const { patterns } = best
  const power = powerFor(type, focus, goals).find((pattern) => isBest(pattern) && !patterns.includes(pattern))
  if (power !== undefined) patterns.unshift(power)
  for (const isAllowed of [isBest, isFree])
    for (const pattern of [...TRUNK, ...(isAllowed === isFree ? [...all.flat(), ...LAST] : [])])
      if (patterns.length < wanted && isAllowed(pattern) && !patterns.includes(pattern)) patterns.push(pattern)
  return best
}

/** The patterns of a day, each by the nearest that stands in for it where it cannot be had. */
function filled(asked: readonly MovementPattern[], isAllowed: (pattern: MovementPattern) => boolean): MovementPattern[] {
  const chosen = asked.filter(isAllowed)
  for (const missing of asked.filter((pattern) => !isAllowed(pattern))) {
    const instead = (SUBSTITUTES[missing] ?? []).find((pattern) => isAllowed(pattern) && !chosen.includes(pattern))
    if (instead !== undefined) chosen.push(instead)
  }
  return chosen
}

/** What is done fast comes first, while the lifter is fresh. */
function powerFor(type: SessionKind['type'], focus: SessionFocus, goals: GoalWeights): MovementPattern[] {
  const dollars = goals.explosiveness + goals.speed
  if (dollars === 0 || (type !== 'explosive' && dollars < 2)) return []
  const isUpper = focus === 'upper' || focus === 'push' || focus === 'pull'
  const order: MovementPattern[] = goals.speed > goals.explosiveness ? ['jump', 'olympic', 'throw'] : ['olympic', 'jump', 'throw']
  return isUpper ? ['throw', ...order.filter((pattern) => pattern !== 'throw')] : order
}

const CIRCUIT_STATIONS = 6

/** Six stations that neither the day before nor the lifting day after is built on; the road may come more than once. */
function stations(
  available: ReadonlySet<MovementPattern>,
  before: readonly MovementPattern[],
  isFree: (pattern: MovementPattern) => boolean,
  next: SessionFocus | undefined,
): MovementPattern[] {
  const reserved = next === undefined ? [] : [...VARIANTS[next].flat(), 'anti_rotation']
  const fresh = STATIONS.filter(
    (pattern) => pattern !== 'locomotion' && available.has(pattern) && !before.includes(pattern) && isFree(pattern),
  )
  const ruled = fresh.filter((pattern) => !reserved.includes(pattern)).slice(0, CIRCUIT_STATIONS - 1)
  const least = [...ruled, ...fresh.filter((pattern) => !ruled.includes(pattern))].slice(0, Math.max(ruled.length, LEAST_RULED))
  const roads = available.has('locomotion') ? CIRCUIT_STATIONS - least.length : 0
  const chosen = [...least, ...fresh.filter((pattern) => !least.includes(pattern))].slice(0, CIRCUIT_STATIONS - roads)
  // A road between the others lets them rest.
  return chosen.flatMap((pattern, i): MovementPattern[] => (i < roads ? ['locomotion', pattern] : [pattern])).slice(0, CIRCUIT_STATIONS)
}

/** A circuit of fewer patterns than this is a row of sprints. */
const LEAST_RULED = 3

function nextFocus(weeks: readonly (readonly SessionKind[])[], week: number, index: number): SessionFocus | undefined {
  const next = weeks[week]![index + 1] ?? weeks[week + 1]?.[0]
  return next !== undefined && isLifting(next.type) ? next.focus : undefined
}
