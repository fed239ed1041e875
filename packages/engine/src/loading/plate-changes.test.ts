import { type Kilograms, kg, type MovementId } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bar, plates } from '../testing/gyms.ts'
import { type Loading, loadingOf, platesAt } from './loading.ts'
import { fewestChanges, platesAmong, type LoadedSet, type WantedSet } from './plate-changes.ts'

const bench = { id: 'bench' as MovementId, equipment: 'barbell', loadKind: 'external' } as const
const gym = loadingOf([bar(20), ...[25, 20, 15, 10, 5, 2.5, 1.25].map((size) => plates(size))], bench)!
const exactly = (...loads: number[]): WantedSet[] => loads.map((load) => ({ loadKg: load, lowKg: load, highKg: load }))

/** Plates of one side that are moved: what differs beyond the plates that both have innermost. */
function moves(sets: readonly (readonly Kilograms[])[]): number {
  let moved = 0
  sets.slice(1).forEach((after, i) => {
    const before = sets[i]!
    let same = 0
    while (same < before.length && before[same] === after[same]) same++
    moved += before.length - same + after.length - same
  })
  return moved
}
const changes = (sets: readonly LoadedSet[], now: readonly Kilograms[] = []) => moves([now, ...sets.map(({ perSide }) => perSide)])

test('60, 70, 80 kg is one plate more each time, though 80 kg alone would be other plates', () => {
  const sets = fewestChanges(gym, exactly(60, 70, 80))
  expect(sets.map(({ load }) => load)).toEqual([60, 70, 80])
  expect(changes(sets)).toBe(3)
})

test('within a few kilograms the loads are those that move the fewest plates', () => {
  const sets = fewestChanges(
    gym,
    [97.5, 95, 92.5].map((load) => ({ loadKg: load, lowKg: load - 2.5, highKg: load + 2.5 })),
  )
  expect(sets.map(({ load }) => load)).toEqual([95, 95, 95])
})

test('what hangs there already is used, and only what is outside comes off', () => {
  const sets = fewestChanges(gym, exactly(60, 100), [20, 10].map(kg))
  expect(sets[0]!.perSide).toEqual([20])
  expect(sets[1]!.perSide).toEqual([20, 20])
  expect(changes(sets, [20, 10].map(kg))).toBe(2)
})

test('the plates of a set follow from the sets around it, and are its own where nothing else is known', () => {
  expect(platesAmong(gym, [60, 70, 80], 2)).toEqual([20, 5, 5])
  expect(platesAmong(gym, [80], 0)).toEqual([25, 5])
  expect(platesAmong(gym, [60, 81], 1)).toBeUndefined()
})

test('a gym without plates gets the nearest of what it has', () => {
  const rack = loadingOf(
    [{ id: 'r', kind: 'weights', availability: 'there', equipment: 'dumbbell', unit: 'kg', weightsKg: [10, 14].map(kg), each: 2 }],
    { ...bench, equipment: 'dumbbell' },
  )!
  expect(fewestChanges(rack, exactly(11, 30))).toEqual([
    { load: 10, perSide: [] },
    { load: 14, perSide: [] },
  ])
})

const smallGym = fc
  .uniqueArray(fc.record({ size: fc.constantFrom(1.25, 2.5, 5, 10, 20), pairs: fc.integer({ min: 1, max: 2 }) }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ size }) => size,
  })
  .map((sizes) => loadingOf([bar(20), ...sizes.map(({ size, pairs }) => plates(size, pairs))], bench)!)
const someSets = fc.array(
  fc
    .record({ load: fc.integer({ min: 8, max: 40 }).map((steps) => steps * 2.5), slack: fc.constantFrom(0, 2.5, 5) })
    .map(({ load, slack }): WantedSet => ({ loadKg: load, lowKg: load - slack, highKg: load + slack })),
  { minLength: 1, maxLength: 3 },
)

const loadOf = (stack: readonly number[]) => 20 + 2 * stack.reduce((sum, plate) => sum + plate, 0)

/** Every order of every choice of owned plates for one side. */
function everyStack({ plated: [on] }: Loading): Kilograms[][] {
  const all: Kilograms[][] = []
  const grow = (stack: Kilograms[]) => {
    all.push(stack)
    for (const { kg, most } of on!.sums.sizes) if (stack.filter((plate) => plate === kg).length < most) grow([...stack, kg])
  }
  grow([])
  return all
}

test('no other loads within what is wanted, and no other order of plates, moves fewer plates', () => {
  fc.assert(
    fc.property(smallGym, someSets, (gym, wanted) => {
      const found = fewestChanges(gym, wanted)
      const stacks = everyStack(gym)
      fc.pre(stacks.length < 400)
      const fits = wanted.map(({ lowKg, highKg }) => stacks.filter((stack) => loadOf(stack) >= lowKg && loadOf(stack) <= highKg))
      fc.pre(fits.every((stacks) => stacks.length > 0))
      let best = new Map<Kilograms[], number>([[[], 0]])
      for (const stacks of fits) {
        best = new Map(stacks.map((stack) => [stack, Math.min(...[...best].map(([before, cost]) => cost + moves([before, stack])))]))
      }
      expect(changes(found)).toBe(Math.min(...best.values()))
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('every set is loaded as wanted from plates that are owned, with never more moved than by putting each load on from the heaviest', () => {
  fc.assert(
    fc.property(smallGym, someSets, (gym, wanted) => {
      const found = fewestChanges(gym, wanted)
      found.forEach(({ load, perSide }, i) => {
        const { lowKg, highKg, loadKg } = wanted[i]!
        expect(20 + 2 * perSide.reduce((sum, plate) => sum + plate, 0)).toBe(load)
        for (const { kg, most } of gym.plated[0]!.sums.sizes)
          expect(perSide.filter((plate) => plate === kg).length).toBeLessThanOrEqual(most)
        const inside = gym.ways.some((way) => way.load >= lowKg && way.load <= highKg)
        if (inside) expect(load >= lowKg && load <= highKg).toBe(true)
        else for (const way of gym.ways) expect(Math.abs(load - loadKg)).toBeLessThanOrEqual(Math.abs(way.load - loadKg))
      })
      const plain = found.map(({ load }) => platesAt(gym, load)!)
      expect(changes(found)).toBeLessThanOrEqual(moves([[], ...plain]))
    }),
  )
})
