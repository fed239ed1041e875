import {
  type Experience,
  type ProgramMovement,
  type ProgramReason,
  type ProgramReport,
  type TrackedMuscle,
  trackedMuscles,
  usualLandmarks,
} from '@gymgenius/domain'
import { sharesOf } from './muscles.ts'
import type { ProgramRequest } from './request.ts'

/** What a program follows of a lifter beside what was asked. */
export type KnownOfLifter = Pick<ProgramRequest, 'pace' | 'recentSets'>

/** Told with the program, so that it is judged later by what was known when it was made. */
export function knownNotices({ pace, recentSets = {} }: KnownOfLifter): ProgramReason[] {
  const sets = Object.entries(recentSets).filter(([, value]) => value !== undefined) as [string, number][]
  return [
    ...(pace === undefined || pace === 1 ? [] : [{ code: 'own_pace', facts: { pace } }]),
    ...(sets.length === 0 ? [] : [{ code: 'from_recent_sets', facts: Object.fromEntries(sets) }]),
  ]
}

/** The same, read from a report. */
export function knownIn(report: Pick<ProgramReport, 'notices'> | null): KnownOfLifter {
  const facts = (code: string) => report?.notices.find((notice) => notice.code === code)?.facts
  const pace = facts('own_pace')?.['pace']
  const recentSets = facts('from_recent_sets') as KnownOfLifter['recentSets']
  return { ...(typeof pace === 'number' && { pace }), ...(recentSets !== undefined && { recentSets }) }
}

/** A set that was done, as far as weekly volume asks. */
export interface CountedSet {
  readonly movement: Pick<ProgramMovement, 'muscles'>
  /** Undefined: not said. */
  readonly rir?: number | undefined
}

const HARD_RIR = 4

/**
 * Mean weekly hard sets of each tracked muscle over so many weeks. A muscle that got less than begins to be useful counts as having got that: a program
 * may begin there.
 */
export function recentSetsOf(sets: readonly CountedSet[], weeks: number, experience: Experience): Record<TrackedMuscle, number> {
  const sums: number[] = trackedMuscles.map(() => 0)
  for (const { movement, rir } of sets) {
    if (rir !== undefined && rir > HARD_RIR) continue
    const shares = sharesOf(movement)
    for (const i of trackedMuscles.keys()) sums[i]! += shares[i]!
  }
  const { mev } = usualLandmarks[experience]
  return Object.fromEntries(trackedMuscles.map((muscle, i) => [muscle, Math.max(mev, Math.round((10 * sums[i]!) / weeks) / 10)])) as Record<
    TrackedMuscle,
    number
  >
}
