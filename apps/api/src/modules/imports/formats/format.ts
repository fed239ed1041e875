/** The apps whose files are understood. */
export const formats = [
  'strong',
  'hevy',
  'fitnotes',
  'fitbod',
  'jefit',
  'liftosaur',
  'gymbook',
  'stronglifts',
  'alpha_progression',
  'openweight',
  'gymgenius',
] as const
export type Format = (typeof formats)[number]

/** What a number in a message counts: lines of text, or sets where a file has no lines. */
export type Counts = 'lines' | 'sets'
