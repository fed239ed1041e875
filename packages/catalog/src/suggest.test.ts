import fc from 'fast-check'
import { expect, test } from 'vitest'
import { library } from './library.ts'
import { LEAST_CONFIDENCE } from './match.ts'
import { nameSuggester } from './suggest.ts'

const suggest = nameSuggester(library().movements)
const names = (name: string) => suggest(name).map(({ movement }) => movement.name)

test.for([
  ['Incline Press', 'Incline Bench Press (Barbell)'],
  ['Bench Press Eccentric', 'Bench Press (Barbell)'],
  ['Single Leg Kickback', 'Glute Kickback (Cable)'],
  ['Banco inclinado com halteres pesado', 'Incline Bench Press (Dumbbell)'],
])('who writes "%s" is offered the %s', ([written, offered]) => {
  expect(names(written!)).toContain(offered)
})

test('what says nothing is offered nothing', () => {
  for (const name of ['', '💪', 'zorglub', 'x'.repeat(10_000)]) expect(names(name)).toEqual([])
})

test('an offer is never so sure as an answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom(...library().movements.map(({ name }) => name))), (name) => {
      for (const { confidence } of suggest(name)) {
        expect(confidence).toBeLessThan(LEAST_CONFIDENCE)
        expect(confidence).toBeGreaterThan(0)
      }
    }),
  )
})
