import { expect, test } from 'vitest'
import { aSet, aWorkout, minutesLater } from '../../testing/training.ts'
import { placeOf } from './set-place.ts'

const workout = aWorkout()
const [first, second, third] = [aSet({ minute: 1 }), aSet({ minute: 2 }), aSet({ minute: 3 })]
const orderWith = (sets: readonly (typeof first)[], ...added: readonly { readonly position: number }[]) =>
  [...sets, ...added].toSorted((a, b) => a.position - b.position)

test('a forgotten set stands right after its neighbour, and a second one too', () => {
  const forgotten = { ...aSet({}), ...placeOf(workout, [first, second, third], first) }
  expect(orderWith([first, second, third], forgotten)).toEqual([first, forgotten, second, third])
  expect(forgotten.performedAt).toBe(first.performedAt)
  const another = { ...aSet({}), ...placeOf(workout, [first, forgotten, second, third], forgotten) }
  expect(orderWith([first, second, third], forgotten, another)).toEqual([first, forgotten, another, second, third])
})

test('a set of a movement that was not there is the last of the workout', () => {
  const added = placeOf(workout, [third, first], undefined)
  expect(added.position).toBeGreaterThan(third.position)
  expect(added.performedAt).toBe(minutesLater(60))
  expect(placeOf(workout, [], undefined).position).toBe(Date.parse(minutesLater(60)))
})
