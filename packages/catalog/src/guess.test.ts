import { expect, test } from 'vitest'
import { movementGuesser } from './guess.ts'
import { library } from './library.ts'

const guess = movementGuesser(library().movements)

test('an unknown curl is guessed from its words and its nearest relative', () => {
  expect(guess('Super Slow Bicep Curl (Cable)')).toMatchObject({ pattern: 'isolation', equipment: 'cable', loadKind: 'machine_stack' })
  expect(guess('Super Slow Bicep Curl (Cable)').muscles[0]).toMatchObject({ muscle: 'biceps', share: 1 })
})

test('a name that says one arm is one-sided', () => {
  expect(guess('Single Arm Meadows Thing').laterality).toBe('unilateral')
})

test('help from a machine is read as help, not as load', () => {
  expect(guess('Assisted Ring Muscle Thing').loadKind).toBe('assisted')
})

test('a name that says nothing is left open', () => {
  expect(guess('Practice day')).toEqual({
    pattern: 'isolation',
    muscles: [],
    equipment: 'other',
    laterality: 'bilateral',
    loadKind: 'external',
  })
})
