import { type ProgramReason, type TrainingGoal, trainingGoals, type WeightedGoal } from '@gymgenius/domain'

/** Dollars per goal, after conflicts; they sum to ten. */
export type GoalWeights = Readonly<Record<TrainingGoal, number>>

/**
 * How much of a goal's weight another takes away when both are wanted in full. Judgement, after the interference of endurance with strength
 * and power in concurrent training (Wilson 2012, Petré 2021: small for strength, larger for power) and of a deficit with growth (Murphy 2021).
 */
export const goalConflicts: readonly (readonly [TrainingGoal, TrainingGoal, number])[] = [
  ['strength', 'endurance', 0.2],
  ['hypertrophy', 'endurance', 0.15],
  ['hypertrophy', 'fat_loss', 0.15],
  ['strength', 'fat_loss', 0.1],
  ['explosiveness', 'endurance', 0.3],
  ['explosiveness', 'fat_loss', 0.15],
  ['speed', 'endurance', 0.3],
  ['speed', 'hypertrophy', 0.1],
  ['explosiveness', 'hypertrophy', 0.1],
]

export interface SettledGoals {
  readonly weights: GoalWeights
  /** 0 all size, 1 all strength. */
  readonly slider: number
  readonly notices: readonly ProgramReason[]
}

/** No goals, or weights that sum to nothing: a bit of both. */
const WITHOUT_A_WORD: readonly WeightedGoal[] = [
  { goal: 'strength', weight: 5 },
  { goal: 'hypertrophy', weight: 5 },
]

/**
 * What the goals come to. Of two that stand in each other's way the smaller loses the share that the table says, and the larger half of it,
 * both in proportion to how much the other is wanted; what is left is brought back to ten dollars.
 */
export function settleGoals(asked: readonly WeightedGoal[]): SettledGoals {
  const wanted = asked.filter(({ weight }) => weight > 0)
  const said = dollars(wanted.length === 0 ? WITHOUT_A_WORD : wanted)
  const left: Record<TrainingGoal, number> = { ...said }
  const notices: ProgramReason[] = []
  for (const [a, b, share] of goalConflicts) {
    if (said[a] === 0 || said[b] === 0) continue
    const [larger, smaller] = said[a] >= said[b] ? [a, b] : [b, a]
    left[smaller] *= 1 - (share * said[larger]) / 10
    left[larger] *= 1 - (share * said[smaller]) / 20
    notices.push({ code: 'goals_conflict', facts: { goal: larger, other: smaller, percent: Math.round(share * said[larger] * 10) } })
  }
  const weights = dollars(trainingGoals.map((goal) => ({ goal, weight: left[goal] })))
  return { weights, slider: sliderOf(weights), notices }
}

function dollars(goals: readonly WeightedGoal[]): Record<TrainingGoal, number> {
  const sum = goals.reduce((total, { weight }) => total + weight, 0)
  const weights = Object.fromEntries(trainingGoals.map((goal) => [goal, 0])) as Record<TrainingGoal, number>
  for (const { goal, weight } of goals) weights[goal] += Math.round((weight / sum) * 1e4) / 1e3
  return weights
}

/** Where between size and strength the sets lie: each goal pulls by its dollars. */
function sliderOf(weights: GoalWeights): number {
  const sum = trainingGoals.reduce((total, goal) => total + weights[goal] * PULLS[goal], 0)
  return Math.round(sum * 10) / 100
}

const PULLS: Readonly<Record<TrainingGoal, number>> = {
  strength: 1,
  hypertrophy: 0,
  endurance: 0,
  fat_loss: 0.2,
  mobility: 0.3,
  explosiveness: 0.9,
  speed: 0.8,
}
