import { kg, type Reps, type SetKind } from '@gymgenius/domain'
import { expect, test } from 'vitest'
import { aSet, bench } from '../../testing/training.ts'
import { tonnageOf } from '../../lib/tonnage.ts'
import { ofKind } from './kind-targets.ts'
import { nextPart } from './next-part.ts'
import { rowsOf } from './rows.ts'
import { summaryOf } from './summary.ts'
import type { SetTarget } from './target.ts'

const loads = { min: kg(20), step: kg(2.5) }
const part = (loadKg: number, reps: number) => ({ loadKg: kg(loadKg), reps: reps as Reps })

test.for([
  ['drop_chain', part(62.5, 8)],
  ['rest_pause', part(80, 4)],
  ['myo_reps', part(80, 2)],
  ['cluster', part(80, 8)],
] as const)('the next part of a %s is offered ready to add', ([kind, offered]) => {
  expect(nextPart(aSet({ kind, loadKg: kg(80), reps: 8 as Reps }), loads)).toEqual(offered)
})

test('a drop follows the part before it, down to what can be loaded', () => {
  const set = aSet({ kind: 'drop_chain', parts: [part(60, 6)] })
  expect(nextPart(set, loads).loadKg).toBe(47.5)
  expect(nextPart({ ...set, parts: [part(20, 6)] }, loads).loadKg).toBe(20)
})

test('all parts are volume; help, lowerings and later parts are no record', () => {
  const before = [aSet({ minute: -9999 })]
  const sets = [
    aSet({ kind: 'drop_chain', parts: [part(60, 6), part(200, 1)] }),
    aSet({ kind: 'negative', loadKg: kg(120), reps: 3 as Reps }),
  ]
  expect(tonnageOf(sets)).toBe(80 * 8 + 60 * 6 + 200 + 120 * 3)
  expect(summaryOf(sets, before).records).toEqual([])
  expect(summaryOf([aSet({ kind: 'top', loadKg: kg(90) })], before).records).toMatchObject([{ kind: 'heaviest', load: 90 }])
})

const target = {
  load: kg(100),
  reps: 6,
  repLow: 5,
  repHigh: 7,
  rir: 2,
  rest: 180,
  seconds: undefined,
  prescription: {},
} as unknown as SetTarget

test('a back-off leaves a tenth of the top set; one side does half; where the load is not the engine’s, neither are range and reason', () => {
  const item = { key: bench.id, movementId: bench.id, sets: [{ kind: 'back_off' as const }] }
  const rows = rowsOf(item, [aSet({ kind: 'top', loadKg: kg(105) })])
  const of = (kind: SetKind) => ofKind(target, { kind }, rows, loads)
  expect(of('back_off')).toMatchObject({ load: 95, prescription: undefined, rir: 2 })
  expect(of('per_side')).toMatchObject({ load: 50, prescription: undefined, rir: undefined })
  expect(of('working')).toMatchObject({ load: 100, prescription: {} })
  expect(of('negative')).toMatchObject({ load: 100, repLow: 3, repHigh: 5, reps: 5, prescription: undefined })
})

test('a set whose kind is changed afterwards is still the planned one, and nothing is to be done twice', () => {
  const item = { key: bench.id, movementId: bench.id, sets: [{ kind: 'working' as const }, { kind: 'working' as const }] }
  expect(rowsOf(item, [aSet({ kind: 'rest_pause' })]).map(({ label, state }) => `${label} ${state}`)).toEqual(['R done', '1 coming'])
  expect(rowsOf(item, [aSet({ kind: 'circuit' })])).toHaveLength(3)
})
