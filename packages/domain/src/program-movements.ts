import type { CountedUnit, Discipline, Joint, JointAction, MovementTier } from './movement-words.ts'
import type { Movement, MovementPattern, MuscleInvolvement } from './training.ts'

/** A movement as a program chooses it: plain data of the library, or of one that the lifter made. */
export interface ProgramMovement extends Pick<Movement, 'id' | 'name' | 'pattern' | 'equipment' | 'laterality' | 'loadKind'> {
  /** Stimulus and fatigue go from 1 to 5; 3 where nobody said. */
  readonly muscles: readonly (MuscleInvolvement & { readonly stimulus?: number; readonly fatigue?: number })[]
  readonly isolationOf?: JointAction | undefined
  readonly tier: MovementTier
  readonly disciplines: readonly Discipline[]
  /** 1 can be shown in a minute · 5 takes years. */
  readonly skill: number
  readonly countedIn: CountedUnit
  readonly repRange: readonly [number, number]
  readonly setupSeconds: number
  readonly transitionSeconds: number
  /** Joints that should not hurt. */
  readonly contraindications: readonly Joint[]
  readonly tags: readonly string[]
  /** It varies another movement: other grip, angle, equipment. */
  readonly isVariation?: boolean | undefined
  /** Under how many names it is known: what everybody does has many. */
  readonly nameCount?: number | undefined
  /** The gyms it can be done in, as the request numbers them; none: all of them. */
  readonly gyms?: readonly number[] | undefined
}

/** Joints that take up a landing. */
export const landingJoints: readonly Joint[] = ['hip', 'knee', 'ankle', 'foot']

/** Whether the body comes down on its feet in it: jumps, and of roads and drills those that knee and ankle have to catch. */
export const landsHard = ({ pattern, contraindications }: Pick<ProgramMovement, 'pattern' | 'contraindications'>): boolean =>
  pattern === 'jump' || (pattern === 'locomotion' && contraindications.includes('knee') && contraindications.includes('ankle'))

/** Whether the movement puts load through the joint: it is known not to suit it, or all of its kind lean on it. Who hurts badly there is spared it. */
export const loadsJoint = (joint: Joint, { pattern, contraindications }: Pick<ProgramMovement, 'pattern' | 'contraindications'>): boolean =>
  contraindications.includes(joint) || (patternsThrough[joint]?.includes(pattern) ?? false)

/** What goes through a joint however kindly it is done: a floor press spares a sore shoulder, not one that hurts badly. */
const patternsThrough: Partial<Readonly<Record<Joint, readonly MovementPattern[]>>> = {
  neck: ['vertical_push', 'olympic'],
  shoulder: ['horizontal_push', 'vertical_push', 'vertical_pull', 'throw', 'olympic'],
  elbow: ['horizontal_push', 'vertical_push', 'vertical_pull', 'throw', 'olympic'],
  wrist: ['olympic'],
  lower_back: ['squat', 'olympic'],
  hip: ['squat', 'lunge', 'hinge', 'jump', 'olympic'],
  knee: ['squat', 'lunge', 'jump', 'olympic'],
  ankle: ['squat', 'lunge', 'jump', 'olympic'],
  foot: ['lunge', 'jump', 'olympic'],
}
