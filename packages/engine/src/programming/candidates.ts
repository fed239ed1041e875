import {
  type Joint,
  landingJoints,
  landsHard,
  loadsJoint,
  type MovementId,
  type MovementPattern,
  type PainSeverity,
  type ProgramMovement,
  type SessionType,
  sessionTypes,
} from '@gymgenius/domain'
import type { GoalWeights } from './goals.ts'
import { plannedMuscles, sharesOf } from './muscles.ts'
import type { ProgramRequest } from './request.ts'
import { raisesPulse } from './road.ts'
import { type ScoringContext, scoringContext, type Standing, standingOf, staticScore } from './scoring/static-score.ts'
import { defaultScoring } from './scoring/config.ts'

/** A movement with what is asked of it again and again. */
export interface Candidate {
  readonly movement: ProgramMovement
  /** By `plannedMuscles`. */
  readonly shares: readonly number[]
  /** Something that hurts a little is asked of it: more is left in reserve. */
  readonly careful: Joint | undefined
  readonly liking: 'hard_yes' | 'preferred' | undefined
  /** 0 to 1 by the seed: decides between equals. */
  readonly luck: number
  readonly standing: Standing
  /** Worth whatever the place, by the place of the session's type in `sessionTypes`; reckoned when first asked for. */
  readonly worth: (number | undefined)[]
}

/** What one gym offers, put in order by worth where it is asked for. */
export interface Pool {
  readonly all: readonly Candidate[]
  readonly byPattern: ReadonlyMap<MovementPattern, readonly Candidate[]>
  /** By `plannedMuscles`, whoever trains it by half or more. */
  readonly byMuscle: readonly (readonly Candidate[])[]
  readonly warmUps: readonly Candidate[]
  readonly pulseRaisers: readonly Candidate[]
  readonly stretches: readonly Candidate[]
  readonly mobility: readonly Candidate[]
  readonly sorted: Map<string, readonly Candidate[]>
  readonly context: ScoringContext
}

/** What may be done at all: no hard no, nothing that loads what hurts. Rules come before pains only where they say no. */
export function candidatesOf(request: ProgramRequest, goals: GoalWeights): { candidates: Candidate[]; context: ScoringContext } {
  const { rules, injuries = [], seed } = request
  const no = new Set(rules?.hardNo)
  const yes = new Set(rules?.hardYes)
  const preferred = new Set(rules?.preferred)
  const pains = worstByJoint(injuries)
  const context = scoringContext(request, goals, request.scoring ?? defaultScoring)
  const allowed = new Map<MovementId, ProgramMovement>()
  for (const movement of request.movements)
    if (!allowed.has(movement.id) && !no.has(movement.id) && isAllowed(movement, pains)) allowed.set(movement.id, movement)
  const candidates = [...allowed.keys()].sort().map((id): Candidate => {
    const movement = allowed.get(id)!
    const known = {
      movement,
      shares: sharesOf(movement),
      careful: movement.contraindications.find((joint) => pains.has(joint)),
      liking: yes.has(id) ? ('hard_yes' as const) : preferred.has(id) ? ('preferred' as const) : undefined,
      luck: luckOf(id, seed),
    }
    return { ...known, standing: standingOf(known, context), worth: [undefined, undefined, undefined, undefined, undefined, undefined] }
  })
  return { candidates, context }
}

function worstByJoint(injuries: readonly { readonly joint: Joint; readonly severity: PainSeverity }[]): Map<Joint, PainSeverity> {
  const worst = new Map<Joint, PainSeverity>()
  const order: readonly PainSeverity[] = ['mild', 'moderate', 'severe']
  for (const { joint, severity } of injuries) {
    const before = worst.get(joint)
    if (before === undefined || order.indexOf(severity) > order.indexOf(before)) worst.set(joint, severity)
  }
  return worst
}

/**
 * A mild pain asks for care; a moderate one leaves what is known to be kind to the joint; a severe one nothing that loads it. Nobody jumps on a
 * sore leg, however little it hurts: reserve makes no landing softer.
 */
export function isAllowed(movement: ProgramMovement, pains: ReadonlyMap<Joint, PainSeverity>): boolean {
  const { contraindications, tags } = movement
  if (landsHard(movement) && landingJoints.some((joint) => pains.has(joint))) return false
  return [...pains].every(([joint, severity]) => {
    if (severity === 'severe') return !loadsJoint(joint, movement)
    return severity === 'mild' || !contraindications.includes(joint) || tags.includes(friendlyTo(joint))
  })
}

const friendlyTo = (joint: Joint) => (joint === 'lower_back' ? 'back-friendly' : `${joint}-friendly`)

/** The same for the same movement and seed, wherever it stands in the list. Source: FNV-1a, finished by murmur3's mixer. */
function luckOf(id: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) | 0
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

export function poolOf(candidates: readonly Candidate[], gym: number, context: ScoringContext): Pool {
  const all = candidates.filter(({ movement }) => movement.gyms?.includes(gym) !== false)
  const byPattern = new Map<MovementPattern, Candidate[]>()
  const byMuscle: Candidate[][] = plannedMuscles.map(() => [])
  const [warmUps, stretches, mobility]: [Candidate[], Candidate[], Candidate[]] = [[], [], []]
  const pulseRaisers = all.filter(raisesPulse)
  for (const candidate of all) {
    const { movement, shares } = candidate
    const bucket = byPattern.get(movement.pattern)
    if (bucket === undefined) byPattern.set(movement.pattern, [candidate])
    else bucket.push(candidate)
    for (let i = 0; i < shares.length; i++) if (shares[i]! >= 0.5) byMuscle[i]!.push(candidate)
    if (isStretch(movement)) stretches.push(candidate)
    else if (isWarmUp(movement) && !raisesPulse(candidate)) warmUps.push(candidate)
    if (movement.disciplines.includes('mobility') && !raisesPulse(candidate)) mobility.push(candidate)
  }
  return { all, byPattern, byMuscle, warmUps, pulseRaisers, stretches, mobility, sorted: new Map(), context }
}

export const isStretch = ({ tags, tier }: ProgramMovement) => tags.includes('stretch') || (tier === 'drill' && tags.includes('foam-roll'))
const isWarmUp = ({ tags, tier, pattern, skill }: ProgramMovement) =>
  skill <= 2 && tier === 'drill' && (tags.includes('warm-up') || tags.includes('mobility') || pattern === 'locomotion')

/** What a movement is worth in a session of this type, whatever its place. */
export function worthOf(candidate: Candidate, type: SessionType, context: ScoringContext): number {
  return (candidate.worth[sessionTypes.indexOf(type)] ??= staticScore(candidate.movement, candidate.standing, type, context))
}

/** The best first, equals by their ids, as every list has them. Each list is put in order once for each type of session: n log n over the library. */
export function inOrder(pool: Pool, name: string, list: readonly Candidate[], type: SessionType): readonly Candidate[] {
  const key = `${name} ${type}`
  const known = pool.sorted.get(key)
  if (known !== undefined) return known
  const place = sessionTypes.indexOf(type)
  for (const { movement, standing, worth } of list) worth[place] ??= staticScore(movement, standing, type, pool.context)
  const sorted = [...list].sort((a, b) => b.worth[place]! - a.worth[place]!)
  pool.sorted.set(key, sorted)
  return sorted
}
