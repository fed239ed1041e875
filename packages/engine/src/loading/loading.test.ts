import { type GymItem, isMeasurableLoad, kg, KG_PER_POUND, kgFromPounds, type LoadUnit, type MovementId } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridOf, loadAbove, loadBelow, loadStepsAway, nearestLoad } from '../prescription/loadable.ts'
import { type LoadedMovement, loadingOf, platesAt, wayTo, whyNot } from './loading.ts'
import { bar, dumbbells, fixture, plates, stack, steps } from '../testing/gyms.ts'

const bench: LoadedMovement = { id: 'bench' as MovementId, equipment: 'barbell', loadKind: 'external' }
const on = (equipment: LoadedMovement['equipment'], loadKind: LoadedMovement['loadKind'] = 'external'): LoadedMovement => {
  return { id: 'm' as MovementId, equipment, loadKind }
}
const home = [bar(20), plates(10, 2), plates(5, 2), plates(2.5, 2)]
const listOf = (items: readonly GymItem[], movement = bench) => {
  const { grid } = loadingOf(items, movement)!
  return Array.from({ length: grid.last + 1 }, (_, i) => grid.at(i))
}

test('a bar with 2 × 10, 2 × 5 and 2 × 2.5 kg loads from 20 to 55 kg in steps of 5', () => {
  const one = [bar(20), plates(10, 1), plates(5, 1), plates(2.5, 1)]
  expect(listOf(one)).toEqual([20, 25, 30, 35, 40, 45, 50, 55])
  expect(platesAt(loadingOf(one, bench)!, 45)).toEqual([10, 2.5])
  expect(loadingOf(one, bench)!.loads).toEqual({ min: 20, step: 5, max: 55 })
})

test('135 lb is a 45 lb bar with one 45 lb plate a side, to the last bit', () => {
  const gym = loadingOf([bar(45, 'lb'), plates(45, 2, 'lb'), plates(10, 1, 'lb')], bench)!
  expect(nearestLoad(gym.grid, 61)).toBe(kgFromPounds(135))
  expect(platesAt(gym, kgFromPounds(135))).toEqual([kgFromPounds(45)])
  expect(platesAt(gym, kgFromPounds(245))).toEqual([45, 45, 10].map(kgFromPounds))
})

test('pound plates on a kilogram bar add up, and are said in hundredths of a kilogram', () => {
  const gym = loadingOf([bar(20), plates(45, 1, 'lb'), plates(5, 1)], bench)!
  expect(gym.ways.map(({ load }) => load)).toEqual([20, 30, 60.82, 70.82])
  expect(platesAt(gym, 70.82)).toEqual([kgFromPounds(45), 5])
})

test.each([
  { what: 'dumbbells are what stands in the rack', items: [dumbbells([10, 12.5, 20])], movement: on('dumbbell'), loads: [10, 12.5, 20] },
  {
    what: 'two handles loaded alike share the plates',
    items: [bar(2, 'kg', { equipment: 'dumbbell', count: 2 }), plates(1, 4), plates(2, 2)],
    movement: on('dumbbell'),
    loads: [2, 4, 6, 8, 10],
  },
  {
    what: 'a stack has its own pins, each with the small weight beside it',
    items: [stack([5, 12, 20], { microKg: [2.5] })],
    movement: on('cable', 'machine_stack'),
    loads: [5, 7.5, 12, 14.5, 20, 22.5],
  },
  {
    what: 'a T-bar is loaded on one side',
    items: [bar(8, 'kg', { equipment: 'plate_loaded_machine', sides: 1 }), plates(20, 1)],
    movement: on('plate_loaded_machine'),
    loads: [8, 28, 48],
  },
  { what: 'a band gives no load to read', items: [dumbbells([10])], movement: on('band'), loads: [0] },
  {
    what: 'a belt carries plates one by one, or nothing',
    items: [fixture('dip_belt'), plates(10, 1), plates(2.5, 1)],
    movement: on('body_weight', 'body_weight_plus'),
    loads: [0, 2.5, 5, 10, 12.5, 15, 20, 22.5, 25],
  },
  {
    what: 'without a belt one thing is held',
    items: [dumbbells([8, 12]), plates(5, 1)],
    movement: on('body_weight', 'body_weight_plus'),
    loads: [0, 5, 8, 12],
  },
  {
    what: 'help from a stack may be none',
    items: [stack([10, 25], { equipment: 'machine', isAssistance: true }), stack([5, 90], { equipment: 'machine' })],
    movement: on('machine', 'assisted'),
    loads: [0, 10, 25],
  },
  {
    what: 'a plate is held as it is',
    items: [{ ...dumbbells([]), equipment: 'plate', weightsKg: [5, 10].map(kg) } as GymItem],
    movement: on('plate'),
    loads: [5, 10],
  },
])('$what', ({ items, movement, loads }) => expect(listOf(items, movement)).toEqual(loads))

test('a machine of its own comes before the others, and serves no other movement', () => {
  const legPress = { id: 'press' as MovementId, equipment: 'machine', loadKind: 'machine_stack' } as const
  const own = stack([40, 60], { equipment: 'machine', movementIds: [legPress.id] })
  expect(listOf([own, stack([5, 10], { equipment: 'machine' })], legPress)).toEqual([40, 60])
  expect(listOf([own, stack([5, 10], { equipment: 'machine' })], on('machine', 'machine_stack'))).toEqual([5, 10])
  expect(loadingOf([own], on('machine', 'machine_stack'))).toBeUndefined()
})

test('what is away is not loaded, and where nothing is for a movement nothing is said', () => {
  expect(listOf([dumbbells([10]), { ...dumbbells([20]), id: 'lent', availability: 'away' }], on('dumbbell'))).toEqual([10])
  expect(loadingOf(home, on('kettlebell'))).toBeUndefined()
  expect(loadingOf([], bench)).toBeUndefined()
})

test('two bars offer the loads of both', () => {
  expect(listOf([bar(20), bar(15, 'kg', { id: 'light' }), plates(5, 1)])).toEqual([15, 20, 25, 30])
})

test('loads told in short go up without an end, and plates are found for them', () => {
  const short = loadingOf([steps('barbell', 20, 2.5, [20, 10, 5, 2.5, 1.25])], bench)!
  expect(short.loads).toEqual({ min: 20, step: 2.5 })
  expect(platesAt(short, 82.5)).toEqual([20, 10, 1.25])
  expect(whyNot(short, 81)).toEqual({ code: 'between', belowKg: 80, aboveKg: 82.5 })
})

test.each([
  { load: 25, why: undefined },
  { load: 12, why: { code: 'too_light', aboveKg: 20 } },
  { load: 90, why: { code: 'plates_short', plateKg: 10, belowKg: 55 } },
  { load: 91, why: { code: 'too_heavy', belowKg: 55 } },
  { load: 27, why: { code: 'between', belowKg: 25, aboveKg: 30 } },
  { load: 60, why: { code: 'plates_short', plateKg: 10, belowKg: 55 } },
])('with one pair of 10, 5 and 2.5 kg, $load kg: $why', ({ load, why }) => {
  expect(whyNot(loadingOf([bar(20), plates(10, 1), plates(5, 1), plates(2.5, 1)], bench)!, load)).toEqual(why)
})

const anInventory = fc
  .uniqueArray(
    fc.record({
      unit: fc.constantFrom<LoadUnit>('kg', 'lb'),
      quarters: fc.integer({ min: 1, max: 100 }),
      pairs: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    }),
    { maxLength: 4, selector: ({ unit, quarters }) => `${quarters} ${unit}` },
  )
  .map((sizes) => sizes.map(({ quarters, pairs, unit }) => plates(quarters / 4, pairs, unit)))
const aBar = fc.constantFrom(bar(20), bar(45, 'lb'), bar(15), bar(10, 'kg', { equipment: 'barbell', sides: 1 }))

test('in any gym every load is put together from plates that are owned and that add up, and can be logged', () => {
  fc.assert(
    fc.property(aBar, anInventory, (bar, plates) => {
      const gym = loadingOf([bar, ...plates], bench)!
      for (const { load } of gym.ways.slice(0, 300)) {
        const side = platesAt(gym, load)!
        const total = bar.weightKg + bar.sides * side.reduce((sum, plate) => sum + plate, 0)
        expect(Math.abs(total - load)).toBeLessThan(0.0051) // hundredths of the bar's unit
        expect(isMeasurableLoad(load)).toBe(true)
        for (const { weightKg, pairs } of plates) {
          const used = side.filter((plate) => plate === weightKg).length
          expect(used).toBeLessThanOrEqual(pairs === undefined ? 20 : bar.sides === 2 ? pairs : 2 * pairs)
        }
        expect(side).toEqual(side.toSorted((a, b) => b - a))
      }
    }),
  )
})

test('in any gym the neighbours of a load are its neighbours, and the nearest is the nearest', () => {
  fc.assert(
    fc.property(aBar, anInventory, fc.integer({ min: 0, max: 40_000 }), (bar, plates, hundredths) => {
      const asked = hundredths / 100
      const gym = loadingOf([bar, ...plates], bench)!
      const loads = gym.ways.map(({ load }) => load)
      const [below, above] = [loads.findLast((load) => load <= asked) ?? loads[0], loads.find((load) => load >= asked) ?? loads.at(-1)]
      expect(loadBelow(gym.grid, asked)).toBe(below)
      expect(loadAbove(gym.grid, asked)).toBe(above)
      const nearest = nearestLoad(gym.grid, asked)
      expect(Math.abs(nearest - asked)).toBeLessThanOrEqual(Math.min(...loads.map((load) => Math.abs(load - asked))) + 1e-4)
      loads.slice(1, 200).forEach((load, i) => {
        expect(loadStepsAway(gym.grid, loads[i]!, 1)).toBe(load)
        expect(loadStepsAway(gym.grid, load, -1)).toBe(loads[i])
      })
      for (const load of loads.slice(0, 200)) expect(whyNot(gym, load)).toBeUndefined()
      const isThere = wayTo(gym, asked) !== undefined
      expect(whyNot(gym, asked) === undefined).toBe(isThere)
    }),
  )
})

test('a gym marked in pounds is the gym marked in kilograms, pound for kilogram', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 3 }),
      (quarters, pairs) => {
        const inUnit = (unit: LoadUnit) => loadingOf([bar(20, unit), ...quarters.map((one) => plates(one / 4, pairs, unit))], bench)!
        const [kilograms, pounds] = [inUnit('kg'), inUnit('lb')]
        expect(pounds.ways.map(({ load }) => Math.round((load / KG_PER_POUND) * 100))).toEqual(
          kilograms.ways.map(({ load }) => Math.round(load * 100)),
        )
        expect(pounds.ways.map(({ load }) => platesAt(pounds, load)!.length)).toEqual(
          kilograms.ways.map(({ load }) => platesAt(kilograms, load)!.length),
        )
      },
    ),
  )
})

test('absurd inventories are answered', () => {
  const many = Array.from({ length: 24 }, (_, i) => plates(0.25 + i * 1.37, 20))
  expect(gridOf(loadingOf([bar(20), ...many], bench)!.loads).last).toBeLessThan(2000)
  expect(listOf([bar(1000), plates(25)])).toEqual([1000])
  expect(listOf([bar(20), plates(0, 5)])).toEqual([20])
  expect(listOf([dumbbells([])], on('body_weight', 'body_weight_plus'))).toEqual([0])
})
