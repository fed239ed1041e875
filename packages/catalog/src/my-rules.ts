import { type Instant, type Joint, loadsJoint, type Movement, type MovementId, type PainSeverity } from '@gymgenius/domain'

/** What hurts, from when, until when. */
export interface Pain {
  readonly joint: Joint
  readonly severity: PainSeverity
  readonly from: Instant
  readonly until: Instant
  readonly excluded: ReadonlySet<MovementId>
  readonly capped: ReadonlySet<MovementId>
}

/** What speaks for a movement, the strongest first. */
export const likings = ['hard_yes', 'preferred', 'favourite'] as const
export type Liking = (typeof likings)[number]

export type LikingOf = (id: MovementId) => Liking | undefined

const HEAD_START: Readonly<Record<Liking, number>> = { hard_yes: 1.25, preferred: 1.18, favourite: 1.1 }

/** What the worth of a liked movement is multiplied by. Judgement: it decides among good answers, and makes no bad one good. */
export const headStart = (liking: Liking | undefined) => (liking === undefined ? 1 : HEAD_START[liking])

/** The strongest thing that the lifter said in favour of a movement; undefined where nothing was, or a no. */
export function likingIn(
  rules: ReadonlyMap<MovementId, 'hard_no' | 'hard_yes' | 'preferred'>,
  favourites: ReadonlySet<MovementId>,
): LikingOf {
  return (id) => {
    const rule = rules.get(id)
    if (rule === 'hard_no') return undefined
    return rule ?? (favourites.has(id) ? 'favourite' : undefined)
  }
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
  const joints = loadedJoints(movement)
  const known = { pattern: movement.pattern, contraindications: joints }
  const felt = pains
    .filter((pain) => isLive(pain, now))
    .flatMap((pain) => {
      const isOut = pain.excluded.has(movement.id) || (pain.severity === 'severe' && loadsJoint(pain.joint, known))
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

/** Of a lifter's own movement nobody has said which joints it loads: its pattern says it, rather too many than too few. */
export function loadedJoints({ pattern, contraindications }: Judged): readonly Joint[] {
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
