import type { PerformedSet } from '@gymgenius/contracts'
import { instantOf } from '@gymgenius/domain'
import type { CircuitUnderWay } from '../../../lib/view/schema.ts'

/** One station of one round. */
export interface Step {
  readonly station: number
  /** 0-based. */
  readonly round: number
  /** Repetitions, seconds or metres; absent where the clock says when to stop. */
  readonly amount?: number | undefined
}

export type Phase =
  /** Nobody has started it. */
  | { readonly state: 'ready' }
  /** The seconds before it begins. */
  | { readonly state: 'counting'; readonly until: number }
  | { readonly state: 'work' | 'rest'; readonly index: number; readonly until: number }
  | { readonly state: 'over' }

/** Between the press and the first station: time to take hold. */
export const COUNT_IN_MS = 5000

/** The clock says what is on, and not the lifter. */
export const isByClock = ({ format }: Pick<CircuitUnderWay, 'format'>) => format === 'emom' || format === 'tabata'

/** Every station of every round; an AMRAP has no end but its cap. */
export function stepsIn({ format, stations, rounds = 1, steps = [] }: CircuitUnderWay): number {
  if (format === 'amrap') return Infinity
  return stations.length * (format === 'ladder' ? steps.length : format === 'chipper' ? 1 : rounds)
}

export function stepAt(circuit: CircuitUnderWay, index: number): Step | undefined {
  const { stations, steps } = circuit
  if (index < 0 || index >= stepsIn(circuit)) return undefined
  const [station, round] = [index % stations.length, Math.floor(index / stations.length)]
  return { station, round, amount: steps?.[round] ?? stations[station]?.amount }
}

/** What is on at a time. Only the start is kept, so it goes on through a reload and a locked screen. */
export function phaseAt(circuit: CircuitUnderWay, now: number): Phase {
  const { startedAt, endedAt, capSeconds, logged } = circuit
  if (startedAt === undefined) return { state: 'ready' }
  if (endedAt !== undefined) return { state: 'over' }
  if (now < startedAt) return { state: 'counting', until: startedAt }
  if (isByClock(circuit)) return slotAt(circuit, startedAt, now)
  const until = startedAt + capSeconds * 1000
  return now >= until || logged.length >= stepsIn(circuit) ? { state: 'over' } : { state: 'work', index: logged.length, until }
}

function slotAt(circuit: CircuitUnderWay, startedAt: number, now: number): Exclude<Phase, { state: 'ready' | 'counting' }> {
  const { format, intervalSeconds = 60, workSeconds = 20, restSeconds = 0 } = circuit
  const work = (format === 'emom' ? intervalSeconds : workSeconds) * 1000
  const slot = format === 'emom' ? work : work + restSeconds * 1000
  const index = Math.floor((now - startedAt) / slot)
  const from = startedAt + index * slot
  const isRest = now >= from + work
  const last = stepsIn(circuit) - 1
  // After the last station there is nothing to rest for.
  if (index > last || (index === last && isRest)) return { state: 'over' }
  return { state: isRest ? 'rest' : 'work', index, until: isRest ? from + slot : from + work }
}

/**
 * The circuit with all of its sets that are on this phone. What is logged is kept beside the plan, and a set before it: a phone that goes
 * dark in between has the set, and must not ask for it again.
 */
export function withSetsOf(circuit: CircuitUnderWay, sets: readonly PerformedSet[]): CircuitUnderWay {
  const { startedAt, logged } = circuit
  if (startedAt === undefined) return circuit
  const known = new Set(logged.map(({ setId }) => setId))
  const astray = sets.filter(({ id, kind, superset }) => kind === 'circuit' && superset === circuit.superset && !known.has(id))
  const more = astray
    .map((set) => ({ set, at: instantOf(set.performedAt) }))
    .filter(({ at }) => at >= startedAt)
    .flatMap(({ set, at }, i) => {
      const phase = isByClock(circuit) ? slotAt(circuit, startedAt, at) : { state: 'work' as const, index: logged.length + i }
      return 'index' in phase ? [{ index: phase.index, setId: set.id as string, reps: set.reps }] : []
    })
  return more.length === 0 ? circuit : { ...circuit, logged: [...logged, ...more] }
}

/** The stations that the clock has passed and nobody logged. */
export function missedIn(circuit: CircuitUnderWay, now: number): number[] {
  if (!isByClock(circuit) || circuit.startedAt === undefined) return []
  const phase = phaseAt({ ...circuit, endedAt: undefined }, circuit.endedAt ?? now)
  const reached = phase.state === 'over' ? stepsIn(circuit) : phase.state === 'work' || phase.state === 'rest' ? phase.index : 0
  const there = new Set(circuit.logged.map(({ index }) => index))
  return Array.from({ length: reached }, (_, index) => index).filter((index) => !there.has(index))
}

export type Score =
  | { readonly of: 'rounds'; readonly rounds: number; readonly stations: number }
  | { readonly of: 'time'; readonly seconds: number }
  | { readonly of: 'lowest_round'; readonly reps: number }
  | { readonly of: 'finished'; readonly done: number; readonly all: number }

/** What came of it, in the measure of its kind; a race that was not finished has no time, but how far it went. */
export function scoreOf(circuit: CircuitUnderWay, now: number): Score {
  const { score, logged, stations, startedAt = now, endedAt = now } = circuit
  const all = stepsIn(circuit)
  if (score === 'rounds')
    return { of: 'rounds', rounds: Math.floor(logged.length / stations.length), stations: logged.length % stations.length }
  if (score === 'time' && logged.length >= all) return { of: 'time', seconds: Math.max(0, Math.round((endedAt - startedAt) / 1000)) }
  const reps = logged.flatMap((entry) => entry.reps ?? [])
  if (score === 'lowest_round' && reps.length > 0) return { of: 'lowest_round', reps: Math.min(...reps) }
  return { of: 'finished', done: logged.length, all: Number.isFinite(all) ? all : logged.length }
}
