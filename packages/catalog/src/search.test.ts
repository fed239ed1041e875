import fc from 'fast-check'
import { expect, test } from 'vitest'
import { library } from './library.ts'
import { searchMovements } from './search.ts'

const { movements } = library()
const first = (typed: string) => searchMovements(typed, movements)[0]?.name

test.for([
  ['bench', 'Bench Press (Barbell)'],
  ['bench press barbell', 'Bench Press (Barbell)'],
  ['rdl', 'Romanian Deadlift (Barbell)'],
  ['ohp', 'Overhead Press (Barbell)'],
  ['db bench', 'Bench Press (Dumbbell)'],
  ['pullup', 'Pull Up'],
  ['pull-up', 'Pull Up'],
  ['squta', 'Squat (Barbell)'],
  ['romainan deadlift', 'Romanian Deadlift (Barbell)'],
  ['lat pull', 'Lat Pulldown (Cable)'],
  ['face pul', 'Face Pull (Cable)'],
])('typing "%s" finds %s first', ([typed, name]) => {
  expect(first(typed!)).toBe(name)
})

test('without a word to look for, all are listed by name', () => {
  const names = searchMovements('  ', movements).map(({ name }) => name)
  expect(names).toHaveLength(movements.length)
  expect(names).toEqual([...names].sort())
})

test('what is typed of a name finds it, at every letter', () => {
  fc.assert(
    fc.property(fc.constantFrom(...movements), fc.nat(), (movement, cut) => {
      const typed = movement.name.slice(0, 1 + (cut % movement.name.length))
      expect(searchMovements(typed, movements)).toContain(movement)
    }),
  )
})

test('nonsense finds nothing', () => {
  expect(searchMovements('xyzzyplugh', movements)).toEqual([])
})
