import { expect, test } from 'vitest'
import { addressOf, findPath } from './paths.ts'

test('an address is found by its parts', () => {
  const paths = ['/history', '/history/$workoutId', '/today'] as const
  expect(findPath(paths, '/history')).toEqual({ path: '/history', params: {} })
  expect(findPath(paths, '/history/a%20b/')).toEqual({ path: '/history/$workoutId', params: { workoutId: 'a b' } })
  expect(findPath(paths, '/history/a/b')).toBeUndefined()
  expect(findPath(paths, '/nowhere')).toBeUndefined()
  expect(findPath(paths, '/history/%zz')).toBeUndefined()
})

test('a place and its address are each other', () => {
  expect(addressOf({ to: '/history/$workoutId', params: { workoutId: 'a b' } })).toBe('/history/a%20b')
})
