import type { Loadable, MovementPrior, Prescription, Reason, SnapshotSet, Target, TrainingSnapshot } from '@gymgenius/engine'
import type * as wire from './generated/engine/v1/engine.ts'

/** What was not said is absent on the wire. */
const said = <T>(value: T | null): T | undefined => value ?? undefined

export const snapshotToWire = ({
  movement,
  athlete,
  loads,
  sets,
  prior,
  belief,
  readiness,
  traits,
}: TrainingSnapshot): wire.TrainingSnapshot => ({
  movement,
  athlete: { bodyMassKg: said(athlete.bodyMass), isNovice: athlete.isNovice, hasPain: athlete.hasPain },
  loads: loadsToWire(loads),
  sets: sets.map(setToWire),
  prior: prior && priorToWire(prior),
  belief: belief && JSON.stringify(belief),
  readiness: readiness && {
    heartRateVariability: said(readiness.heartRateVariability),
    sleep: said(readiness.sleep),
    questionnaire: said(readiness.questionnaire),
  },
  traits: traits && { curve: traits.curve, rirBias: traits.rirBias, dayFatigue: traits.dayFatigue },
})

/** A gym with nothing in it has a list of one: no load at all. */
const loadsToWire = (loads: Loadable): wire.LoadableSteps =>
  'list' in loads
    ? { minKg: 0, stepKg: 0, maxKg: undefined, listKg: loads.list.length === 0 ? [0] : [...loads.list] }
    : { minKg: loads.min, stepKg: loads.step, maxKg: loads.max, listKg: [] }

const priorToWire = ({ strength, fatigueRatio, surprise, groupTrainedAt }: MovementPrior): wire.MovementPrior => ({
  strength: strength === null ? undefined : strengthToWire(strength),
  fatigueRatio,
  surpriseSum: surprise.sum,
  surpriseWeight: surprise.weight,
  groupTrainedAtMs: said(groupTrainedAt),
})

const strengthToWire = ({
  level,
  variance,
  at,
  from,
  relation,
  movements,
}: NonNullable<MovementPrior['strength']>): wire.TransferredStrength => ({
  level,
  variance,
  atMs: at,
  fromMovementId: from,
  relation,
  movements,
})

export const setToWire = ({ workoutId, at, kind, load, reps, rir, toFailure, bodyMass }: SnapshotSet): wire.SnapshotSet => ({
  workoutId,
  atMs: at,
  kind,
  loadKg: said(load),
  reps: said(reps),
  rir: said(rir),
  toFailure,
  bodyMassKg: bodyMass,
})

export const targetToWire = ({ setNumber, workoutId, at, goalStrength, repLow, repHigh, rir }: Target): wire.Target => ({
  setNumber,
  workoutId: said(workoutId),
  atMs: at,
  goalStrength,
  repLow: said(repLow),
  repHigh: said(repHigh),
  rir: said(rir),
})

export const prescriptionToWire = (prescription: Prescription): wire.Prescription => ({
  loadKg: prescription.load,
  exactLoadKg: prescription.exactLoad,
  repLow: prescription.repLow,
  repHigh: prescription.repHigh,
  rir: prescription.rir,
  restSeconds: prescription.rest,
  confidence: prescription.confidence,
  interval: prescription.interval,
  reasons: prescription.reasons.map(reasonToWire),
  flags: [...prescription.flags],
})

const reasonToWire = (reason: Reason): wire.Reason => ({
  facts: Object.entries(reason).map(([name, value]) => ({ name, value: factToWire(value) })),
})

function factToWire(value: number | string | boolean): NonNullable<wire.Fact['value']> {
  if (typeof value === 'number') return { $case: 'number', value }
  return typeof value === 'string' ? { $case: 'text', value } : { $case: 'truth', value }
}
