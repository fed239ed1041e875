/** The apps whose files are understood, each as it calls itself. */
export const importApps = {
  strong: 'Strong',
  hevy: 'Hevy',
  fitnotes: 'FitNotes',
  fitbod: 'Fitbod',
  jefit: 'JEFIT',
  liftosaur: 'Liftosaur',
  gymbook: 'GymBook',
  stronglifts: 'StrongLifts',
  alpha_progression: 'Alpha Progression',
  openweight: 'openweight',
  gymgenius: 'GymGenius',
} as const

export type ImportApp = keyof typeof importApps

/** A file to import may be so large. */
export const MOST_IMPORT_BYTES = 50 * 1024 * 1024
