import type { Kilograms, Reps, Seconds } from './units.ts'

/**
 * What a set is. Failure is an effort and not a kind; time and distance are measures; how a movement is loaded and whether it is
 * done a side at a time is the movement's.
 * top, back_off: the heaviest set of a movement, and lighter ones after it · amrap: as many repetitions as possible ·
 * drop_chain, rest_pause, myo_reps, cluster: one set with more sets in it (its parts), lighter at once, or after some breaths ·
 * drop: a lighter set right after another, in a row of its own, as other apps write it · negative: the lowering alone ·
 * assisted: with a partner's or a band's help · per_side: one side at a time, of a movement that is usually done with both ·
 * circuit: by the clock of a circuit.
 */
export const setKinds = [
  'working',
  'warm_up',
  'drop',
  'top',
  'back_off',
  'amrap',
  'drop_chain',
  'rest_pause',
  'myo_reps',
  'cluster',
  'negative',
  'assisted',
  'per_side',
  'circuit',
] as const
export type SetKind = (typeof setKinds)[number]

/** What a set says to the engine. working: what the lifter can do · warm_up: an easy set, which only a first test looks at · drop: nothing. */
export const evidenceKinds = ['working', 'warm_up', 'drop'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/**
 * What is taken as evidence: a whole set, or the first part of a set that begins with a whole one. Not what was done tired on purpose, far
 * from its end, with help, one way only, or on one side.
 */
const evidence: Readonly<Record<SetKind, EvidenceKind>> = {
  working: 'working',
  warm_up: 'warm_up',
  drop: 'drop',
  top: 'working',
  back_off: 'working',
  amrap: 'working',
  drop_chain: 'working',
  rest_pause: 'working',
  myo_reps: 'working',
  cluster: 'drop',
  negative: 'drop',
  assisted: 'drop',
  per_side: 'drop',
  circuit: 'drop',
}

/** A kind that a newer app made up says nothing. */
export const evidenceOf = (kind: SetKind): EvidenceKind => evidence[kind] ?? 'drop'

/** Sets that say what the lifter can do: of these there are records and maxima. */
export const kindsThatTell = setKinds.filter((kind) => evidence[kind] === 'working')

/** A set within a set. */
export interface SetPart {
  readonly loadKg: Kilograms
  readonly reps: Reps
  /** The breaths before it. */
  readonly restSeconds?: Seconds | undefined
}

/** Kinds of one set that goes on: each with more parts after its first. */
export const chainKinds = ['drop_chain', 'rest_pause', 'myo_reps', 'cluster'] as const satisfies readonly SetKind[]
export const isChain = (kind: SetKind): boolean => (chainKinds as readonly SetKind[]).includes(kind)
