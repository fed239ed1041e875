import {
  type Discipline,
  type Experience,
  type MovementId,
  type MovementPattern,
  type RelaxationStep,
  relaxationSteps,
  type SessionType,
} from '@gymgenius/domain'
import { type Candidate, inOrder, isStretch, type Pool, worthOf } from './candidates.ts'
import { isRoad, isStroll } from './road.ts'
import { plannedMuscles } from './muscles.ts'
import { disciplinePreference, muscleCoverage, patternAlignment } from './scoring/dimensions.ts'

/** A place that a movement is looked for. */
export interface Slot {
  readonly section: 'main' | 'accessory' | 'finisher'
  readonly type: SessionType
  /** Of a main block. */
  readonly pattern?: MovementPattern | undefined
  /** Of an accessory: a place in `plannedMuscles`. */
  readonly muscle?: number | undefined
  /** Patterns that may stand in, where the first has nothing; never one that the rules of variety close. */
  readonly wider: readonly MovementPattern[]
  /** Patterns of this session's main block. */
  readonly beside: readonly MovementPattern[]
}

export interface Searched {
  readonly experience: Experience
  /** In this session already. */
  readonly taken: ReadonlySet<MovementId>
  /** How often it stands in the microcycle already. */
  readonly uses: ReadonlyMap<MovementId, number>
  /** 0 to 1 for each planned muscle: what the microcycle lacks; under 0 where it has enough. */
  readonly need: readonly number[]
  /** What stands beside it in the same section: its likes are worth less. */
  readonly beside?: readonly Candidate[] | undefined
  /** What stood here in the last mesocycle, and what it is worth that it stays (or goes). */
  readonly before?: { readonly id: MovementId; readonly worth: number } | undefined
}

export interface Choice {
  readonly candidate: Candidate
  /** How many of the six steps were taken to find it. */
  readonly steps: number
}

/** So many of the best are looked at in full; the list behind them is in order. */
const LOOKED_AT = 16
const MOST_SKILL: Readonly<Record<Experience, number>> = { novice: 3, intermediate: 4, advanced: 5 }

/** The best movement for a place: greedily, giving way in six steps, in their order. Undefined: there is nothing at all. */
export function chooseMovement(pool: Pool, slot: Slot, searched: Searched): Choice | undefined {
  for (let steps = 0; steps <= relaxationSteps.length; steps++) {
    const candidate = bestAt(pool, slot, searched, steps)
    if (candidate !== undefined) return { candidate, steps }
  }
  return undefined
}

/** Whether a main block finds something of a pattern within so many steps, up to all but the last two: each of those admits what the ones before did. */
export function hasForMain(pool: Pool, pattern: MovementPattern, experience: Experience, steps: 1 | 2 | 3 | 4): boolean {
  const slot: Slot = { section: 'main', type: 'hypertrophy', pattern, wider: [], beside: [] }
  const searched: Searched = { experience, taken: new Set(), uses: new Map(), need: [] }
  return pool.byPattern.get(pattern)?.some((candidate) => admits(candidate, slot, searched, steps)) ?? false
}

export const stepsTaken = (steps: number): readonly RelaxationStep[] => relaxationSteps.slice(0, steps)

function bestAt(pool: Pool, slot: Slot, searched: Searched, steps: number): Candidate | undefined {
  let best: Candidate | undefined
  let most = -Infinity
  for (const list of listsAt(pool, slot, steps)) {
    let looked = 0
    for (const candidate of list) {
      if (!admits(candidate, slot, searched, steps)) continue
      const worth = worthAt(candidate, slot, searched, steps, pool)
      if (worth > most) [best, most] = [candidate, worth]
      if (++looked >= LOOKED_AT) break
    }
  }
  return best
}

function listsAt(pool: Pool, { section, type, pattern, muscle, wider }: Slot, steps: number): (readonly Candidate[])[] {
  if (steps >= EMERGENCY && section !== 'main') return [inOrder(pool, 'all', pool.all, type)]
  if (muscle !== undefined) return [inOrder(pool, plannedMuscles[muscle]!, pool.byMuscle[muscle]!, type)]
  const patterns = steps >= WIDEN || pattern === undefined ? [...(pattern === undefined ? [] : [pattern]), ...wider] : [pattern]
  return patterns.map((each) => inOrder(pool, each, pool.byPattern.get(each) ?? [], type))
}

const [WIDEN, SYNERGISTS, DISCIPLINE, ISOLATION, GENERIC, EMERGENCY] = [1, 2, 3, 4, 5, 6]

/** What belongs to circuits or to the mat is no ground for a heavy set. */
const LIGHT: readonly Discipline[] = ['conditioning', 'rehabilitation', 'mobility', 'plyometrics']
export const FAST: readonly MovementPattern[] = ['olympic', 'jump', 'throw', 'locomotion']
export const TRUNK_PATTERNS: readonly MovementPattern[] = ['anti_rotation', 'core_flexion', 'rotation']

/** Their main work is repetitions that grow; holding still in one of them is a skill beside it. */
const REPEATED: readonly MovementPattern[] = [
  'squat',
  'hinge',
  'lunge',
  'horizontal_push',
  'vertical_push',
  'horizontal_pull',
  'vertical_pull',
]

/** What is done for fewer repetitions at most is no accessory. */
const LEAST_TOP_OF_ACCESSORY = 8

function admits(candidate: Candidate, slot: Slot, { experience, taken, uses }: Searched, steps: number): boolean {
  const { movement, shares } = candidate
  const { id, tier, skill, pattern, disciplines } = movement
  if (taken.has(id)) return false
  const isLiked = candidate.liking !== undefined
  if (skill > MOST_SKILL[experience] && !isLiked) return false
  if (experience === 'novice' && pattern === 'olympic' && skill > 2 && !isLiked && steps < GENERIC) return false
  if (isNoWork(candidate, slot)) return false
  // The road repeats itself by nature.
  if (slot.type === 'cardio' && isRoad(candidate)) return true
  if ((uses.get(id) ?? 0) > 0 && steps < ISOLATION) return false
  if (steps >= EMERGENCY) return tier !== 'drill' || slot.section !== 'main'
  if (
    steps < DISCIPLINE &&
    slot.section !== 'finisher' &&
    !isLiked &&
    slot.type !== 'conditioning' &&
    disciplines.includes('strongman') &&
    disciplines.length === 1
  )
    return false
  if (slot.type === 'cardio') return steps >= GENERIC && skill <= 2 && movement.countedIn !== 'reps' && !movement.tags.includes('explosive')
  if (slot.section === 'finisher') return disciplines.includes('conditioning') && (tier !== 'drill' || steps >= GENERIC)
  if (slot.type === 'conditioning') return (tier !== 'drill' || steps >= GENERIC) && (movement.setupSeconds <= 60 || steps >= WIDEN)
  if (slot.section === 'main') {
    if (pattern === 'isolation' && steps < ISOLATION) return false
    if (tier === 'drill') return steps >= GENERIC
    if (!FAST.includes(pattern) && disciplines.every((each) => LIGHT.includes(each)) && steps < GENERIC) return false
    if (movement.repRange[1] > 30 && movement.countedIn === 'reps' && steps < GENERIC) return false
    if (movement.countedIn === 'seconds' && REPEATED.includes(pattern) && !isLiked && steps < GENERIC) return false
    return tier !== 'accessory' || TRUNK_PATTERNS.includes(pattern) || steps >= SYNERGISTS
  }
  if (FAST.includes(pattern) && steps < GENERIC) return false
  if (tier === 'drill' && steps < GENERIC) return false
  if (disciplines.every((each) => LIGHT.includes(each)) && steps < DISCIPLINE) return false
  if (tier === 'main' && steps < WIDEN && !isLiked) return false
  if ((movement.repRange[1] < LEAST_TOP_OF_ACCESSORY && movement.countedIn === 'reps') || skill > 3) {
    if (steps < GENERIC && !isLiked) return false
  }
  if (slot.beside.includes(pattern) && steps < WIDEN) return false
  return slot.muscle === undefined || shares[slot.muscle]! >= 1 || steps >= SYNERGISTS
}

/** A road in sets of seconds, a stroll in a hurry, a stretch done for strength: nobody would call it training. */
function isNoWork(candidate: Candidate, { section, type }: Slot): boolean {
  if (type === 'cardio' || type === 'mobility') return false
  if (section === 'finisher' || type === 'conditioning') return isStroll(candidate)
  return isRoad(candidate) || isStretch(candidate.movement)
}

/** A second of the same kind beside the first teaches little. */
const ALIKE_COST = 25
const isAlike = (a: Candidate['movement'], b: Candidate['movement']) => a.pattern === b.pattern && a.isolationOf === b.isolationOf

function worthAt(
  candidate: Candidate,
  { type, pattern, muscle }: Slot,
  { need, uses, before, beside = [] }: Searched,
  steps: number,
  pool: Pool,
): number {
  const { movement, shares } = candidate
  const { config, likings } = pool.context
  const share = muscle === undefined ? 0.5 : shares[muscle]!
  let worth =
    worthOf(candidate, type, pool.context) +
    candidate.standing.modifier *
      (config.weights.pattern_alignment * patternAlignment(movement, pattern, share) +
        config.weights.muscle_coverage * muscleCoverage(shares, need)) -
    config.repetitionCost * (uses.get(movement.id) ?? 0)
  if (steps >= DISCIPLINE)
    worth -= (1 - config.relaxedDiscipline) * config.weights.discipline_preference * disciplinePreference(movement.disciplines, likings)
  if (before?.id === movement.id) worth += before.worth
  for (const other of beside) if (isAlike(movement, other.movement)) worth -= ALIKE_COST
  return worth
}
