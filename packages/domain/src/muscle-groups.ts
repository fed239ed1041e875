import type { Muscle } from './training.ts'

/**
 * Muscles that a lifter counts together: a set counts for a group once, with the largest share of any muscle in it.
 * Every muscle is in one group.
 */
export const muscleGroups = {
  quadriceps: ['quadriceps', 'rectus_femoris'],
  hamstrings: ['hamstrings'],
  glutes: ['glutes', 'glute_medius'],
  chest: ['chest', 'upper_chest', 'lower_chest'],
  lats: ['lats', 'teres_major'],
  upper_back: ['upper_back', 'rhomboids', 'traps', 'lower_traps', 'rear_delts'],
  shoulders: ['front_delts', 'side_delts'],
  rotator_cuff: ['rotator_cuff', 'serratus'],
  arms: ['biceps', 'brachialis', 'triceps', 'triceps_long_head'],
  forearms: ['forearms', 'brachioradialis', 'wrist_extensors', 'grip'],
  abdomen: ['abdominals', 'obliques', 'transverse_abdominis'],
  lower_back: ['lower_back', 'spinal_erectors', 'quadratus_lumborum'],
  hips: ['adductors', 'abductors', 'hip_flexors', 'hip_rotators'],
  lower_leg: ['calves', 'soleus', 'tibialis', 'peroneals', 'foot'],
  neck: ['neck', 'neck_flexors', 'upper_traps'],
} as const satisfies Readonly<Record<string, readonly Muscle[]>>
export type MuscleGroup = keyof typeof muscleGroups
export const muscleGroupNames = Object.keys(muscleGroups) as readonly MuscleGroup[]

/** The seven that weekly volume is judged by first. */
export const majorMuscleGroups = [
  'quadriceps',
  'hamstrings',
  'glutes',
  'chest',
  'lats',
  'upper_back',
  'shoulders',
] as const satisfies readonly MuscleGroup[]
