import type { ProgramSet } from '@gymgenius/domain'
import { kg } from '@gymgenius/domain'
import type { DoneSet, MovementInPlan, PlannedSets, ProgressionState, SetLine } from './plan.ts'

/** The sets of the nth time, which begins at 0. */
export const lineAt = ({ lines }: Pick<MovementInPlan, 'lines'>, time: number): SetLine => lines[time % lines.length]!

/** The last line that was planned; the first where none was. */
export const lastLine = (plan: Pick<MovementInPlan, 'lines' | 'state'>): SetLine => lineAt(plan, Math.max(0, plan.state.time - 1))

/** Whether the last line planned was the last of the table. */
export const isRoundDone = ({ lines, state }: Pick<MovementInPlan, 'lines' | 'state'>) => state.time % lines.length === 0

/** Written sets as single ones. `loadOf` says the load of each, where something tells it; one that is written stays. */
export function setsOf(line: SetLine, loadOf: (planned: PlannedSets, place: number) => number | undefined = () => undefined): ProgramSet[] {
  return line.flatMap((planned, place) => {
    const { count, loadKg = loadOf(planned, place), ...each } = planned
    const set: ProgramSet = loadKg === undefined ? each : { ...each, loadKg: kg(loadKg) }
    return Array.from({ length: count }, () => set)
  })
}

/** How what was done compares with what was planned. */
export interface Verdict {
  /** Fewer sets than planned, or none at all: it says nothing of strength. */
  readonly isUnfinished: boolean
  /** A set ended below its least, or was done with less load than `loadKg`. */
  readonly isShort: boolean
  /** Every set reached the top of its range. */
  readonly isTopped: boolean
  /** No set went more than one repetition nearer to failure than planned, as far as it was said. */
  readonly keptReserve: boolean
  readonly fewestReps: number
}

/** A lifter says whole repetitions or halves: one less than planned is within their reading. */
const RESERVE_SLACK = 1
const LOAD_SLACK = 0.99

export function verdictOf(
  line: SetLine,
  done: readonly DoneSet[],
  loadOf: (place: number) => number | undefined = () => undefined,
): Verdict {
  const planned = line.flatMap((sets, place) =>
    sets.kind === 'warm_up' ? [] : Array.from({ length: sets.count }, () => ({ ...sets, asked: sets.loadKg ?? loadOf(place) })),
  )
  const pairs = planned.flatMap((set, i) => (done[i] === undefined ? [] : [{ set, did: done[i] }]))
  return {
    isUnfinished: done.length < planned.length,
    isShort: pairs.some(
      ({ set, did }) =>
        amountOf(did, set) < leastOf(set) || (set.asked !== undefined && did.loadKg !== undefined && did.loadKg < set.asked * LOAD_SLACK),
    ),
    isTopped: pairs.every(({ set, did }) => amountOf(did, set) >= mostOf(set)),
    keptReserve: pairs.every(({ set, did }) => did.rir === undefined || did.rir >= set.rir - RESERVE_SLACK),
    fewestReps: Math.min(...pairs.map(({ did }) => did.reps)),
  }
}

const amountOf = (did: DoneSet, { durationSeconds, distanceMeters }: PlannedSets) =>
  durationSeconds !== undefined ? (did.durationSeconds ?? 0) : distanceMeters !== undefined ? (did.distanceMeters ?? 0) : did.reps
const leastOf = ({ durationSeconds, distanceMeters, reps }: PlannedSets) => durationSeconds ?? distanceMeters ?? reps
const mostOf = ({ durationSeconds, distanceMeters, repHigh }: PlannedSets) => durationSeconds ?? distanceMeters ?? repHigh

/** The heaviest load of these sets; undefined where none says one, or where all are of the body alone. */
export function heaviestOf(done: readonly DoneSet[]): number | undefined {
  const heaviest = Math.max(0, ...done.map(({ loadKg }) => loadKg ?? 0))
  return heaviest === 0 ? undefined : heaviest
}

/** The same state with other values; what becomes undefined is left out, so that it survives JSON. */
export function changed(state: ProgressionState, change: Partial<ProgressionState>): ProgressionState {
  return Object.fromEntries(
    Object.entries({ ...state, ...change }).filter(([, value]) => value !== undefined),
  ) as unknown as ProgressionState
}
