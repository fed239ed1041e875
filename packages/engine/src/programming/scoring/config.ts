/** The seven things that speak for a movement, the most important first. */
export const scoringDimensions = [
  'pattern_alignment',
  'muscle_coverage',
  'discipline_preference',
  'compound_bonus',
  'specialisation',
  'goal_alignment',
  'time_utilisation',
] as const
export type ScoringDimension = (typeof scoringDimensions)[number]

/** How movements are judged; versioned, so that a program can say by which rules it was made. */
export interface ScoringConfig {
  readonly version: number
  readonly weights: Readonly<Record<ScoringDimension, number>>
  /** What a movement of the goal's own kind is multiplied by: olympic lifts for explosiveness, jumps for speed, calisthenics for who likes it. */
  readonly goalModifier: number
  /** What is left of the discipline's weight once a search has had to give way. */
  readonly relaxedDiscipline: number
  /** Off the worth of a movement for each time it stands in the microcycle already. */
  readonly repetitionCost: number
  /** How far chance, by the seed, lifts one of two equals. */
  readonly chance: number
}

export const defaultScoring: ScoringConfig = {
  version: 1,
  weights: {
    pattern_alignment: 30,
    muscle_coverage: 25,
    discipline_preference: 15,
    compound_bonus: 12,
    specialisation: 8,
    goal_alignment: 8,
    time_utilisation: 6,
  },
  goalModifier: 1.5,
  relaxedDiscipline: 0.7,
  repetitionCost: 40,
  chance: 3,
}
