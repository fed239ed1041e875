import {
  type Instant,
  type Kilograms,
  equipmentKinds,
  loadKinds,
  movementPatterns,
  type MovementId,
  type Reps,
  type Rir,
  evidenceKinds,
  type WorkoutId,
} from '@gymgenius/domain'
import {
  emptyLifter,
  type LoggedSet,
  movementBelief,
  type MovementPrior,
  observe,
  prescribe,
  relations,
  type Target,
  type TrainingSnapshot,
} from '@gymgenius/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  prescriptionFromWire,
  prescriptionToWire,
  snapshotFromWire,
  snapshotToWire,
  targetFromWire,
  targetToWire,
  Unreadable,
} from './index.ts'
import * as wire from './generated/engine/v1/engine.ts'
import { SharingReader } from './sharing-reader.ts'

const load = fc.double({ min: 0, max: 300, noNaN: true }).map((value) => value as Kilograms)
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const at = fc.integer({ min: 0, max: 4e12 }).map((value) => value as Instant)
const snapshots: fc.Arbitrary<TrainingSnapshot> = fc.record({
  movement: fc.record({
    id: fc.uuid().map((id) => id as MovementId),
    pattern: fc.constantFrom(...movementPatterns),
    loadKind: fc.constantFrom(...loadKinds),
    equipment: fc.constantFrom(...equipmentKinds),
  }),
  athlete: fc.record({ bodyMass: orNull(load), isNovice: fc.boolean(), hasPain: fc.boolean() }),
  loads: fc.oneof(
    fc.record({ min: load, step: load }),
    fc.record({ min: load, step: load, max: load }),
    fc.record({ list: fc.array(load, { minLength: 1, maxLength: 40 }) }),
  ),
  sets: fc.array(
    fc.record(
      {
        workoutId: fc.constantFrom('a', 'b', 'c').map((id) => id as WorkoutId),
        at,
        kind: fc.constantFrom(...evidenceKinds),
        load: orNull(load),
        reps: orNull(fc.nat(30).map((count) => count as Reps)),
        rir: orNull(fc.nat(10).map((left) => (left / 2) as Rir)),
        toFailure: fc.boolean(),
        bodyMass: load,
      },
      { requiredKeys: ['workoutId', 'at', 'kind', 'load', 'reps', 'rir', 'toFailure'] },
    ),
    { maxLength: 30 },
  ),
})
const targets: fc.Arbitrary<Target> = fc.record({
  setNumber: fc.integer({ min: 1, max: 6 }),
  workoutId: orNull(fc.constantFrom('a', 'z').map((id) => id as WorkoutId)),
  at,
  goalStrength: fc.double({ min: 0, max: 1, noNaN: true }),
  repLow: orNull(fc.integer({ min: 1, max: 12 }).map((count) => count as Reps)),
  repHigh: orNull(fc.integer({ min: 1, max: 20 }).map((count) => count as Reps)),
  rir: orNull(fc.nat(5).map((left) => left as Rir)),
})

/** What was read, or the name of the error. */
function outcome(read: () => wire.TrainingSnapshot) {
  try {
    return read()
  } catch (error) {
    return (error as Error).name
  }
}

test('the quick reading of a message is the reading of it, whatever its texts and times, and breaks off where it does', () => {
  const texts = fc.oneof(fc.constantFrom('a', 'b', 'a longer name than thirty-two letters, ü'), fc.string())
  const times = fc.oneof(fc.constantFrom(-1, 0, 2 ** 49, 2 ** 49 - 1, 2 ** 53 - 1, -(2 ** 53) + 1), fc.integer({ min: -4e12, max: 4e12 }))
  const set = fc.record({ workoutId: texts, kind: texts, atMs: times, reps: fc.option(fc.nat(99), { nil: undefined }) })
  fc.assert(
    fc.property(fc.array(set, { maxLength: 20 }), fc.nat(), (sets, cut) => {
      const message = {
        sets: sets.map((set) => ({ ...set, loadKg: undefined, rir: undefined, toFailure: false })),
      } as wire.TrainingSnapshot
      const bytes = wire.TrainingSnapshot.encode({ ...message, loads: undefined }).finish()
      for (const part of [bytes, bytes.slice(0, cut % (bytes.length + 1))]) {
        const usual = outcome(() => wire.TrainingSnapshot.decode(part))
        expect(outcome(() => wire.TrainingSnapshot.decode(new SharingReader(part)))).toEqual(usual)
      }
    }),
  )
})

test('what went over the wire is the same text as before', () => {
  fc.assert(
    fc.property(snapshots, targets, (snapshot, target) => {
      const sent = wire.TrainingSnapshot.decode(wire.TrainingSnapshot.encode(snapshotToWire(snapshot)).finish())
      expect(JSON.stringify(snapshotFromWire(sent))).toBe(JSON.stringify(snapshot))
      const asked = wire.Target.decode(wire.Target.encode(targetToWire(target)).finish())
      expect(JSON.stringify(targetFromWire(asked))).toBe(JSON.stringify(target))
      const prescription = prescribe(snapshot, target)
      const answered = wire.Prescription.decode(wire.Prescription.encode(prescriptionToWire(prescription)).finish())
      expect(JSON.stringify(prescriptionFromWire(answered))).toBe(JSON.stringify(prescription))
    }),
    { numRuns: 500 },
  )
})

test('a belief, a morning and what is personal travel with the snapshot', () => {
  const score = orNull(fc.double({ min: -5, max: 5, noNaN: true }))
  const readiness = fc.record({ heartRateVariability: score, sleep: score, questionnaire: score })
  const trait = fc.double({ min: -1, max: 3, noNaN: true })
  const traits = fc.record(
    { curve: trait, rirBias: trait, dayFatigue: fc.record({ scale: trait, alpha: trait, beta: trait }) },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(snapshots, targets, readiness, traits, (snapshot, target, readiness, traits) => {
      const sets = snapshot.sets.map((set, i) => loggedAs(snapshot, set, i))
      const lifter = sets.reduce(observe, emptyLifter())
      const asked = loggedAs(
        snapshot,
        { workoutId: 'z' as WorkoutId, at: target.at, kind: 'working', load: null, reps: null, rir: null, toFailure: false },
        0,
      )
      const believed = { ...snapshot, belief: movementBelief(lifter, asked), readiness, traits }
      const sent = snapshotFromWire(wire.TrainingSnapshot.decode(wire.TrainingSnapshot.encode(snapshotToWire(believed)).finish()))
      expect(JSON.stringify(sent)).toBe(JSON.stringify(believed))
      expect(JSON.stringify(prescribe(sent, target))).toBe(JSON.stringify(prescribe(believed, target)))
    }),
    { numRuns: 200 },
  )
  const [plain] = fc.sample(snapshots, 1)
  for (const belief of ['', 'null', '{}', '[', '7']) expect(() => snapshotFromWire({ ...snapshotToWire(plain!), belief })).toThrow('belief')
})

function loggedAs({ movement, athlete }: TrainingSnapshot, set: TrainingSnapshot['sets'][number], index: number): LoggedSet {
  return {
    movement: { key: movement.id, ...movement, muscles: [], baseKey: null },
    at: set.at,
    workoutKey: set.workoutId,
    setNumber: index + 1,
    kind: set.kind,
    load: set.load ?? (0 as Kilograms),
    rir: set.rir,
    rest: null,
    bodyMass: athlete.bodyMass,
    reps: set.reps ?? (5 as Reps),
    toFailure: set.toFailure,
  }
}

test('what other movements say travels with the snapshot', () => {
  const number = fc.double({ min: 0, max: 6, noNaN: true })
  const priors: fc.Arbitrary<MovementPrior> = fc.record({
    strength: orNull(
      fc.record({
        level: number,
        variance: number,
        at,
        from: fc.uuid().map((id) => id as MovementId),
        relation: fc.constantFrom(...relations),
        movements: fc.integer({ min: 1, max: 400 }),
      }),
    ),
    fatigueRatio: number,
    surprise: fc.record({ sum: number, weight: number }),
    groupTrainedAt: orNull(at),
  })
  fc.assert(
    fc.property(snapshots, targets, priors, (snapshot, target, prior) => {
      const told = { ...snapshot, prior }
      const sent = snapshotFromWire(wire.TrainingSnapshot.decode(wire.TrainingSnapshot.encode(snapshotToWire(told)).finish()))
      expect(JSON.stringify(sent)).toBe(JSON.stringify(told))
      expect(JSON.stringify(prescribe(sent, target))).toBe(JSON.stringify(prescribe(told, target)))
    }),
    { numRuns: 200 },
  )
})

test('a newer engine may say more, and is still understood', () => {
  const unknownField = Uint8Array.from([0xfa, 0x07, 0x02, 0x68, 0x69]) // field 127, two bytes of text
  const setNumberThree = [0x08, 0x03]
  expect(wire.Target.decode(Uint8Array.from([...setNumberThree, ...unknownField])).setNumber).toBe(3)
})

test('what means nothing to the engine is refused, not guessed', () => {
  fc.assert(
    fc.property(snapshots, fc.constantFrom(Number.NaN, Infinity, -Infinity), (snapshot, odd) => {
      const sent = snapshotToWire(snapshot)
      expect(() => snapshotFromWire({ ...sent, loads: { minKg: odd, stepKg: 1, maxKg: undefined, listKg: [] } })).toThrow(Unreadable)
      expect(() => snapshotFromWire({ ...sent, loads: { minKg: 0, stepKg: 1, maxKg: odd, listKg: [] } })).toThrow('loads.max_kg')
      expect(() => snapshotFromWire({ ...sent, loads: { minKg: 0, stepKg: 1, maxKg: undefined, listKg: [20, odd] } })).toThrow(
        'loads.list_kg',
      )
      expect(() => snapshotFromWire({ ...sent, athlete: { ...sent.athlete!, bodyMassKg: odd } })).toThrow(Unreadable)
      expect(() => snapshotFromWire({ ...sent, movement: { ...sent.movement!, pattern: 'flight' } })).toThrow('movement.pattern')
      expect(() => snapshotFromWire({ ...sent, movement: undefined })).toThrow('movement is missing')
    }),
    { numRuns: 20 },
  )
})
