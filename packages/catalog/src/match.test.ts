import type { Equipment } from '@gymgenius/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { library } from './library.ts'
import { nameMatcher } from './match.ts'
import { readName } from './reading.ts'

const { movements } = library()
const match = nameMatcher(movements)
const nameOf = (name: string) => match(name)?.movement.name

const aMovement = fc.constantFrom(...movements)
const anyName = aMovement.chain(({ name, aliases }) => fc.constantFrom(name, ...aliases))

test('every name and alias of the library is matched with certainty', () => {
  for (const { id, name, aliases } of movements) {
    for (const spelling of [name, ...aliases]) expect(match(spelling), spelling).toMatchObject({ movement: { id }, confidence: 1 })
  }
})

test.for([
  ['bench press - barbell', 'Bench Press (Barbell)'],
  ['BARBELL BENCH PRESSES', 'Bench Press (Barbell)'],
  ['Press, Bench [Barbell]', 'Bench Press (Barbell)'],
  ['DB bench', 'Bench Press (Dumbbell)'],
  ['RDL', 'Romanian Deadlift (Barbell)'],
  ['DB RDLs', 'Romanian Deadlift (Dumbbell)'],
  ['OHP', 'Overhead Press (Barbell)'],
  ['pull-ups', 'Pull Up'],
  ['Cable Flyes', 'Chest Fly (Cable)'],
  ['Elevação Lateral (Halter)', 'Lateral Raise (Dumbbell)'],
  ['Distensioni su Panca Inclinata con Manubri', 'Incline Bench Press (Dumbbell)'],
  ['Dumbell Romanian Dedlift', 'Romanian Deadlift (Dumbbell)'],
  ['T Bar Row (Bayu)', 'T Bar Row'],
])('%s is the %s', ([written, meant]) => {
  expect(nameOf(written!)).toBe(meant)
})

test.for([
  'Incline Bench Press (Kettlebell)',
  'Larsen Pause Bench Press',
  'Close Grip Incline Bench Press (Smith Machine)',
  'Preacher Curl',
  'Lateral Raise',
  'Standing Hip Adduction',
  'Dumbbell',
  'Warm Up',
  'Chest day',
  '',
  '💪',
])('"%s" is nothing we know, and nothing is guessed', (name) => {
  expect(nameOf(name)).toBeUndefined()
})

test('case, brackets, word order, plurals and punctuation do not matter', () => {
  const style = fc.record({ isUpper: fc.boolean(), isReversed: fc.boolean(), isPlural: fc.boolean() })
  fc.assert(
    fc.property(aMovement, style, ({ id, name }, style) => {
      expect(match(disguise(name, style))?.movement.id, disguise(name, style)).toBe(id)
    }),
    { numRuns: 500 },
  )
})

test('a match never crosses equipment: what the name says is what the movement has', () => {
  const said = fc.constantFrom('Barbell', 'Dumbbell', 'Kettlebell', 'Smith Machine', 'Cable', 'Band', 'EZ Bar', 'Trap Bar', 'Plate Loaded')
  fc.assert(
    fc.property(anyName, said, (name, equipment) => {
      const spelling = `${name.replace(/ \(.*\)$/, '')} (${equipment})`
      const [first, ...more] = readName(spelling).equipment
      const found = match(spelling)
      // A name that already said its equipment says two now; only an alias may do that.
      if (found === undefined || found.reason === 'same_name' || more.length > 0) return
      expect(found.movement.equipment, spelling).toBe(first)
    }),
    { numRuns: 2000 },
  )
})

test('no name or alias of the library says another equipment than its movement has', () => {
  const alsoCalled: Partial<Record<Equipment, readonly Equipment[]>> = {
    plate_loaded_machine: ['machine', 'barbell'], // the T bar is a barbell in a landmine
    cardio_machine: ['machine'],
    machine: ['body_weight'],
    body_weight: ['medicine_ball', 'plate'],
  }
  const crossing = movements.flatMap(({ name, aliases, equipment }) =>
    [name, ...aliases].filter((spelling) => {
      const said = readName(spelling).equipment
      return said.length > 0 && !said.some((one) => one === equipment || alsoCalled[equipment]?.includes(one) === true)
    }),
  )
  expect(crossing).toEqual([])
})

test('any text at all is answered without fault, and only with certainty enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      expect(match(name)?.confidence ?? 1).toBeGreaterThanOrEqual(0.7)
    }),
  )
})

test("a lifter's own movement wins over the library's of the same name", () => {
  const own = { ...movements[0]!, name: 'Bench Press', aliases: [] }
  expect(nameMatcher([own, ...movements])('bench press')?.movement).toBe(own)
})

function disguise(name: string, { isUpper, isReversed, isPlural }: { isUpper: boolean; isReversed: boolean; isPlural: boolean }) {
  const bracket = /^(.*) \((.*)\)$/.exec(name)
  const turned = isReversed && bracket !== null ? `${bracket[2]} - ${bracket[1]}` : name
  const plural = isPlural ? turned.replace(/(curl|raise|row|squat|lunge)\b/i, '$1s') : turned
  return isUpper ? plural.toUpperCase() : plural
}
