import type { Kilograms, Reps, Rir, Seconds, SetKind } from '@gymgenius/domain'
import { effortFields, effortOf, type Effort } from './effort.ts'

/** The parts of a set that a lifter can mend. */
export interface SetValues {
  readonly kind: SetKind
  readonly toFailure: boolean
  readonly loadKg?: Kilograms | undefined
  readonly reps?: Reps | undefined
  readonly durationSeconds?: Seconds | undefined
  readonly distanceMeters?: number | undefined
  readonly rir?: Rir | undefined
  readonly rpe?: number | undefined
  readonly note?: string | undefined
}

/** As a change says it: null takes a value back. */
export type SetFields = Readonly<Record<string, string | number | boolean | null>>

export interface SaidOfSet extends Pick<SetValues, 'kind' | 'loadKg' | 'reps' | 'durationSeconds' | 'note'> {
  readonly effort: Effort | undefined
}

export const saidOf = (set: SetValues): SaidOfSet => {
  const { kind, loadKg, reps, durationSeconds, note } = set
  return { kind, loadKg, reps, durationSeconds, note, effort: effortOf(set) }
}

/** Only what was changed, so that what another phone changed meanwhile stays. Effort is one answer and changes whole. */
export function changedFields(before: SaidOfSet, after: SaidOfSet): SetFields {
  const fields: Record<string, string | number | boolean | null> = {}
  for (const name of ['kind', 'loadKg', 'reps', 'durationSeconds', 'note'] as const)
    if (after[name] !== before[name]) fields[name] = after[name] ?? null
  return isSameAnswer(before.effort, after.effort) ? fields : { ...fields, ...effortChange(after.effort) }
}

/** A new set: what was not said is left out. */
export const newFields = ({ effort, ...said }: SaidOfSet) =>
  Object.fromEntries(Object.entries({ ...said, ...effortFields(effort) }).filter(([, value]) => value !== undefined)) as SetFields

const effortChange = (effort: Effort | undefined): SetFields =>
  effort === undefined ? { rir: null, toFailure: false } : { toFailure: false, ...effortFields(effort) }

const isSameAnswer = (a: Effort | undefined, b: Effort | undefined) => JSON.stringify(a) === JSON.stringify(b)
