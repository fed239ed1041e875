import type { EffortScale, Kilograms, LoadUnit, Reps, Rir, Seconds, SetPart } from '@gymgenius/domain'
import { limits } from '@gymgenius/domain'
import type { Prescription } from '@gymgenius/engine'
import type { Effort } from '../../ui/effort.ts'
import { inputNumber, inRange, parseNumber, wholeIn } from '../../ui/numbers.ts'
import { loadInput, parseLoad } from '../../ui/load.tsx'
import type { SetTarget } from './target.ts'

/** What the lifter said about the set on the screen. What is absent was not said: there the target stands. */
export interface Entry {
  readonly load?: string
  readonly reps?: string
  readonly seconds?: string
  readonly metres?: string
  /** When the lifter began to hold it; until it is stopped the clock says the seconds. */
  readonly startedAt?: number
  /** null: deliberately not said. */
  readonly effort?: Effort | null
  readonly note?: string
  /** Of a set that went on and was taken back: they are logged with it again. */
  readonly parts?: readonly SetPart[]
}

/** The set as it stands on the screen: said values first, then the target. */
export interface Standing {
  readonly loadText: string
  readonly repsText: string
  readonly secondsText: string
  readonly metresText: string
  readonly effort: Effort | undefined
  readonly load: Kilograms | undefined
  readonly reps: number | undefined
  readonly seconds: number | undefined
  readonly metres: number | undefined
}

export function standingOf(entry: Entry, target: SetTarget, unit: LoadUnit, scale: EffortScale): Standing {
  const loadText = entry.load ?? loadInput(target.load, unit)
  const repsText = entry.reps ?? String(target.reps)
  const secondsText = entry.seconds ?? (target.seconds === undefined ? '' : String(target.seconds))
  const metresText = entry.metres ?? String(target.metres ?? '')
  // The very target, not its rounded text: 45 lb stays 20.41165665 kg.
  const load =
    entry.load === undefined || entry.load === loadInput(target.load, unit)
      ? target.load
      : inRange(parseLoad(entry.load, unit), limits.loadKg)
  const asPlanned = load === target.load
  return {
    loadText,
    repsText,
    secondsText,
    metresText,
    effort:
      entry.effort === undefined ? effortUnsaid(target, wholeIn(repsText, limits.reps), asPlanned, scale) : (entry.effort ?? undefined),
    load,
    reps: wholeIn(repsText, limits.reps),
    seconds: wholeIn(secondsText, limits.durationSeconds),
    metres: wholeIn(metresText, limits.distanceMeters),
  }
}

/**
 * The planned effort goes with the planned load and repetitions. Fewer were not stopped early for nothing, and another load was
 * not planned: how many were left was not said.
 */
function effortUnsaid(target: SetTarget, reps: number | undefined, asPlanned: boolean, scale: EffortScale): Effort | undefined {
  if (isMeasured(target)) return asPlanned ? plannedEffort(target, scale) : undefined
  if (reps === 0) return 'failure'
  if (asksWhatIsLeft(target)) return undefined
  if (target.toFailure === true) return 'failure'
  if (reps !== undefined && reps < target.repLow) return undefined
  return asPlanned ? plannedEffort(target, scale) : undefined
}

/** Nothing is known of it yet but what others say: the set is there to show it. */
export const isNew = ({ flags }: Prescription) => flags.includes('guided_test') || flags.includes('transfer')

/** Where a first set stops long before what could be done, the screen asks how long: what was prescribed is no answer to that. */
const asksWhatIsLeft = ({ prescription }: SetTarget) =>
  prescription !== undefined && isNew(prescription) && prescription.rir > RIR_OF_A_LOOK

/** The last set of a first test says itself where to stop. */
const RIR_OF_A_LOOK = 1

/** By the clock or the tape, and not by repetitions. */
export const isMeasured = ({ seconds, metres }: SetTarget) => seconds !== undefined || metres !== undefined

/** What was counted, as a set says it; undefined where that cannot be read. `held` is what a clock says that still runs. */
export function countedIn({ reps, seconds, metres }: Standing, target: SetTarget, held?: number) {
  const time = held ?? seconds
  const lasted = time === undefined ? undefined : { durationSeconds: time as Seconds }
  if (target.metres !== undefined) return metres === undefined ? undefined : { distanceMeters: metres, ...lasted }
  return target.seconds !== undefined ? lasted : reps === undefined ? undefined : { reps: reps as Reps }
}

/** Half a repetition is rounded down: nobody is said to have had more left than was asked. */
function plannedEffort({ rir }: SetTarget, scale: EffortScale): Effort | undefined {
  if (rir === undefined) return undefined
  return scale === 'rpe' ? { rpe: 10 - Math.round(rir * 2) / 2 } : { rir: Math.ceil(rir - 0.5) as Rir }
}

export const stepped = (text: string, by: number, most: number) =>
  inputNumber(Math.min(most, Math.max(0, Math.floor(parseNumber(text) ?? 0) + by)), 0)
