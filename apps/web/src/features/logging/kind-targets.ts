import type { PlannedSet } from '@gymgenius/contracts'
import { evidenceOf, kg, type Kilograms, type Reps, type Rir, type SetKind } from '@gymgenius/domain'
import { gridOf, nearestLoad, type Loadable } from '@gymgenius/engine'
import type { SetRow } from './rows.ts'
import type { SetTarget } from './set-target.ts'

interface Range {
  readonly repLow?: Reps | undefined
  readonly repHigh?: Reps | undefined
  readonly rir?: Rir | undefined
}

const range = (low: number, high: number) => ({ repLow: low as Reps, repHigh: high as Reps })
const none = 0 as Rir

/** What a kind asks of the engine where the plan says nothing. Judgement. */
const asked: Readonly<Partial<Record<SetKind, Range>>> = {
  top: { ...range(3, 5), rir: 1 as Rir },
  amrap: { rir: none },
  myo_reps: { ...range(12, 20), rir: 1 as Rir },
}

/** Reps of the first part of a cluster, and of lowerings: the engine's range is of whole sets. Judgement. */
const ownReps: Readonly<Partial<Record<SetKind, Range>>> = { cluster: range(2, 3), negative: range(3, 5) }

/** Back-offs leave a tenth of the top set; one side alone does half of what both do. Judgement, the lifter's word beats it. */
const BACK_OFF = 0.9
const ONE_SIDE = 0.5

/** The range and reserve to ask the engine for. Warm-ups follow the work load, whatever their reps. */
export function askedOf({ kind, repLow, repHigh, rir, toFailure }: PlannedSet): Range {
  if (kind === 'warm_up') return {}
  const usual = asked[kind]
  const isOpen = repLow === undefined && repHigh === undefined
  return { ...(isOpen ? usual : { repLow, repHigh }), rir: toFailure === true ? none : (rir ?? usual?.rir) }
}

/** What a kind makes of the target of a working set. A range and a reason belong to their load: where it is another one, they go. */
export function ofKind(target: SetTarget, planned: PlannedSet, rows: readonly SetRow[], loads: Loadable): SetTarget {
  const { kind, tempo, toFailure, loadKg } = planned
  const said = { ...target, tempo, toFailure }
  const load = loadKg ?? loadOfKind(kind, target.load, rows, loads)
  if (evidenceOf(kind) === 'working') return load === target.load ? said : { ...said, load, prescription: undefined }
  const { repLow = target.repLow, repHigh = target.repHigh } = planned.repLow === undefined ? (ownReps[kind] ?? {}) : planned
  const reps = Math.min(repHigh, Math.max(repLow, target.reps)) as Reps
  return { ...said, load, repLow, repHigh, reps, rir: undefined, prescription: undefined }
}

function loadOfKind(kind: SetKind, load: Kilograms, rows: readonly SetRow[], loads: Loadable): Kilograms {
  const share = kind === 'per_side' ? load * ONE_SIDE : kind === 'back_off' ? Math.min(load, BACK_OFF * topOf(rows)) : load
  return share === load ? load : nearestLoad(gridOf(loads), kg(share))
}

/** The heaviest top set of this movement today. */
const topOf = (rows: readonly SetRow[]) =>
  Math.max(...rows.flatMap((row) => (row.state === 'done' && row.set.kind === 'top' ? [row.set.loadKg ?? 0] : []))) || Infinity
