import { invalidRequest, type NewSet, type SetChange } from '@gymgenius/contracts'
import { DAY_MS, type Instant, instantOf, rirOfRpe } from '@gymgenius/domain'
import type { SetFields } from './records.ts'

/** Of a new set or of a correction: all of it may be missing, some of it may be taken back. */
type Said = SetChange & Pick<NewSet, 'recommendationId'>
type Effort = Pick<SetFields, 'rir' | 'effortScale' | 'toFailure'>

/** What a request says of a set, in the shape it is kept in. What it does not say is left out. */
export function setChange(said: Said, now: Instant, before?: Effort): Partial<SetFields> {
  const { movementId, kind, loadKg, reps, restSeconds, durationSeconds, distanceMeters, note, position, recommendationId } = said
  const plain = { movementId, kind, loadKg, reps, restSeconds, durationSeconds, distanceMeters, note, position, recommendationId }
  const { tempo, superset, parts } = said
  return spoken({ ...plain, tempo, superset, parts, ...timeSaid(said.performedAt, now), ...effortSaid(said, before) })
}

/** A new set with every field, before its workout and place are known. */
export function newSet(said: NewSet, now: Instant): Omit<SetFields, 'workoutId' | 'position'> {
  return {
    movementId: said.movementId,
    kind: said.kind ?? 'working',
    loadKg: said.loadKg,
    reps: said.reps ?? null,
    restSeconds: said.restSeconds ?? null,
    durationSeconds: said.durationSeconds ?? null,
    distanceMeters: said.distanceMeters ?? null,
    note: said.note ?? null,
    tempo: said.tempo ?? null,
    superset: said.superset ?? null,
    parts: said.parts ?? null,
    recommendationId: said.recommendationId ?? null,
    deletedAt: null,
    performedAt: now,
    needsConfirmation: false,
    ...timeSaid(said.performedAt, now),
    rir: null,
    effortScale: null,
    toFailure: false,
    ...effortSaid(said),
  }
}

/** A set measured by nothing is no set. */
export function refuseUnmeasured(set: Pick<SetFields, 'reps' | 'durationSeconds' | 'distanceMeters'>): void {
  if (set.reps === null && set.durationSeconds === null && set.distanceMeters === null)
    throw invalidRequest({ pointer: '/reps', code: 'required', message: 'Give reps, a duration or a distance' })
}

/** No phone's clock is that wrong by accident of travel: past a day ahead, or before 1970, the lifter is asked. */
export const isBelievable = (performedAt: Instant, now: Instant) => performedAt >= 0 && performedAt <= now + DAY_MS

function timeSaid(performedAt: string | undefined, now: Instant): Partial<SetFields> {
  if (performedAt === undefined) return {}
  const at = instantOf(performedAt)
  return { performedAt: at, needsConfirmation: !isBelievable(at, now) }
}

/** RIR and RPE are one answer on two scales; failure is the answer "none left". All three are kept, and change, together. */
function effortSaid({ rir, rpe, toFailure }: Said, before?: Effort): Partial<Effort> {
  if (rir === undefined && rpe === undefined && toFailure === undefined) return {}
  const said = rpe === undefined || rpe === null ? rir : tidy(rirOfRpe(rpe))
  const scale = typeof rpe === 'number' ? 'rpe' : typeof rir === 'number' ? 'rir' : (before?.effortScale ?? 'rir')
  if (toFailure === true) {
    if (typeof said === 'number' && said > 0)
      throw invalidRequest({
        pointer: '/toFailure',
        code: 'inconsistent_effort',
        message: 'A set to failure has no repetitions in reserve',
      })
    return { rir: 0, effortScale: scale, toFailure: true }
  }
  const left = rir === undefined && rpe === undefined ? (before?.rir ?? null) : (said ?? null)
  const failed = toFailure === undefined && left === 0 && before?.toFailure === true
  return { rir: left, effortScale: left === null ? null : scale, toFailure: failed }
}

/** 10 − 9.3 is not quite 0.7 to a computer. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6

const spoken = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<SetFields>
