import { rir } from '@gymgenius/domain'
import { goalFor } from './goal.ts'
import { gridOf, loadAbove, loadBelow } from './loadable.ts'
import type { Loadable, Prescription, Target, TrainingSnapshot } from './snapshot.ts'

/** More left in reserve while something hurts. Judgement: two reps keep a set well away from failure, where joints are loaded most. */
const MORE_RESERVE = 2
const MOST_RESERVE = 5

export interface Asked {
  readonly snapshot: TrainingSnapshot
  readonly target: Target
}

/**
 * The same question from a lifter whom the movement hurts: no test of strength, two more in reserve, and nothing harder than the
 * last workout's hardest load. Pure, and idempotent but for the reserve; what is kept for replaying is the question as it was then asked.
 */
export function underPain({ snapshot, target }: Asked): Asked {
  const asked = goalFor(target, snapshot.movement.pattern).rir
  return {
    snapshot: { ...snapshot, athlete: { ...snapshot.athlete, hasPain: true }, loads: withoutRise(snapshot, target) },
    target: { ...target, rir: rir(Math.min(MOST_RESERVE, Math.max(asked, Math.round(asked + MORE_RESERVE)))) },
  }
}

/** The advice in words that are true of it: what holds the load is the pain, and not what the gym has. */
export const toldUnderPain = (prescription: Prescription, cause: { readonly joint?: string } | undefined): Prescription => ({
  ...prescription,
  reasons: [
    { code: 'pain', ...(cause?.joint === undefined ? {} : { joint: cause.joint }) },
    ...prescription.reasons.map((reason) => (reason.code === 'heaviest_load' ? { ...reason, code: 'pain_cap' } : reason)),
  ],
  flags: ['pain', ...prescription.flags.filter((flag) => flag !== 'heaviest_load')],
})

function withoutRise({ loads, sets, movement }: TrainingSnapshot, { workoutId }: Target): Loadable {
  const before = sets.filter((set) => set.workoutId !== workoutId && set.kind === 'working' && set.load !== null && (set.reps ?? 0) > 0)
  const last = before.filter((set) => set.workoutId === before.at(-1)?.workoutId).map(({ load }) => load!)
  if (last.length === 0) return loads
  const grid = gridOf(loads)
  // Help taken off the body is the other way round: less of it is harder.
  if (movement.loadKind === 'assisted') {
    const least = loadAbove(grid, Math.min(...last))
    return 'list' in loads ? { list: loads.list.filter((load) => load >= least) } : { ...loads, min: least }
  }
  const most = loadBelow(grid, Math.max(...last))
  return 'list' in loads ? { list: loads.list.filter((load) => load <= most) } : { ...loads, max: most }
}
