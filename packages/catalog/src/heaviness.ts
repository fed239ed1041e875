import type { Equipment, Movement, MovementPattern } from '@gymgenius/domain'

type Loaded = Pick<Movement, 'equipment' | 'loadKind' | 'pattern'>

/** Where legs and back move more than hands can hold. */
const HEAVY_PATTERNS: readonly MovementPattern[] = ['squat', 'hinge', 'lunge', 'carry']

/** How heavy things get, 0–1: in the hands, and where legs and back do the work. Judgement. */
const HEAVINESS: Readonly<Record<Equipment, readonly [inHand: number, onLegs: number]>> = {
  barbell: [1, 1],
  smith_machine: [1, 1],
  plate_loaded_machine: [1, 1],
  machine: [0.95, 0.95],
  trap_bar: [0.9, 1],
  dumbbell: [0.95, 0.65],
  ez_bar: [0.9, 0.6],
  cable: [0.85, 0.5],
  kettlebell: [0.7, 0.6],
  sled: [0.7, 0.8],
  other: [0.6, 0.5],
  plate: [0.45, 0.35],
  suspension: [0.4, 0.2],
  medicine_ball: [0.3, 0.3],
  cardio_machine: [0.3, 0.3],
  band: [0.3, 0.25],
  body_weight: [0.35, 0.15],
}

/** The body is a load of its own where the arms lift it, and a belt adds to it. Judgement. */
const WITH_A_BELT = { arms: 0.9, legs: 0.3 } as const
const HELPED = 0.7

/** How heavy a set of this can be made, 0–1: what decides whether it can stand in for a strength lift. */
export function heaviness({ equipment, loadKind, pattern }: Loaded): number {
  const isOnLegs = HEAVY_PATTERNS.includes(pattern)
  if (loadKind === 'assisted') return HELPED
  const ofThing = HEAVINESS[equipment][isOnLegs ? 1 : 0]
  if (loadKind !== 'body_weight_plus') return ofThing
  return Math.max(ofThing, equipment === 'body_weight' ? (isOnLegs ? WITH_A_BELT.legs : WITH_A_BELT.arms) : 0)
}

/** Held and moved in one way: a bar is nearer to a dumbbell than to a machine. */
const HANDLED: readonly (readonly Equipment[])[] = [
  ['barbell', 'dumbbell', 'kettlebell', 'ez_bar', 'trap_bar', 'plate'],
  ['machine', 'plate_loaded_machine', 'smith_machine', 'cable'],
  ['body_weight', 'suspension'],
]

/** 1 on the same equipment, half on what is handled like it. */
export const handledAlike = (a: Equipment, b: Equipment): number =>
  a === b ? 1 : HANDLED.some((kinds) => kinds.includes(a) && kinds.includes(b)) ? 0.5 : 0

const USUAL: readonly Equipment[] = ['barbell', 'dumbbell', 'machine', 'cable', 'body_weight', 'plate_loaded_machine', 'smith_machine']

/** 0 for what gyms have most of, and more for what fewer have. */
export const usualness = (equipment: Equipment): number => {
  const place = USUAL.indexOf(equipment)
  return place === -1 ? USUAL.length : place
}
