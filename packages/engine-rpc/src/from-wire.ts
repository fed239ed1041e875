import {
  equipmentKinds,
  type Instant,
  type Kilograms,
  loadKinds,
  type MovementId,
  movementPatterns,
  type Reps,
  type Rir,
  type Seconds,
  evidenceKinds,
  type WorkoutId,
} from '@gymgenius/domain'
import {
  type DayFatigue,
  type Loadable,
  type MovementBelief,
  type MovementPrior,
  type Prescription,
  type Readiness,
  type Reason,
  relations,
  type SnapshotSet,
  type Target,
  type Traits,
  type TrainingSnapshot,
} from '@gymgenius/engine'
import type * as wire from './generated/engine/v1/engine.ts'

/** A message that means nothing to this engine; the text says which field. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

export function snapshotFromWire(snapshot: wire.TrainingSnapshot): TrainingSnapshot {
  const { id, pattern, loadKind, equipment } = present(snapshot.movement, 'movement')
  const { bodyMassKg, isNovice, hasPain } = present(snapshot.athlete, 'athlete')
  return {
    movement: {
      id: id as MovementId,
      pattern: oneOf(movementPatterns, pattern, 'movement.pattern'),
      loadKind: oneOf(loadKinds, loadKind, 'movement.load_kind'),
      equipment: oneOf(equipmentKinds, equipment, 'movement.equipment'),
    },
    athlete: { bodyMass: amount<Kilograms>(bodyMassKg, 'athlete.body_mass_kg'), isNovice, hasPain },
    loads: loadsFromWire(present(snapshot.loads, 'loads')),
    sets: snapshot.sets.map(setFromWire),
    ...(snapshot.prior === undefined ? {} : { prior: priorFromWire(snapshot.prior) }),
    ...(snapshot.belief === undefined ? {} : { belief: beliefFromWire(snapshot.belief) }),
    ...(snapshot.readiness === undefined ? {} : { readiness: readinessFromWire(snapshot.readiness) }),
    ...(snapshot.traits === undefined ? {} : { traits: traitsFromWire(snapshot.traits) }),
  }
}

/** An uneven gym is told as a list; an empty one is not there on the wire, and steps are meant. */
function loadsFromWire({ minKg, stepKg, maxKg, listKg }: wire.LoadableSteps): Loadable {
  if (listKg.length > 0) return { list: listKg.map((load) => finite(load, 'loads.list_kg') as Kilograms) }
  return {
    min: finite(minKg, 'loads.min_kg') as Kilograms,
    step: finite(stepKg, 'loads.step_kg') as Kilograms,
    ...(maxKg === undefined ? {} : { max: finite(maxKg, 'loads.max_kg') as Kilograms }),
  }
}

function priorFromWire({ strength, fatigueRatio, surpriseSum, surpriseWeight, groupTrainedAtMs }: wire.MovementPrior): MovementPrior {
  return {
    strength:
      strength === undefined
        ? null
        : {
            level: finite(strength.level, 'prior.strength.level'),
            variance: finite(strength.variance, 'prior.strength.variance'),
            at: strength.atMs as Instant,
            from: strength.fromMovementId as MovementId,
            relation: oneOf(relations, strength.relation, 'prior.strength.relation'),
            movements: strength.movements,
          },
    fatigueRatio: finite(fatigueRatio, 'prior.fatigue_ratio'),
    surprise: { sum: finite(surpriseSum, 'prior.surprise_sum'), weight: finite(surpriseWeight, 'prior.surprise_weight') },
    groupTrainedAt: (groupTrainedAtMs ?? null) as Instant | null,
  }
}

/** Some kB: what one movement's belief ever needs, with room to spare. Characters. */
const LONGEST_BELIEF = 50_000

function beliefFromWire(text: string): MovementBelief {
  const belief = text.length <= LONGEST_BELIEF ? parsed(text) : undefined
  if (typeof belief !== 'object' || belief === null || !('today' in belief) || !('level' in belief)) {
    throw new Unreadable('belief is none that an engine wrote')
  }
  return belief as MovementBelief
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const readinessFromWire = ({ heartRateVariability, sleep, questionnaire }: wire.Readiness): Readiness => ({
  heartRateVariability: amount(heartRateVariability, 'readiness.heart_rate_variability'),
  sleep: amount(sleep, 'readiness.sleep'),
  questionnaire: amount(questionnaire, 'readiness.questionnaire'),
})

const dayFatigueFromWire = ({ scale, alpha, beta }: wire.DayFatigue): DayFatigue => ({
  scale: finite(scale, 'traits.day_fatigue.scale'),
  alpha: finite(alpha, 'traits.day_fatigue.alpha'),
  beta: finite(beta, 'traits.day_fatigue.beta'),
})

const traitsFromWire = ({ curve, rirBias, dayFatigue }: wire.Traits): Traits => ({
  ...(curve === undefined ? {} : { curve: finite(curve, 'traits.curve') }),
  ...(rirBias === undefined ? {} : { rirBias: finite(rirBias, 'traits.rir_bias') }),
  ...(dayFatigue === undefined ? {} : { dayFatigue: dayFatigueFromWire(dayFatigue) }),
})

export const setFromWire = ({ workoutId, atMs, kind, loadKg, reps, rir, toFailure, bodyMassKg }: wire.SnapshotSet): SnapshotSet => ({
  workoutId: workoutId as WorkoutId,
  at: atMs as Instant,
  kind: oneOf(evidenceKinds, kind, 'sets.kind'),
  load: amount<Kilograms>(loadKg, 'sets.load_kg'),
  reps: amount<Reps>(reps, 'sets.reps'),
  rir: amount<Rir>(rir, 'sets.rir'),
  toFailure,
  ...(bodyMassKg !== undefined && { bodyMass: finite(bodyMassKg, 'sets.body_mass_kg') as Kilograms }),
})

export const targetFromWire = ({ setNumber, workoutId, atMs, goalStrength, repLow, repHigh, rir }: wire.Target): Target => ({
  setNumber,
  workoutId: (workoutId ?? null) as WorkoutId | null,
  at: atMs as Instant,
  goalStrength: finite(goalStrength, 'target.goal_strength'),
  repLow: amount<Reps>(repLow, 'target.rep_low'),
  repHigh: amount<Reps>(repHigh, 'target.rep_high'),
  rir: amount<Rir>(rir, 'target.rir'),
})

/** In the order in which the engine writes its fields down, so that the text of both is the same. */
export function prescriptionFromWire(prescription: wire.Prescription): Prescription {
  const { low, high, probability } = present(prescription.interval, 'interval')
  return {
    load: finite(prescription.loadKg, 'load_kg') as Kilograms,
    exactLoad: finite(prescription.exactLoadKg, 'exact_load_kg') as Kilograms,
    repLow: prescription.repLow as Reps,
    repHigh: prescription.repHigh as Reps,
    rir: finite(prescription.rir, 'rir') as Rir,
    rest: finite(prescription.restSeconds, 'rest_seconds') as Seconds,
    confidence: finite(prescription.confidence, 'confidence'),
    interval: { low: low as Reps, high: high as Reps, probability: finite(probability, 'interval.probability') },
    reasons: prescription.reasons.map(reasonFromWire),
    flags: prescription.flags,
  }
}

const reasonFromWire = ({ facts }: wire.Reason): Reason => {
  const told = facts.map(({ name, value }) => {
    if (value === undefined) throw new Unreadable(`reasons.${name} has no value`)
    return [name, value.$case === 'number' ? finite(value.value, `reasons.${name}`) : value.value] as const
  })
  return Object.fromEntries(told) as Reason
}

function present<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Unreadable(`${name} is missing`)
  return value
}

function oneOf<T extends string>(known: readonly T[], value: string, name: string): T {
  if (!(known as readonly string[]).includes(value)) throw new Unreadable(`${name} is not known: “${value.slice(0, 40)}”`)
  return value as T
}

function finite(value: number, name: string): number {
  if (!Number.isFinite(value)) throw new Unreadable(`${name} is no number`)
  return value
}

const amount = <Q extends number>(value: number | undefined, name: string) => (value === undefined ? null : (finite(value, name) as Q))
