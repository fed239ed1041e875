import type { MovementId } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import type { CircuitUnderWay } from '../../../lib/view/schema.ts'
import { aSet, evening } from '../../../testing/training.ts'
import { missedIn, phaseAt, scoreOf, stepAt, stepsIn, withSetsOf } from './course.ts'

const station = (amount?: number) => ({ movementId: 'm' as MovementId, unit: 'reps' as const, ...(amount !== undefined && { amount }) })
const base = { name: 'c', superset: 0, stations: [station(15), station(10)], capSeconds: 600, startedAt: 0, logged: [] } as const
const emom: CircuitUnderWay = { ...base, format: 'emom', rounds: 3, intervalSeconds: 60, score: 'finished' }
const tabata: CircuitUnderWay = {
  ...base,
  stations: [station(), station()],
  format: 'tabata',
  rounds: 8,
  workSeconds: 20,
  restSeconds: 10,
  score: 'lowest_round',
}
const amrap: CircuitUnderWay = { ...base, format: 'amrap', score: 'rounds' }
const ladder: CircuitUnderWay = { ...base, stations: [station(), station()], format: 'ladder', steps: [1, 2, 1], score: 'finished' }
const race: CircuitUnderWay = { ...base, format: 'for_time', rounds: 2, score: 'time' }
const done = (count: number, reps?: number) =>
  Array.from({ length: count }, (_, index) => ({ index, setId: String(index), ...(reps !== undefined && { reps }) }))

test('every minute on the minute the next station begins, whatever was or was not done', () => {
  expect(phaseAt(emom, 59_999)).toEqual({ state: 'work', index: 0, until: 60_000 })
  expect(phaseAt(emom, 60_000)).toEqual({ state: 'work', index: 1, until: 120_000 })
  expect(stepAt(emom, 3)).toEqual({ station: 1, round: 1, amount: 10 })
  expect(phaseAt(emom, 6 * 60_000)).toEqual({ state: 'over' })
  expect(missedIn({ ...emom, logged: done(1) }, 150_000)).toEqual([1])
})

test('a Tabata works twenty seconds and rests ten, sixteen times for two stations, and does not rest at the end', () => {
  expect(phaseAt(tabata, 19_999)).toMatchObject({ state: 'work', until: 20_000 })
  expect(phaseAt(tabata, 20_000)).toMatchObject({ state: 'rest', index: 0, until: 30_000 })
  expect(phaseAt(tabata, 16 * 30_000 - 10_001)).toMatchObject({ state: 'work', index: 15 })
  expect(phaseAt(tabata, 16 * 30_000 - 10_000)).toEqual({ state: 'over' })
  expect(scoreOf({ ...tabata, logged: [...done(2, 12), ...done(1, 9)] }, 0)).toEqual({ of: 'lowest_round', reps: 9 })
})

test('before the start it counts in, and nothing runs until somebody starts it', () => {
  expect(phaseAt({ ...amrap, startedAt: undefined }, 5)).toEqual({ state: 'ready' })
  expect(phaseAt({ ...amrap, startedAt: 5000 }, 4999)).toEqual({ state: 'counting', until: 5000 })
})

test('an AMRAP goes on until its cap; what counts is whole rounds and the stations after them', () => {
  expect(phaseAt({ ...amrap, logged: done(101) }, 599_999)).toMatchObject({ state: 'work', index: 101, until: 600_000 })
  expect(phaseAt(amrap, 600_000)).toEqual({ state: 'over' })
  expect(scoreOf({ ...amrap, logged: done(7) }, 0)).toEqual({ of: 'rounds', rounds: 3, stations: 1 })
})

const set = (minute: number, said = {}) => aSet({ minute, kind: 'circuit', superset: 0, ...said })
const on = (circuit: CircuitUnderWay) => ({ ...circuit, startedAt: evening })

test('a set that reached the disk before its phone went dark is not asked for again', () => {
  const sets = [set(1), set(2), set(-5), set(1, { superset: 1 }), set(1, { kind: 'working' })]
  expect(withSetsOf(on(amrap), sets).logged.map(({ index }) => index)).toEqual([0, 1])
  expect(withSetsOf(on(emom), sets).logged.map(({ index }) => index)).toEqual([1, 2])
  const known = { ...on(amrap), logged: [{ index: 0, setId: sets[0]!.id }] }
  expect(withSetsOf(known, sets).logged.map(({ index }) => index)).toEqual([0, 1])
})

test('a ladder climbs and comes down again; a race has its time only when it was finished', () => {
  expect(stepsIn(ladder)).toBe(6)
  expect([0, 2, 5].map((index) => stepAt(ladder, index)?.amount)).toEqual([1, 2, 1])
  expect(scoreOf({ ...race, logged: done(4), endedAt: 754_000 }, 0)).toEqual({ of: 'time', seconds: 754 })
  expect(scoreOf({ ...race, logged: done(3), endedAt: 600_000 }, 0)).toEqual({ of: 'finished', done: 3, all: 4 })
  expect(phaseAt({ ...race, logged: done(4) }, 10)).toEqual({ state: 'over' })
})
