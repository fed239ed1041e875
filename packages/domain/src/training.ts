import type { MovementId, RoutineId, SetId, WorkoutId } from './ids.ts'
import type { SetKind } from './set-kinds.ts'
import type { Instant } from './time.ts'
import type { Kilograms, Metres, Reps, Rir, Seconds } from './units.ts'

/** The scale a lifter answered on. The value is always stored as RIR; the scale says how to show it. */
export const effortScales = ['rir', 'rpe'] as const
export type EffortScale = (typeof effortScales)[number]

/**
 * What the load of a set means.
 * external: the weight moved · body_weight: none is added · body_weight_plus: added to the body ·
 * assisted: help taken off the body, written positive · machine_stack: what the stack says, comparable on that machine only.
 */
export const loadKinds = ['external', 'body_weight', 'body_weight_plus', 'assisted', 'machine_stack'] as const
export type LoadKind = (typeof loadKinds)[number]

export const movementPatterns = [
  'squat',
  'hinge',
  'lunge',
  'horizontal_push',
  'horizontal_pull',
  'vertical_push',
  'vertical_pull',
  'carry',
  'rotation',
  'anti_rotation',
  'core_flexion',
  'locomotion',
  'isolation',
  'jump',
  'throw',
  'olympic',
] as const
export type MovementPattern = (typeof movementPatterns)[number]

export const muscles = [
  'quadriceps',
  'hamstrings',
  'glutes',
  'adductors',
  'abductors',
  'calves',
  'tibialis',
  'hip_flexors',
  'chest',
  'upper_chest',
  'lats',
  'upper_back',
  'traps',
  'rhomboids',
  'lower_back',
  'front_delts',
  'side_delts',
  'rear_delts',
  'rotator_cuff',
  'biceps',
  'brachialis',
  'triceps',
  'forearms',
  'abdominals',
  'obliques',
  'transverse_abdominis',
  'serratus',
  'neck',
  // Finer names, for the movements that single them out.
  'rectus_femoris',
  'glute_medius',
  'hip_rotators',
  'soleus',
  'peroneals',
  'foot',
  'lower_chest',
  'teres_major',
  'upper_traps',
  'lower_traps',
  'spinal_erectors',
  'quadratus_lumborum',
  'triceps_long_head',
  'brachioradialis',
  'wrist_extensors',
  'grip',
  'neck_flexors',
] as const
export type Muscle = (typeof muscles)[number]

export const equipmentKinds = [
  'barbell',
  'dumbbell',
  'kettlebell',
  'machine',
  'plate_loaded_machine',
  'smith_machine',
  'cable',
  'band',
  'body_weight',
  'ez_bar',
  'trap_bar',
  'medicine_ball',
  'plate',
  'sled',
  'suspension',
  'cardio_machine',
  'other',
] as const
export type Equipment = (typeof equipmentKinds)[number]

export const lateralities = ['bilateral', 'unilateral', 'alternating'] as const
export type Laterality = (typeof lateralities)[number]

/** A muscle and how much of a set counts for it: 1 for a prime mover, 0.5 for a synergist unless a source says better. */
export interface MuscleInvolvement {
  readonly muscle: Muscle
  readonly role: 'prime_mover' | 'synergist'
  readonly share: number
}

/** One movement of the library, or one a lifter made. */
export interface Movement {
  readonly id: MovementId
  /** The movement of the library that this one varies. */
  readonly baseId?: MovementId | undefined
  readonly name: string
  readonly aliases: readonly string[]
  readonly pattern: MovementPattern
  readonly muscles: readonly MuscleInvolvement[]
  readonly equipment: Equipment
  readonly laterality: Laterality
  readonly loadKind: LoadKind
}

/** One set as it was performed. What was not said is absent; zero is a value. */
export interface PerformedSet {
  readonly id: SetId
  readonly workoutId: WorkoutId
  readonly movementId: MovementId
  readonly kind: SetKind
  readonly performedAt: Instant
  readonly load: Kilograms | undefined
  readonly reps: Reps | undefined
  readonly rir: Rir | undefined
  readonly toFailure: boolean
  readonly duration: Seconds | undefined
  readonly distance: Metres | undefined
}

export interface Workout {
  readonly id: WorkoutId
  readonly routineId: RoutineId | undefined
  readonly name: string
  readonly startedAt: Instant
  readonly endedAt: Instant | undefined
}
