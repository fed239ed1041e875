/** The words a movement of the library is described with, beside those that every set needs (`training.ts`). */

export const disciplines = [
  'powerlifting',
  'bodybuilding',
  'weightlifting',
  'calisthenics',
  'strongman',
  'functional_fitness',
  'conditioning',
  'mobility',
  'plyometrics',
  'rehabilitation',
] as const
export type Discipline = (typeof disciplines)[number]

/**
 * main: a session is built around it · assistance: builds a main lift with other joints or angles ·
 * accessory: one muscle or a weak point · drill: practice or preparation, not counted as training volume by itself.
 */
export const movementTiers = ['main', 'assistance', 'accessory', 'drill'] as const
export type MovementTier = (typeof movementTiers)[number]

export const planes = ['sagittal', 'frontal', 'transverse', 'mixed'] as const
export type Plane = (typeof planes)[number]

/** Where a lifter may hurt. */
export const joints = ['neck', 'shoulder', 'elbow', 'wrist', 'upper_back', 'lower_back', 'hip', 'knee', 'ankle', 'foot'] as const
export type Joint = (typeof joints)[number]

/** mild: I feel it · moderate: it hurts · severe: nothing that loads it. */
export const painSeverities = ['mild', 'moderate', 'severe'] as const
export type PainSeverity = (typeof painSeverities)[number]

/** What an isolation movement does at its one joint. */
export const jointActions = [
  'elbow_flexion',
  'elbow_extension',
  'forearm_rotation',
  'wrist_flexion',
  'wrist_extension',
  'grip',
  'shoulder_flexion',
  'shoulder_extension',
  'shoulder_abduction',
  'shoulder_horizontal_adduction',
  'shoulder_horizontal_abduction',
  'shoulder_external_rotation',
  'shoulder_internal_rotation',
  'scapular_elevation',
  'scapular_retraction',
  'scapular_protraction',
  'scapular_depression',
  'scapular_upward_rotation',
  'neck_flexion',
  'neck_extension',
  'neck_lateral_flexion',
  'spinal_extension',
  'spinal_rotation',
  'hip_flexion',
  'hip_extension',
  'hip_abduction',
  'hip_adduction',
  'hip_rotation',
  'knee_extension',
  'knee_flexion',
  'ankle_plantar_flexion',
  'ankle_dorsiflexion',
  'foot_control',
] as const
export type JointAction = (typeof jointActions)[number]

/** What has to stand in the gym beside the thing that carries the load. */
export const fixtures = [
  'flat_bench',
  'adjustable_bench',
  'decline_bench',
  'preacher_bench',
  'rack',
  'box',
  'blocks',
  'platform',
  'pull_up_bar',
  'low_bar',
  'dip_bars',
  'parallettes',
  'rings',
  'landmine',
  'anchor_point',
  'wall',
  'doorway',
  'table',
  'ghd',
  'back_extension_bench',
  'captains_chair',
  'nordic_anchor',
  'swiss_ball',
  'bosu_ball',
  'balance_board',
  'ab_wheel',
  'sliders',
  'foam_roller',
  'stick',
  'flex_bar',
  'jump_rope',
  'battle_ropes',
  'climbing_rope',
  'hurdles',
  'open_space',
  'towel',
  'straps',
  'dip_belt',
  'head_harness',
  'wrist_roller',
  'gripper',
  'sandbag',
  'log',
  'axle',
  'yoke',
  'atlas_stone',
  'tyre',
  'sledgehammer',
  'keg',
  'safety_bar',
  'slingshot',
  'boards',
  'chains',
  'bicycle',
  'pool',
] as const
export type Fixture = (typeof fixtures)[number]

/** What one set of the movement is counted in. */
export const countedUnits = ['reps', 'seconds', 'metres'] as const
export type CountedUnit = (typeof countedUnits)[number]
