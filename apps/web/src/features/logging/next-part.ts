import type { PerformedSet, SetPart } from '@gymgenius/contracts'
import { kg, type Reps } from '@gymgenius/domain'
import { gridOf, loadBelow, type Loadable } from '@gymgenius/engine'

/** A drop leaves at most this share of the load. Judgement. */
const DROP = 0.8

/** The part to offer next, for one tap: as the last one was, with what its kind makes lighter or shorter. */
export function nextPart(set: Pick<PerformedSet, 'kind' | 'loadKg' | 'reps' | 'parts'>, loads: Loadable): SetPart {
  const first = { loadKg: set.loadKg ?? kg(0), reps: set.reps ?? (0 as Reps) }
  const last = set.parts?.at(-1) ?? first
  if (set.kind === 'drop_chain') return { loadKg: loadBelow(gridOf(loads), last.loadKg * DROP), reps: first.reps }
  return { loadKg: last.loadKg, reps: repsAfter(set, last.reps) }
}

function repsAfter({ kind, reps, parts }: Pick<PerformedSet, 'kind' | 'reps' | 'parts'>, last: Reps): Reps {
  const share = kind === 'rest_pause' ? 0.5 : kind === 'myo_reps' && parts === undefined ? 0.3 : 1
  return Math.max(1, Math.round((share === 0.3 ? (reps ?? 0) : last) * share)) as Reps
}
