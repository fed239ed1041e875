import { type Discipline, disciplines, type MovementPattern, type ProgramMovement, type SessionType } from '@gymgenius/domain'
import type { GoalWeights } from '../goals.ts'
import { plannedMuscles } from '../muscles.ts'
import type { ProgramRequest } from '../request.ts'
import type { ScoringConfig } from './config.ts'
import { compoundBonus, disciplinePreference, goalAlignment, specialisation, timeUtilisation } from './dimensions.ts'

/** What of the request scores are reckoned with. */
export interface ScoringContext {
  readonly config: ScoringConfig
  readonly goals: GoalWeights
  readonly minutes: number
  readonly likings: Readonly<Record<Discipline, number>>
  /** Places in `plannedMuscles`. */
  readonly wanted: readonly number[]
  readonly known: ReadonlySet<string>
}

interface Known {
  readonly movement: ProgramMovement
  readonly shares: readonly number[]
  readonly careful: unknown
  readonly liking: 'hard_yes' | 'preferred' | undefined
  readonly luck: number
}

/** Of a movement's worth what is the same in every session. */
export interface Standing {
  /** Discipline, compound and specialisation. */
  readonly itself: number
  readonly time: number
  readonly modifier: number
  readonly liked: number
  readonly care: number
  readonly chance: number
}

const LIKED = { hard_yes: 60, preferred: 18 } as const
const CAREFUL_COST = 12
/** A squat without weight is a warm-up where a weight stands beside it. */
const LIGHT_COST = 10

export function scoringContext(request: ProgramRequest, goals: GoalWeights, config: ScoringConfig): ScoringContext {
  return {
    config,
    goals,
    minutes: request.minutes,
    likings: likingsOf(request, goals),
    wanted: plannedMuscles.flatMap((muscle, place) => (request.specialise?.some((each) => each === muscle) === true ? [place] : [])),
    known: new Set((request.trainingMaxima ?? []).map(({ movementId }) => movementId)),
  }
}

/** Without a word goals say what is liked; what the lifter says counts. */
function likingsOf({ disciplines: said = {} }: ProgramRequest, goals: GoalWeights): Record<Discipline, number> {
  const usual: Record<Discipline, number> = {
    powerlifting: goals.strength >= 3 ? 4 : 3,
    bodybuilding: goals.hypertrophy >= 3 ? 4 : 3,
    weightlifting: goals.explosiveness > 0 ? 4 : 2,
    calisthenics: 2.5,
    strongman: 2,
    functional_fitness: 2.5,
    conditioning: goals.endurance + goals.fat_loss > 0 ? 3.5 : 2.5,
    mobility: goals.mobility > 0 ? 4 : 3,
    plyometrics: goals.speed > 0 || goals.explosiveness > 0 ? 4 : 2,
    rehabilitation: 2,
  }
  for (const discipline of disciplines) {
    const liking = said[discipline]
    if (liking !== undefined) usual[discipline] = Math.min(5, Math.max(1, liking))
  }
  return usual
}

export function standingOf({ movement, shares, careful, liking, luck }: Known, context: ScoringContext): Standing {
  const { config, minutes, likings, wanted, known } = context
  const { weights } = config
  let givesWanted = 0
  for (const place of wanted) givesWanted += shares[place]!
  return {
    itself:
      weights.discipline_preference * disciplinePreference(movement.disciplines, likings) +
      weights.compound_bonus * compoundBonus(movement) +
      weights.specialisation * specialisation(movement, Math.min(1, givesWanted), known.has(movement.id)),
    time: weights.time_utilisation * timeUtilisation(movement, minutes),
    modifier: modifierOf(movement, context),
    liked: liking === undefined ? 0 : LIKED[liking],
    care: careful === undefined ? 0 : CAREFUL_COST,
    chance: config.chance * luck,
  }
}

/** Discipline, compound, specialisation, goal and time: all that does not depend on where the movement would stand. */
export function staticScore(movement: ProgramMovement, standing: Standing, type: SessionType, { config }: ScoringContext): number {
  const { itself, time, modifier, liked, care, chance } = standing
  const sum = itself + config.weights.goal_alignment * goalAlignment(movement, type) + time
  return sum * modifier + liked - (care + (isTooLight(movement, type) ? LIGHT_COST : 0)) + chance
}

/** Legs carry the body all day: a session for strength or size wants what can be loaded beside it. */
const isTooLight = ({ equipment, pattern }: ProgramMovement, type: SessionType) =>
  (type === 'strength' || type === 'hypertrophy') && equipment === 'body_weight' && LEGS.includes(pattern)
const LEGS: readonly MovementPattern[] = ['squat', 'hinge', 'lunge']

/** Row A7: movements of the goal's own kind count half as much again. */
function modifierOf({ disciplines, pattern }: ProgramMovement, { goals, likings, config }: ScoringContext): number {
  const isOlympic = pattern === 'olympic' || disciplines.includes('weightlifting')
  const isOwnKind =
    (goals.explosiveness > 0 && isOlympic) ||
    (goals.speed > 0 && disciplines.includes('plyometrics')) ||
    (likings.calisthenics >= 4 && disciplines.includes('calisthenics'))
  return isOwnKind ? config.goalModifier : 1
}
