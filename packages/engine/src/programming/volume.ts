import type { ProgramDay, TrackedMuscle } from '@gymgenius/domain'
import { addTo, type MuscleBudget, noneOfEach, plannedMuscles, TRACKED } from './muscles.ts'
import type { ProgramRequest } from './request.ts'

/** Requirement G8: weekly hard sets rise to this multiple of the mean of the last four weeks that were no relief, and no further. */
const MOST_RISE = 1.3
const LOOKED_BACK = 4
/** Of one muscle in one session: what comes after that tires and trains no more. */
const MOST_IN_A_SESSION = 12
/** So many sets are always allowed. */
const FLOOR = 4
const HARD_RIR = 4
/** Of what a lifter can recover from, the share that a week may use grows over a mesocycle. */
const WAVE: readonly [number, number] = [0.88, 1]

/** Hard sets per muscle of the weeks behind, relief left out. */
export type VolumeHistory = readonly (readonly number[])[]

/** The most that each muscle may be given in a microcycle. `weeks`: how many weeks it is long. */
export function capsFor(
  budgets: readonly MuscleBudget[],
  history: VolumeHistory,
  progress: number,
  weeks: number,
  recent: ProgramRequest['recentSets'],
): number[] {
  return budgets.map(({ mrv }, i) => {
    const wanted = mrv * (WAVE[0] + (WAVE[1] - WAVE[0]) * progress)
    if (i >= TRACKED) return weeks * wanted
    const own = recent?.[plannedMuscles[i] as TrackedMuscle]
    const behind = own === undefined ? [] : Array.from({ length: LOOKED_BACK }, () => own)
    const last = [...behind, ...history.map((sets) => sets[i]!)].slice(-LOOKED_BACK)
    const ramp = last.length === 0 ? Infinity : Math.max(FLOOR, (MOST_RISE * last.reduce((sum, sets) => sum + sets, 0)) / last.length)
    return weeks * Math.min(wanted, ramp)
  })
}

/** Each session's part of what the microcycle may have, by what it asks for. */
export function sessionCaps(caps: readonly number[], asked: readonly (readonly number[])[]): number[][] {
  return asked.map((own) =>
    own.map((sets, i) => {
      const all = asked.reduce((sum, each) => sum + each[i]!, 0)
      return all === 0 ? 0 : Math.min(MOST_IN_A_SESSION, (caps[i]! * sets) / all)
    }),
  )
}

/** Hard sets of one session for each planned muscle. */
export function hardSetsOf(day: ProgramDay, sharesOfId: (id: string) => readonly number[] | undefined): number[] {
  const sets = noneOfEach()
  for (const item of [...day.sections.main, ...day.sections.accessory]) {
    const shares = sharesOfId(item.movementId)
    if (shares === undefined) continue
    const hard = item.sets.filter(({ rir, kind }) => rir <= HARD_RIR && kind !== 'warm_up').length
    if (hard > 0) addTo(sets, shares, hard)
  }
  return sets
}
