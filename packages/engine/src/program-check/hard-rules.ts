import {
  type Joint,
  type KpiResult,
  landingJoints,
  landsHard,
  loadsJoint,
  type MovementId,
  type PainSeverity,
  type ProgramInjury,
  type ProgramSet,
} from '@gymgenius/domain'
import type { CheckedRequest, PlacedItem, PlacedSession } from './asked.ts'
import { ruledPatterns } from './placed.ts'
import { type Breach, rounded, verdictOn, type Waivers } from './verdict.ts'
import { hardSetsByMuscle } from './volume.ts'

/** Left in reserve by whoever does a movement that asks for care. Judgement, as in the prescription under pain. */
const CAREFUL_RIR = 2
/** Hard sets of one muscle in one session. Judgement: past about a dozen the later ones are repetition without load. */
const MOST_SETS_OF_A_MUSCLE = 12

/** What a program may never do, and what it may do only where it says so. */
export function hardConstraints(
  session: PlacedSession,
  before: PlacedSession | undefined,
  request: CheckedRequest,
  pains: ReadonlyMap<Joint, PainSeverity>,
  hardNo: ReadonlySet<MovementId>,
  waivers: Waivers,
): KpiResult {
  const gym = gymOf(session, request)
  const breaches = [
    ...session.items.flatMap((placed) => [...ofMovement(placed, hardNo, gym), ...ofPains(placed, pains), ...ofSets(placed)]),
    ...repeats(session),
    ...consecutive(session, before),
    ...tooMuchOfOne(session),
  ]
  const open = breaches.filter(({ rule }) => rule === undefined || !waivers.has(rule)).length
  return verdictOn({ value: open, target: 'no rule broken', fine: 'No rule is broken.', breaches }, waivers)
}

const gymOf = ({ place }: PlacedSession, { gymOfDay = [] }: CheckedRequest): number => gymOfDay[place % gymOfDay.length] ?? 0

function ofMovement({ item, movement }: PlacedItem, hardNo: ReadonlySet<MovementId>, gym: number): Breach[] {
  if (movement === undefined) return [{ code: 'movement_unknown', facts: { movement: item.movement } }]
  const breaches: Breach[] = []
  if (hardNo.has(movement.id)) breaches.push({ code: 'movement_refused', facts: { movement: item.movement } })
  if (movement.gyms?.includes(gym) === false) breaches.push({ code: 'movement_not_in_gym', facts: { movement: item.movement } })
  if (item.pattern !== movement.pattern)
    breaches.push({ code: 'pattern_untrue', facts: { movement: item.movement, said: item.pattern, pattern: movement.pattern } })
  return breaches
}

/** The worst of each joint. */
export function painsOf(injuries: readonly ProgramInjury[] = []): ReadonlyMap<Joint, PainSeverity> {
  const worst = new Map<Joint, PainSeverity>()
  for (const { joint, severity } of injuries)
    if (HURTS[severity] > HURTS[worst.get(joint) ?? 'mild'] || !worst.has(joint)) worst.set(joint, severity)
  return worst
}

const HURTS: Readonly<Record<PainSeverity, number>> = { mild: 1, moderate: 2, severe: 3 }

/** A severe pain bars what loads its joint, a moderate one all but what is kind to it; any pain asks for reserve, and for no landing on it. */
function ofPains({ item, section, movement }: PlacedItem, pains: ReadonlyMap<Joint, PainSeverity>): Breach[] {
  if (movement === undefined) return []
  const sore = landingJoints.find((joint) => pains.has(joint))
  if (sore !== undefined && landsHard(movement)) return [{ code: 'joint_loaded', facts: { movement: item.movement, joint: sore } }]
  return [...pains].flatMap(([joint, severity]): Breach[] => {
    const isAgainst = movement.contraindications.includes(joint)
    const isKind = movement.tags.includes(joint === 'lower_back' ? 'back-friendly' : `${joint}-friendly`)
    const isBarred = severity === 'severe' ? loadsJoint(joint, movement) : severity === 'moderate' && isAgainst && !isKind
    if (isBarred) return [{ code: 'joint_loaded', facts: { movement: item.movement, joint } }]
    if (!isAgainst) return []
    const isHard =
      section !== 'warm_up' && section !== 'cool_down' && item.sets.some(({ rir, kind }) => kind !== 'warm_up' && rir < CAREFUL_RIR)
    return isHard ? [{ code: 'joint_reserve', facts: { movement: item.movement, joint, reserve: CAREFUL_RIR } }] : []
  })
}

function ofSets({ item }: PlacedItem): Breach[] {
  const isBad = item.sets.length === 0 || !(item.restSeconds >= 0) || !item.sets.every(isPossible)
  return isBad ? [{ code: 'sets_impossible', facts: { movement: item.movement } }] : []
}

const isPossible = ({ reps, repHigh, rir, durationSeconds, distanceMeters, loadKg }: ProgramSet) =>
  Number.isInteger(reps) &&
  reps >= 1 &&
  repHigh >= reps &&
  rir >= 0 &&
  rir <= 10 &&
  [durationSeconds, distanceMeters].every((measure) => measure === undefined || measure > 0) &&
  (loadKg === undefined || loadKg >= 0)

/** No movement twice in a session, no pattern twice in its main block. */
function repeats({ day, items }: PlacedSession): Breach[] {
  const seen = new Set<MovementId>()
  const twice = items.filter(({ item }) => seen.size === seen.add(item.movementId).size).map(({ item }) => item.movement)
  const patterns = ruledPatterns(day, items)
  const again = patterns.filter((pattern, place) => patterns.indexOf(pattern) < place)
  const rule = 'repeats_in_session'
  return [
    ...[...new Set(twice)].map((movement): Breach => ({ rule, code: 'movement_again', facts: { movement } })),
    ...[...new Set(again)].map((pattern): Breach => ({ rule, code: 'pattern_again', facts: { pattern } })),
  ]
}

function consecutive({ patterns }: PlacedSession, before: PlacedSession | undefined): Breach[] {
  const again = [...new Set(patterns)].filter((pattern) => before?.patterns.includes(pattern))
  return again.map((pattern): Breach => ({ rule: 'consecutive_patterns', code: 'pattern_of_yesterday', facts: { pattern } }))
}

function tooMuchOfOne(session: PlacedSession): Breach[] {
  return Object.entries(hardSetsByMuscle([session])).flatMap(([muscle, sets]): Breach[] =>
    sets > MOST_SETS_OF_A_MUSCLE + 1e-9 ? [{ rule: 'session_fatigue', code: 'muscle_tired', facts: { muscle, sets: rounded(sets) } }] : [],
  )
}
