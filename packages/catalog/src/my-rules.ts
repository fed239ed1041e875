import type { Instant, Joint, Movement, MovementId, PainSeverity } from '@gymgenius/domain'
import type { Constraints } from './allowed.ts'

/** What hurts, from when, until when. */
export interface Pain {
  readonly joint: Joint
  readonly severity: PainSeverity
  readonly from: Instant
  readonly until: Instant
  readonly excluded: ReadonlySet<MovementId>
  readonly capped: ReadonlySet<MovementId>
}

export interface LifterRules {
  readonly movements: ReadonlyMap<MovementId, 'hard_no' | 'hard_yes' | 'preferred'>
  readonly pains: readonly Pain[]
}

export const noRules: LifterRules = { movements: new Map(), pains: [] }

export type VerdictReason =
  | { readonly code: 'hard_no' }
  | { readonly code: 'pain'; readonly joint: Joint; readonly severity: PainSeverity; readonly until: Instant }

export interface Verdict {
  /** May be suggested. Whoever chooses the movement by hand may do it all the same, and is told. */
  readonly allowed: boolean
  /** To be done with care: more in reserve, no rise, no test. */
  readonly capped: boolean
  readonly reasons: readonly VerdictReason[]
}

type Judged = Pick<Movement, 'id' | 'pattern'> & { readonly contraindications?: readonly Joint[] | undefined }

/**
 * What a lifter's rules and pains say of a movement at one moment. A pain speaks of a movement that loads its joint, or that it
 * names; it says nothing before it begins and nothing once it has ended. A rule that says always does not silence a pain.
 */
export function verdictOn(movement: Judged, { movements, pains }: LifterRules, now: Instant): Verdict {
  const joints = jointsOf(movement)
  const felt = pains
    .filter((pain) => isLive(pain, now))
    .flatMap((pain) => {
      const isOut = pain.excluded.has(movement.id) || (pain.severity === 'severe' && joints.includes(pain.joint))
      return isOut || pain.capped.has(movement.id) || joints.includes(pain.joint) ? [{ pain, isOut }] : []
    })
  const isUnwanted = movements.get(movement.id) === 'hard_no'
  const reasons: VerdictReason[] = felt.map(({ pain: { joint, severity, until } }) => ({ code: 'pain', joint, severity, until }))
  return {
    allowed: !isUnwanted && !felt.some(({ isOut }) => isOut),
    capped: felt.length > 0,
    reasons: isUnwanted ? [{ code: 'hard_no' }, ...reasons] : reasons,
  }
}

export const isLive = ({ from, until }: Pick<Pain, 'from' | 'until'>, now: Instant) => from <= now && now < until

/** What the rules ask of a search for something to do now: severe pains close their joints, a hard no its movement. */
export function constraintsNow({ movements, pains }: LifterRules, now: Instant): Pick<Constraints, 'excludedJoints' | 'hardNo'> {
  const live = pains.filter((pain) => isLive(pain, now))
  return {
    excludedJoints: new Set(live.flatMap(({ joint, severity }) => (severity === 'severe' ? [joint] : []))),
    hardNo: new Set([
      ...[...movements].flatMap(([id, rule]) => (rule === 'hard_no' ? [id] : [])),
      ...live.flatMap(({ excluded }) => [...excluded]),
    ]),
  }
}

/** Of a lifter's own movement nobody has said which joints it loads: its pattern says it, rather too many than too few. */
function jointsOf({ pattern, contraindications }: Judged): readonly Joint[] {
  return contraindications ?? jointsOfPattern[pattern] ?? []
}

const jointsOfPattern: Partial<Readonly<Record<Movement['pattern'], readonly Joint[]>>> = {
  squat: ['knee', 'hip', 'lower_back', 'ankle'],
  hinge: ['lower_back', 'hip'],
  lunge: ['knee', 'hip', 'ankle'],
  horizontal_push: ['shoulder', 'elbow', 'wrist'],
  horizontal_pull: ['shoulder', 'elbow', 'lower_back'],
  vertical_push: ['shoulder', 'elbow', 'wrist', 'neck'],
  vertical_pull: ['shoulder', 'elbow'],
  carry: ['lower_back', 'wrist', 'shoulder'],
  rotation: ['lower_back'],
  core_flexion: ['lower_back', 'neck'],
  locomotion: ['knee', 'ankle', 'hip'],
  jump: ['knee', 'ankle'],
  throw: ['shoulder', 'elbow'],
  olympic: ['shoulder', 'wrist', 'knee', 'lower_back', 'elbow'],
}
