import type { Kilograms, Reps, Rir, Seconds, SetKind, SetPart } from '@gymgenius/domain'
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
  readonly tempo?: string | undefined
  readonly parts?: readonly SetPart[] | undefined
}

/** As a change says it: null takes a value back. */
export type SetFields = Readonly<Record<string, string | number | boolean | readonly SetPart[] | null>>

const plain = ['kind', 'loadKg', 'reps', 'durationSeconds', 'distanceMeters', 'note', 'tempo', 'parts'] as const

export interface SaidOfSet extends Pick<SetValues, (typeof plain)[number]> {
  readonly effort: Effort | undefined
}

export const saidOf = (set: SetValues): SaidOfSet => {
  const { kind, loadKg, reps, durationSeconds, distanceMeters, note, tempo, parts } = set
  return { kind, loadKg, reps, durationSeconds, distanceMeters, note, tempo, parts, effort: effortOf(set) }
}

/** Only what was changed, so that what another phone changed meanwhile stays. Effort is one answer and changes whole. */
export function changedFields(before: SaidOfSet, after: SaidOfSet): SetFields {
  const fields: Record<string, SetFields[string]> = {}
  for (const name of plain) if (!isSameAnswer(before[name], after[name])) fields[name] = after[name] ?? null
  return isSameAnswer(before.effort, after.effort) ? fields : { ...fields, ...effortChange(after.effort) }
}

/** A new set: what was not said is left out. */
export const newFields = ({ effort, ...said }: SaidOfSet) =>
  Object.fromEntries(Object.entries({ ...said, ...effortFields(effort) }).filter(([, value]) => value !== undefined)) as SetFields

const effortChange = (effort: Effort | undefined): SetFields =>
  effort === undefined ? { rir: null, toFailure: false } : { toFailure: false, ...effortFields(effort) }

const isSameAnswer = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
