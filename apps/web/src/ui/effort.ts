import type { EffortScale, Rir } from '@gymgenius/domain'

/** How hard a set was, on the scale it was said on, or failure. */
export type Effort = { readonly rir: Rir } | { readonly rpe: number } | 'failure'

/** The fields of a set that say how hard it was. */
export function effortFields(effort: Effort | undefined) {
  if (effort === undefined) return {}
  return effort === 'failure' ? { toFailure: true, rir: 0 as Rir } : effort
}

/** The effort of a set that is there already, on the scale it was said on. */
export function effortOf(set: {
  readonly rir?: Rir | undefined
  readonly rpe?: number | undefined
  readonly toFailure: boolean
}): Effort | undefined {
  if (set.toFailure) return 'failure'
  if (set.rpe !== undefined) return { rpe: set.rpe }
  return set.rir === undefined ? undefined : { rir: set.rir }
}

/** Whether two answers mean the same, whichever scale each was said on: RPE 8 is two in reserve. */
export function isSameEffort(a: Effort, b: Effort | undefined, scale: EffortScale) {
  if (b === undefined || a === 'failure' || b === 'failure') return a === b
  return scale === 'rir' ? Math.min(4, reserveOf(a)) === Math.min(4, reserveOf(b)) : reserveOf(a) === reserveOf(b)
}

const reserveOf = (effort: Exclude<Effort, 'failure'>) => ('rir' in effort ? effort.rir : 10 - effort.rpe)
