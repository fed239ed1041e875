/** Repetitions that the 1st, 2nd, 3rd, … set to failure takes from the next one at the same load, three minutes later. */
const COST_AT_FAILURE = [1.2, 1, 0.7, 0.5] as const
const COST_LATER = 0.5

/**
 * Repetitions that one set takes from the next set at the same load.
 *
 *     cost = c_k · 2 / (2 + RIR) · 240 / (60 + rest)     c = 1.2, 1.0, 0.7, 0.5, 0.5, …
 *
 * Units    cost repetitions; RIR repetitions left when the set stopped; rest seconds.
 * Valid    RIR 0–10, rest 30–600 s, working sets of one movement in one workout.
 * Source   c_k: 1.21, 0.96, 0.67 repetitions lost by sets 2, 3, 4 at equal load near failure in the logbooks of 50 lifters.
 *          Dependence on RIR and rest: judgement, after Scudese et al. (2015) and Senna et al. (2011) (short rest costs
 *          about twice as much as three minutes; sets stopped early cost far less).
 */
export function repsTaken(setIndex: number, rir: number, restSeconds: number): number {
  return (((COST_AT_FAILURE[setIndex] ?? COST_LATER) * 2) / (2 + rir)) * (240 / (60 + restSeconds))
}
