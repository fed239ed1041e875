import type { WeightedGoal } from './programs.ts'

/** Goals whose dollars differ by no more are as dear as each other. */
const NEAR_DOLLARS = 1

/** The dearest goal and all that are about as dear, the dearest first: what a program is named for. */
export function mainGoals<Goal extends WeightedGoal>(goals: readonly Goal[]): readonly Goal[] {
  const most = Math.max(...goals.map(({ weight }) => weight))
  return goals.filter(({ weight }) => most - weight <= NEAR_DOLLARS).toSorted((a, b) => b.weight - a.weight)
}
